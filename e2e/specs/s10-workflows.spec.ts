// S10: triggering a workflow, with its result as a line in the chat.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';
import type { Page } from '@playwright/test';
import type { Sandbox } from '../fixtures/sandbox.ts';

const inChat = async (page: Page, sandbox: Sandbox) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Is it still under warranty?');
  await desk.accept('Melissa Jansen');
  const trigger = desk.conversation.getByRole('button', { name: 'Trigger a workflow' });
  const dialog = page.getByRole('dialog', { name: 'Trigger a workflow' });
  return { desk, melissa, trigger, dialog, centre: contactCentreOf(sandbox) };
};

test('S10 a workflow asks for what it needs, runs, and its result is a line in the chat', async ({ page, sandbox }) => {
  const { desk, melissa, trigger, dialog, centre } = await inChat(page, sandbox);
  await trigger.click();
  await expect(dialog.getByRole('option')).toHaveCount(3);
  await dialog.getByPlaceholder('Search workflows').fill('warranty');
  await dialog.getByRole('option', { name: /^Check warranty/ }).click();
  // Required input first.
  await expect(dialog.getByText('Fill in: Serial number')).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await expect(dialog.getByRole('button', { name: 'Start' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox', { name: 'Serial number' }).fill('AW-8140');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.transcript.getByText(/^Workflow “Check warranty” is running…/)).toBeVisible();
  await expect(desk.transcript.getByText(/^Workflow “Check warranty” is done: Under warranty until 14 March 2027\./)).toBeVisible();
  await centre.recorded({ kind: 'command', taskId: melissa.taskId, command: 'workflow warranty-check', accepted: true });
});

test('S10 a workflow that fails says so, with its own reason', async ({ page, sandbox }) => {
  const { desk, trigger, dialog } = await inChat(page, sandbox);
  await trigger.click();
  await dialog.getByRole('option', { name: /^Ask technician to call/ }).click();
  await dialog.getByText('Urgent').click();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(desk.transcript.getByText(/^Workflow “Ask technician to call” failed: The technicians’ planner does not answer\./)).toBeVisible();
});

test('S10 a refused start is explained in the dialog, and a list that cannot be read says so', async ({ page, sandbox }) => {
  const { desk, trigger, dialog, centre } = await inChat(page, sandbox);
  await centre.fault({ target: 'rest', kind: 'refuse', status: 503, path: '/v2/workflow' });
  await trigger.click();
  await expect(dialog.getByText(/^The contact centre refused this/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await trigger.click();
  await dialog.getByRole('option', { name: /^Send satisfaction survey/ }).click();
  await centre.fault({ target: 'rest', kind: 'refuse', status: 403, path: '/workflows/' });
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog.getByText('You do not have permission for this. Ask your administrator.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.transcript.getByText(/Workflow/)).toHaveCount(0);
});

test('S10 a result that came while the connection was away is said to be unknown', async ({ page, sandbox }) => {
  const { desk, trigger, dialog, centre } = await inChat(page, sandbox);
  await trigger.click();
  await dialog.getByRole('option', { name: /^Ask technician to call/ }).click();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(desk.transcript.getByText(/^Workflow “Ask technician to call” is running…/)).toBeVisible();
  await centre.fault({ target: 'socket', kind: 'drop' });
  await expect(desk.transcript.getByText(/^The result of workflow “Ask technician to call” did not come/)).toBeVisible();
});

test('S5 S10 with the business account gone there is no workflow to trigger', async ({ page, sandbox }) => {
  const { desk, trigger, centre } = await inChat(page, sandbox);
  await expect(trigger).toBeVisible();
  await centre.removeAsset();
  await expect(desk.composer).toBeHidden();
  await expect(trigger).toHaveCount(0);
});
