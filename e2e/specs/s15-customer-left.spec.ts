// S15: the customer closes the thread, in every state a chat can be in, and comes back.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { handOver } from '../pages/handover.ts';
import { workspaceOf } from '../pages/workspace.ts';
import type { Page } from '@playwright/test';

const ready = async (page: Page) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  return desk;
};

test('S15 before Accept: the request is withdrawn and says that the customer closed the chat', async ({ page, sandbox }) => {
  const desk = await ready(page);
  const melissa = await openChat(sandbox, 'Hello');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await melissa.leave();
  await expect(desk.offers).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('was withdrawn');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('The customer closed the conversation.');
  await expect(desk.statusButton).toHaveAccessibleName('Status: Available');
});

test('S15 in an open chat: the compose box locks with the reason, the draft is kept, and it opens when the customer writes', async ({ page, sandbox }) => {
  const desk = await ready(page);
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.composer.fill('Half a thought');
  await melissa.leave();
  await expect(desk.conversation.getByRole('region', { name: 'Composing is locked' })).toContainText('closed this conversation');
  await expect(desk.transcript.getByText(/^The customer closed the conversation/)).toBeVisible();
  await expect(desk.taskList.getByText('Customer left')).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await melissa.say('I am back');
  await expect(desk.transcript.getByText(/^The customer is back/)).toBeVisible();
  await expect(desk.composer).toHaveValue('Half a thought');
  await desk.send('Welcome back');
  await expect.poll(() => melissa.received()).toEqual(['Welcome back']);
});

test('S15 in a conference: locked for everybody, and End conference still leaves', async ({ page, sandbox }) => {
  const desk = await ready(page);
  const centre = contactCentreOf(sandbox);
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await centre.colleague('Pieter Bakker', { answer: 'accept', afterMs: 0 });
  await handOver(desk, 'Conference', 'Agent', 'Pieter Bakker');
  await expect(desk.transcript.getByText(/^Pieter Bakker joined the chat/)).toBeVisible();
  await melissa.leave();
  await expect(desk.composer).toBeHidden();
  await desk.conversation.getByRole('button', { name: 'End conference' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End conference' }).click();
  await desk.wrapUp('Customer did not reply');
});

test('S15 with the wrap-up pending: the wrap-up stays as it is', async ({ page, sandbox }) => {
  const desk = await ready(page);
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.end();
  await sandbox.request('POST', `/v2/tasks/${melissa.taskId}/messages`, { mediaType: 'social', messageDirection: 'INBOUND', channelParams: { type: 'close', message: { aliasId: crypto.randomUUID(), text: '', timestamp: 1 } } });
  await desk.wrapUp('Question answered');
  await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);
});

test('S15 the contact centre ends the chat for the customer: wrap-up follows at once', async ({ page, sandbox }) => {
  const desk = await ready(page);
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.composer.fill('Half a thought');
  await sandbox.request('POST', `/sandbox/tasks/${melissa.taskId}/customer`, { leave: 'end' });
  await expect(desk.wrapUpDialog).toBeVisible();
  await expect(desk.composer).toBeHidden();
  await desk.wrapUp('Customer did not reply');
  await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);
});
