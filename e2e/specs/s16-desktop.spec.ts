// S16: the window as a guest of the desktop: hidden instead of closed, found again, at its place; links that lead into it.
import { once } from 'node:events';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { startAgain } from '../fixtures/launch.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

const isVisible = (app: ElectronApplication): Promise<boolean> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
const closeWindow = (app: ElectronApplication): Promise<void> => app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.close(); });

test.describe('where there is a tray', () => {
  test.use({ appEnv: { XDG_CURRENT_DESKTOP: 'XFCE' } });

  test('closing hides the window while signed in, and a second start brings it back', async ({ app, page, electronApp }) => {
    await workspaceOf(page).ready();
    await closeWindow(electronApp);
    await expect.poll(() => isVisible(electronApp)).toBe(false);
    await once(startAgain(app.userDataDir), 'exit');
    await expect.poll(() => isVisible(electronApp)).toBe(true);
    await workspaceOf(page).ready();
  });

  test('nobody signed in: closing quits', async ({ launch }) => {
    const { electronApp, page } = await launch({ agent: 'none' });
    await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
    const ended = once(electronApp.process(), 'exit');
    await closeWindow(electronApp);
    await ended;
  });
});

test('where there is no tray, closing quits, and the window comes back at its place', async ({ launch }, testInfo) => {
  const userDataDir = testInfo.outputPath('profile');
  const place = { x: 180, y: 90, width: 900, height: 640 };
  const first = await launch({ userDataDir });
  await workspaceOf(first.page).ready();
  await first.electronApp.evaluate(({ BrowserWindow }, bounds) => { BrowserWindow.getAllWindows()[0]?.setBounds(bounds); }, place);
  const ended = once(first.electronApp.process(), 'exit');
  await closeWindow(first.electronApp);
  await ended;
  const again = await launch({ userDataDir });
  expect(await again.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(place);
});

test('a link opens its task and nothing else', async ({ app, page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await openChat(sandbox, 'Me too', { name: 'Daan Visser' });
  await desk.accept('Daan Visser');
  const follow = async (link: string): Promise<void> => { await once(startAgain(app.userDataDir, [link]), 'exit'); };
  const heading = desk.conversation.getByRole('heading', { level: 1 }).or(desk.conversation.getByRole('heading', { level: 2 })).first();
  await follow(`parley://task/${melissa.taskId}/../x`);
  await follow('parley://task/00000000-0000-0000-0000-000000000000');
  await expect(heading).toHaveText('Daan Visser');
  await follow(`parley://task/${melissa.taskId}`);
  await expect(heading).toHaveText('Melissa Jansen');
});
