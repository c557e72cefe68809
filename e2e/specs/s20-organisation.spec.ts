// S20 S16: what the organisation sets holds and says so; start at login, size and full screen; the computer stays awake while Available.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type RunningApp } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { openSettings } from '../pages/settings.ts';
import { workspaceOf } from '../pages/workspace.ts';

/** Main hears keys before the page; those of the driver go to the page alone. */
const pressInWindow = ({ electronApp }: RunningApp, keyCode: string, modifiers: readonly 'control'[] = []): Promise<void> =>
  electronApp.evaluate(({ BrowserWindow }, [key, held]) => {
    const [window] = BrowserWindow.getAllWindows();
    for (const type of ['keyDown', 'keyUp'] as const) window?.webContents.sendInputEvent({ type, keyCode: key, modifiers: [...held] });
  }, [keyCode, modifiers] as const);

test('S20 the organisation\'s file goes over the agent\'s choices; a damaged one is said', async ({ launch }, testInfo) => {
  const file = testInfo.outputPath('policy.json');
  await writeFile(file, JSON.stringify({ theme: 'dark', language: 'nl', notificationPreview: false, startAtLogin: true, keepAwakeWhileAvailable: true, centre: 'eu2', spelling: true, spellingLanguages: ['fr'] }));
  const app = await launch({ env: { PARLEY_POLICY_FILE: file } });
  const { page, electronApp, userDataDir } = app;
  await expect(page.locator(':root')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator(':root')).toHaveAttribute('lang', 'nl');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Instellingen' }).click();
  const preview = page.getByRole('switch', { name: 'Voorbeeld van het bericht tonen' });
  await expect(preview).toBeDisabled();
  await expect(preview).not.toBeChecked();
  await expect(page.getByRole('switch', { name: 'Starten bij het aanmelden' })).toBeChecked();
  await expect(page.getByText('Ingesteld door uw organisatie')).toHaveCount(6);
  await expect(page.getByRole('switch', { name: 'Spelling controleren' })).toBeDisabled();
  // Said, and not to be chosen.
  await expect(page.locator('.setting').filter({ hasText: 'Controleren in' })).toContainText('Français');
  await expect(page.getByRole('button', { name: /^Controleren in/ })).toBeHidden();
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => window.parley.command('settings.set', { theme: 'light' }))).toMatchObject({ ok: false, failure: { code: 'setByOrganisation' } });
  expect(await readFile(join(userDataDir, 'xdg-config/autostart/parley.desktop'), 'utf8')).toContain('Exec="');
  // The sandbox's agents start idle: the computer may sleep until the agent is Available.
  const keptAwake = () => electronApp.evaluate(({ powerSaveBlocker }) => Array.from({ length: 10 }, (_, id) => powerSaveBlocker.isStarted(id)).includes(true));
  expect(await keptAwake()).toBe(false);
  await page.keyboard.press('Control+Shift+A');
  await expect.poll(keptAwake).toBe(true);
  await app.close();

  await writeFile(file, '{ "theme": ');
  const damaged = await launch({ env: { PARLEY_POLICY_FILE: file } });
  await workspaceOf(damaged.page).ready();
  await openSettings(damaged.page, 'Notifications');
  await expect(damaged.page.getByText(/settings file is damaged/)).toBeVisible();
  await expect(damaged.page.getByRole('switch', { name: 'Show a preview of the message' })).toBeDisabled();
});

test('S19 S20 larger, smaller and full screen by keyboard, and remembered; start at login is a file that comes and goes', async ({ launch }, testInfo) => {
  const userDataDir = testInfo.outputPath('profile');
  const first = await launch({ userDataDir });
  await workspaceOf(first.page).ready();
  const zoomOf = ({ electronApp }: typeof first) => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  for (const key of ['=', '=', '-']) await pressInWindow(first, key, ['control']);
  await expect.poll(() => zoomOf(first)).toBeCloseTo(1.1);
  await pressInWindow(first, 'F11');
  await expect.poll(() => first.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen())).toBe(true);
  await pressInWindow(first, 'F11');
  await openSettings(first.page, 'This computer');
  await first.page.getByRole('switch', { name: 'Start at login' }).press('Space');
  const entry = join(userDataDir, 'xdg-config/autostart/parley.desktop');
  await expect.poll(() => readFile(entry, 'utf8').catch(() => '')).toContain('[Desktop Entry]');
  await first.page.getByLabel('Size').selectOption('200 %');
  await expect.poll(() => zoomOf(first)).toBeCloseTo(2);
  await first.close();

  const again = await launch({ userDataDir });
  await expect(workspaceOf(again.page).statusButton).toBeVisible();
  await expect.poll(() => zoomOf(again)).toBeCloseTo(2);
  await pressInWindow(again, '0', ['control']);
  await expect.poll(() => zoomOf(again)).toBeCloseTo(1);
  await openSettings(again.page, 'This computer');
  await again.page.getByRole('switch', { name: 'Start at login' }).press('Space');
  await expect.poll(() => readFile(entry, 'utf8').catch(() => 'gone')).toBe('gone');
});
