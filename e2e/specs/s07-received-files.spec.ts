// S7: what customers send: pictures in bubbles and in the viewer, files that are saved, and why one is not there.
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/app.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

const file = (id: string, fileName: string, mimeType: string, more: Readonly<Record<string, unknown>> = {}) => ({ fileName, mimeType, fileUrl: `/v2/attachments/${id}`, ...more });
const photo = (fileName: string) => file('library-photo', fileName, 'image/png', { size: 3_000 });
const files = (text: string, ...attachments: readonly Readonly<Record<string, unknown>>[]) => ({ type: 'text-with-attachments', message: { text, attachments } });

/** The system's window for saving, answered in its place. */
const saveTo = (electronApp: ElectronApplication, folder: string): Promise<void> =>
  electronApp.evaluate(({ dialog }, to) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath = '' } = args.at(-1) as { defaultPath?: string };
      const name = defaultPath.split(/[\\/]/).at(-1) ?? '';
      asked.push(name);
      return Promise.resolve({ canceled: false, filePath: `${to}/${name}` });
    };
  }, folder);

test('S7 pictures are shown in their frames, in the viewer by keyboard, and saved; nothing jumps and no address reaches the page', async ({ page, sandbox, electronApp }) => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-saved-'));
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await saveTo(electronApp, folder);
  await melissa.post(files('Look: \uFFFC and \uFFFC', photo('display.png'), photo('call +447966197542.png')));
  const first = desk.transcript.getByRole('button', { name: 'Show picture display.png' });
  await expect(first).toBeVisible();
  const before = await first.boundingBox();
  await expect(first.locator('img')).toHaveJSProperty('naturalWidth', 960);
  expect(await first.boundingBox(), 'the frame is as it was before the picture came').toEqual(before);
  await expect(desk.transcript.getByRole('figure', { name: 'Picture call *********7542.png' }), 'a name is customer data as well').toBeVisible();

  // The keyboard's way: the newest tool of the log, then back to the picture.
  await desk.transcript.focus();
  await page.keyboard.press('Tab');
  const wanted = desk.transcript.getByRole('button', { name: 'Show picture call *********7542.png' });
  for (let presses = 0; presses < 8 && !(await wanted.evaluate((element) => element === document.activeElement)); presses += 1) await page.keyboard.press('ArrowLeft');
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: 'call *********7542.png' });
  await expect(viewer).toContainText('2 of 2');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await expect(viewer.getByRole('application'), 'the keys work at once').toBeFocused();
  await page.keyboard.press('+');
  await expect(viewer.getByRole('application')).toHaveAccessibleName('call *********7542.png, 125%');
  await page.keyboard.press('ArrowRight');
  await expect(viewer, 'zoomed, the arrows move the picture').toContainText('2 of 2');
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowLeft');
  const other = page.getByRole('dialog', { name: 'display.png' });
  await expect(other).toContainText('1 of 2');
  await other.getByRole('button', { name: 'Save as…' }).click();
  await expect.poll(() => readdir(folder)).toEqual(['display.png']);
  expect((await readFile(join(folder, 'display.png'))).subarray(1, 4).toString()).toBe('PNG');
  await page.keyboard.press('Escape');
  await expect(other).toBeHidden();
  await expect(wanted, 'the focus is back where it was').toBeFocused();

  const everything = await page.evaluate(async () => JSON.stringify(await window.parley.snapshot()) + document.documentElement.outerHTML);
  expect(everything).not.toContain('library-photo');
  expect(everything).not.toContain('7966197542');
});

test('S7 other files are cards that can be saved; a program, a file that was dropped and one that is gone say why', async ({ page, sandbox, electronApp }) => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-saved-'));
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await saveTo(electronApp, folder);
  await melissa.post(files('', file('library-heic', 'IMG_2042.HEIC', 'image/heic', { size: 48_032 }), file('library-voice', 'Audio Message.caf', 'audio/x-caf', { size: 32_084 })));
  await melissa.post(files('', file('library-warranty', 'setup.exe', 'application/octet-stream'), file('', 'clip.mov', 'video/quicktime', { dropped: true }), file('nowhere', 'lost.png', 'image/png')));
  await expect(desk.transcript.getByText('Picture · 48 kB')).toBeVisible();
  await expect(desk.transcript.getByText('Audio · 32.1 kB')).toBeVisible();
  await desk.transcript.getByRole('button', { name: 'Save Audio Message.caf' }).click();
  await expect.poll(() => readdir(folder)).toEqual(['Audio Message.caf']);
  await expect(desk.transcript.getByText('Cannot be saved: it could run a program')).toBeVisible();
  await expect(desk.transcript.getByRole('button', { name: 'Save setup.exe' })).toHaveCount(0);
  await expect(desk.transcript.getByText('Removed: your organisation does not allow this file')).toBeVisible();
  await expect(desk.transcript.getByText('The contact centre does not have this file any more.')).toBeVisible();
  // What the page may not do, it cannot ask for either.
  const refused = await page.evaluate(async (taskId) => {
    const { view } = await window.parley.snapshot();
    const item = Object.values(view.open?.items ?? {}).find((one) => one.kind === 'message' && one.content.kind === 'attachments' && one.content.attachments.length === 3);
    return window.parley.command('attachment.save', { taskId, itemId: item?.itemId ?? '', index: 0 });
  }, melissa.taskId);
  expect(refused).toEqual({ ok: false, failure: { code: 'fileIsProgram' } });
  expect(await violationsInEveryLook(page)).toEqual([]);
});

test('S7 a picture that could not be loaded is loaded by Retry', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await sandbox.request('POST', '/sandbox/faults', { target: 'rest', kind: 'refuse', status: 503, path: '/v2/attachments/library-photo', count: 2 });
  await melissa.post(files('', photo('display.png')));
  await expect(desk.transcript.getByText('The file could not be loaded.')).toBeVisible();
  await desk.transcript.getByRole('button', { name: 'Try again' }).click();
  await expect(desk.transcript.getByRole('button', { name: 'Show picture display.png' }).locator('img')).toHaveJSProperty('naturalWidth', 960);
});
