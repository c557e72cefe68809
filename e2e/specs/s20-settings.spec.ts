// S20: the settings, each change at once, by keyboard as well.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { setWindow } from '../fixtures/reflow.ts';
import { saveDiagnostics } from '../pages/diagnostics.ts';
import { openSettings } from '../pages/settings.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S20 S19 opened, changed and left by keyboard; the focus comes back', async ({ page }) => {
  await workspaceOf(page).ready();
  const account = page.getByRole('button', { name: /^Account:/ });
  await account.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Settings' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Back to conversations' })).toBeFocused();
  const silent = page.getByRole('switch', { name: 'Silent mode' });
  await silent.press('Space');
  await expect(silent).toBeChecked();
  await page.getByRole('radio', { name: 'Desktop' }).first().press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'In Parley' }).first()).toBeChecked();
  await page.getByRole('slider', { name: 'Volume' }).press('End');
  await expect.poll(async () => (await page.evaluate(async () => window.parley.snapshot())).view.settings.notifications).toMatchObject({
    silent: true, ways: { request: 'inApp', message: 'desktop', status: 'desktop' }, volume: 100,
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main', { name: 'Conversation' })).toBeVisible();
  await expect(account).toBeFocused();
});

test('S20 in a narrow window the row of sections shows the one that is asked for, and the one that is read', async ({ page, electronApp }) => {
  await workspaceOf(page).ready();
  await setWindow(electronApp, page, { width: 500, height: 500, zoom: 1 });
  const link = (name: string) => page.getByRole('navigation', { name: 'Settings sections' }).getByRole('button', { name, exact: true });
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Change shortcuts' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Shortcuts', exact: true })).toBeInViewport({ ratio: 1 });
  await expect(link('Shortcuts')).toBeInViewport({ ratio: 1 });
  await expect(link('Shortcuts')).toHaveAttribute('aria-current', 'true');
  await page.getByRole('main').hover();
  await page.mouse.wheel(0, 20_000);
  await expect(link('Diagnostics')).toHaveAttribute('aria-current', 'true');
  await expect(link('Diagnostics')).toBeInViewport({ ratio: 1 });
  await page.mouse.wheel(0, -20_000);
  await expect(link('Notifications')).toHaveAttribute('aria-current', 'true');
  await expect(link('Notifications')).toBeInViewport({ ratio: 1 });
  // Chosen near the end, where the page cannot be scrolled to its beginning, it is the one that is marked.
  await link('This computer').press('Enter');
  await expect(page.getByRole('heading', { name: 'This computer', exact: true })).toBeFocused();
  await expect(link('This computer')).toHaveAttribute('aria-current', 'true');
});

test('S20 theme and language change at once, and axe finds nothing in either look', async ({ page }) => {
  await workspaceOf(page).ready();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible();
  const root = page.locator(':root');
  for (const theme of ['Light', 'Dark']) {
    await page.getByText(theme, { exact: true }).click();
    await expect(root).toHaveAttribute('data-theme', theme.toLowerCase());
    expect(await violationsOf(page), theme).toEqual([]);
  }
  await page.getByLabel('Display language').selectOption('Nederlands');
  await expect(page.getByRole('heading', { name: 'Meldingen' })).toBeVisible();
  await expect(root).toHaveAttribute('lang', 'nl');
});

test('S16 a conversation that is brought in front is not hidden by the settings', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(desk.conversation).toBeHidden();
  await page.evaluate((taskId) => window.parley.command('conversation.open', { taskId }), melissa.taskId);
  await expect(desk.conversation.getByRole('heading', { name: 'Melissa Jansen' })).toBeVisible();
});

test('S20 the diagnostics say how the run went, and are saved where the agent says', async ({ app, page, sandbox }, testInfo) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await sandbox.request('POST', '/sandbox/faults', { target: 'socket', kind: 'drop' });
  await expect.poll(() => page.evaluate(async () => { const read = await window.parley.command('diagnostics.read', {}); return read.ok && read.value.reconnects; })).toBe(1);
  // An agent's own words may be names: how many there are is enough.
  await page.evaluate(() => window.parley.command('spelling.addWord', { word: 'Zwolsman' }));
  const file = testInfo.outputPath('diagnostics.json');
  await saveDiagnostics(app, file);
  const written = await readFile(file, 'utf8');
  expect(written).not.toContain('Zwolsman');
  const bundle = JSON.parse(written) as Record<string, unknown>;
  expect(bundle).toMatchObject({
    kind: 'parley-diagnostics', connection: { session: 'signedIn', state: 'live' }, health: { reconnects: 1 },
    counters: { 'commands.done': { 'agent.setStatus': 1 } }, settings: { notifications: { preview: true }, ownWords: 1 }, log: expect.arrayContaining([expect.objectContaining({ event: 'centre.session' })]),
  });
  await openSettings(page, 'Diagnostics');
  await expect(page.getByText(/^1 time, away for/)).toBeVisible();
  // Where nothing can be written, the agent is told so.
  await app.electronApp.evaluate(({ dialog }) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/nowhere/at/all.json' }); });
  await page.getByRole('button', { name: 'Save diagnostics' }).click();
  await expect(page.getByText('The file could not be saved there.', { exact: false }).first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});
