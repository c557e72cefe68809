// The menu of a text box, which the system draws: read in main in the moment it would open, and chosen from there.
import type { Locator } from '@playwright/test';
import { expect, type RunningApp } from '../fixtures/app.ts';

interface Kept {
  lastMenu?: { readonly items: readonly { readonly label: string; readonly type: string; readonly enabled: boolean; readonly click: () => void }[] };
}

/** From now on menus are kept instead of shown. */
export const keepMenus = ({ electronApp }: RunningApp): Promise<void> =>
  electronApp.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() { (globalThis as Kept).lastMenu = this as unknown as NonNullable<Kept['lastMenu']>; };
  });

export interface Entry {
  readonly label: string;
  readonly enabled: boolean;
}

/** Opens a menu by `open` and reads its entries. */
export async function menuOf({ electronApp }: RunningApp, open: () => Promise<void>): Promise<readonly Entry[]> {
  await electronApp.evaluate(() => { delete (globalThis as Kept).lastMenu; });
  await open();
  const read = (): Promise<readonly Entry[]> => electronApp.evaluate(() =>
    ((globalThis as Kept).lastMenu?.items ?? []).filter(({ type }) => type !== 'separator').map(({ label, enabled }) => ({ label, enabled })));
  await expect.poll(read).not.toEqual([]);
  return read();
}

export const chooseIn = ({ electronApp }: RunningApp, label: string): Promise<void> =>
  electronApp.evaluate((_, wanted) => { (globalThis as Kept).lastMenu?.items.find((item) => item.label === wanted)?.click(); }, label);

/** Where a word stands in the box, for a click on it; the box must be one line. */
export async function clickOn(box: Locator, word: string): Promise<void> {
  const place = await box.evaluate((element: HTMLTextAreaElement, wanted) => {
    const style = getComputedStyle(element);
    const brush = document.createElement('canvas').getContext('2d');
    if (brush === null) return 0;
    brush.font = style.font;
    const start = element.value.indexOf(wanted);
    return Number.parseFloat(style.paddingLeft) + brush.measureText(element.value.slice(0, start)).width + brush.measureText(wanted).width / 2;
  }, word);
  const { height } = await box.boundingBox() ?? { height: 0 };
  await box.click({ button: 'right', position: { x: place, y: height / 2 } });
}

/** How far the lines of a one-line box are from their words, at the most: px along the line. */
export async function farthestOff(box: Locator, lines: Locator): Promise<number> {
  const drawn = await lines.evaluateAll((marks) => marks.map((mark) => ({ word: mark.textContent, left: mark.getBoundingClientRect().left })));
  const words = await box.evaluate((element: HTMLTextAreaElement, wanted) => {
    const style = getComputedStyle(element);
    const brush = document.createElement('canvas').getContext('2d');
    if (brush === null) return [];
    brush.font = style.font;
    const from = element.getBoundingClientRect().left + Number.parseFloat(style.paddingLeft);
    return wanted.map((word) => from + brush.measureText(element.value.slice(0, element.value.indexOf(word))).width);
  }, drawn.map(({ word }) => word));
  return Math.max(...drawn.map(({ left }, index) => Math.abs(left - (words[index] ?? Infinity))));
}
