// Pictures of settings, command palette and shortcuts.
import { expect, test } from '../fixtures/app.ts';
import { openSettings } from '../pages/settings.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';
import { openCamera } from './camera.ts';

test('settings, palette and shortcuts', async ({ app, page, sandbox }) => {
  const camera = await openCamera(app, 9);
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hi, my washing machine stops halfway');
  await desk.accept('Melissa Jansen');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await camera.shoot('palette', 'german', 'smallest');
  await page.keyboard.type('co');
  await camera.shoot('palette-search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await camera.shoot('shortcuts', 'german', 'smallest');
  await page.keyboard.press('Escape');
  for (const section of ['Notifications', 'Appearance', 'Language', 'Shortcuts', 'This computer', 'Diagnostics']) {
    await openSettings(page, section);
    await camera.shoot(`settings-${section.toLowerCase().replace(' ', '-')}`, 'german', 'smallest');
    await page.getByRole('button', { name: 'Back to conversations' }).click();
  }
});
