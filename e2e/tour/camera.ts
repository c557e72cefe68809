// Takes the tour's pictures: numbered files in tour/, each also in the looks that matter for what it shows.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type RunningApp } from '../fixtures/app.ts';
import { repository } from '../fixtures/paths.ts';

/** How every scene is looked at beside light and English: the other theme, more contrast, Dutch, and from right to left. */
const always = ['dark', 'contrast', 'dutch', 'arabic'] as const;

/** How some scenes are looked at too: where words are longest, and in the narrow and the smallest window. */
export type Look = 'german' | 'narrow' | 'smallest';

export interface Camera {
  /** A picture at 1280x800, light, in English, one for each look that every scene has and for each of `looks`; leaves the window as it was. */
  shoot(name: string, ...looks: readonly Look[]): Promise<void>;
}

const usual = { width: 1280, height: 800 };
const sizes = { narrow: { width: 520, height: 640 }, smallest: { width: 500, height: 500 } } as const;

/** The pictures of one chapter: `chapter` is the first digit of their numbers. Scenes are left as they are for every look. */
export async function openCamera({ electronApp, page }: RunningApp, chapter: number): Promise<Camera> {
  const folder = repository('tour');
  if (!existsSync(folder)) mkdirSync(folder);
  let taken = 0;
  await setTheme(page, 'light');
  await setSize(electronApp, page, usual);

  const save = async (name: string): Promise<void> => {
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}.png`), caret: 'initial' });
  };
  const looks: Readonly<Record<Look | (typeof always)[number], { readonly on: () => Promise<void>; readonly off: () => Promise<void> }>> = {
    dark: { on: () => setTheme(page, 'dark'), off: () => setTheme(page, 'light') },
    contrast: { on: () => setContrast(page, 'more'), off: () => setContrast(page, 'system') },
    dutch: { on: () => setLanguage(page, 'nl'), off: () => setLanguage(page, 'en') },
    german: { on: () => setLanguage(page, 'de'), off: () => setLanguage(page, 'en') },
    arabic: { on: () => setLanguage(page, 'ar'), off: () => setLanguage(page, 'en') },
    narrow: { on: () => setSize(electronApp, page, sizes.narrow), off: () => setSize(electronApp, page, usual) },
    smallest: { on: () => setSize(electronApp, page, sizes.smallest), off: () => setSize(electronApp, page, usual) },
  };
  return {
    shoot: async (name, ...wanted) => {
      taken += 1;
      const number = `${String(chapter)}${String(taken).padStart(2, '0')}-${name}`;
      await save(number);
      for (const look of [...always, ...wanted]) {
        await looks[look].on();
        await save(`${number}-${look}`);
        await looks[look].off();
      }
    },
  };
}

/** Movement is over and fonts are there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    // Not their own promises: of an element that is drawn anew meanwhile they never end.
    while (document.getAnimations().some((one) => one.effect?.getComputedTiming().iterations !== Infinity)) await frame();
    await frame();
    await frame();
  });
}

/** The driver stands in for the system's choice, so the app's own theme has to stay at "system". */
async function setTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
}

async function setSize(electronApp: ElectronApplication, page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await electronApp.evaluate(({ BrowserWindow }, { width, height }) => { BrowserWindow.getAllWindows()[0]?.setContentSize(width, height); }, size);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height]);
}

async function setLanguage(page: Page, locale: 'en' | 'nl' | 'de' | 'ar'): Promise<void> {
  await page.evaluate((wanted) => window.parley.command('settings.set', { locale: wanted }), locale);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  // An open menu looks for its place when the window changes; nobody else changes the language while one is open.
  await page.evaluate(() => window.dispatchEvent(new Event('resize')));
}

async function setContrast(page: Page, contrast: 'more' | 'system'): Promise<void> {
  await page.evaluate((wanted) => window.parley.command('settings.set', { contrast: wanted }), contrast);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['contrast'] === 'more')).toBe(contrast === 'more');
}
