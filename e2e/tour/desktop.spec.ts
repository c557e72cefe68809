// Pictures of what lies over the workspace: notification centre, emoji, workflows, attachments, the questions before something is done.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';
import { openCamera } from './camera.ts';

test('what lies over a conversation', async ({ app, page, electronApp, sandbox }) => {
  const camera = await openCamera(app, 10);
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  // Every wait is too long here, so that the bell shows one.
  await sandbox.request('POST', '/sandbox/policy', { unanswered: { amberSeconds: 1, redSeconds: 2 } });
  await openChat(sandbox, 'My dryer does not get warm', { name: 'Daan Visser' });
  await desk.accept('Daan Visser');
  const melissa = await openChat(sandbox, 'Is it still under warranty?');
  await desk.accept('Melissa Jansen');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await expect(page.getByRole('menuitem', { name: /^Daan Visser is waiting/ })).toBeVisible();
  await camera.shoot('notification-centre', 'narrow');
  await page.keyboard.press('Escape');

  await desk.conversation.getByRole('button', { name: 'Emoji', exact: true }).click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await camera.shoot('emoji', 'narrow', 'smallest');
  await page.keyboard.press('Escape');

  await desk.conversation.getByRole('button', { name: 'Trigger a workflow' }).click();
  await page.getByRole('dialog').getByRole('option', { name: /^Check warranty/ }).click();
  await camera.shoot('workflow', 'narrow', 'smallest');
  await page.keyboard.press('Escape');

  const file = join(await mkdtemp(join(tmpdir(), 'parley-tour-')), 'Repair report.pdf');
  await writeFile(file, '%PDF-1.7\n');
  await electronApp.evaluate(({ dialog }, path) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] }); }, file);
  await desk.conversation.getByRole('button', { name: /^Attach/ }).click();
  await expect(desk.conversation.getByText('Repair report.pdf', { exact: true })).toBeVisible();
  await camera.shoot('attachment', 'narrow', 'smallest');

  await desk.composer.fill('Is it 4111 1111 1111 1111?');
  await desk.composer.press('Enter');
  await expect(page.getByRole('alertdialog', { name: 'This message holds a card number' })).toBeVisible();
  await camera.shoot('sensitive', 'narrow', 'smallest');
  await page.keyboard.press('Escape');
  await melissa.leave();
});

test.describe('an agent who is away', () => {
  test.use({ policy: { inactivityMinutes: 62 / 60 } });

  test('the warning before signing out', async ({ app, page }) => {
    const camera = await openCamera(app, 11);
    await workspaceOf(page).ready();
    await expect(page.getByRole('alertdialog', { name: 'Are you still there?' })).toBeVisible();
    await camera.shoot('inactivity', 'narrow');
  });
});
