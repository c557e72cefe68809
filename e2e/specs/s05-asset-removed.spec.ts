// S5: an administrator deletes the business account, in every state a chat can be in.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { handOver } from '../pages/handover.ts';
import { workspaceOf } from '../pages/workspace.ts';
import type { Page } from '@playwright/test';
import type { Sandbox } from '../fixtures/sandbox.ts';

const stage = async (page: Page, sandbox: Sandbox) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  return { desk, centre: contactCentreOf(sandbox), notices: page.getByRole('region', { name: 'Notices' }) };
};

test('S5 while the request is offered: it is withdrawn, and the agent reads why', async ({ page, sandbox }) => {
  const { desk, centre, notices } = await stage(page, sandbox);
  await openChat(sandbox, 'Hello');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await centre.removeAsset();
  await expect(desk.offers).toBeHidden();
  await expect(notices).toContainText('The request from Melissa Jansen for Repairs NL was withdrawn');
  await expect(notices).toContainText('The business account was deleted.');
  // Not the agent's doing: still Available.
  await expect(desk.statusButton).toHaveAccessibleName('Status: Available');
});

test('S5 in an open chat with a draft and queued messages: everything that sends is locked, only End works', async ({ page, sandbox }) => {
  const { desk, centre, notices } = await stage(page, sandbox);
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  // The first is on its way when the account goes, the second waits behind it.
  await centre.fault({ target: 'rest', kind: 'refuse', status: 503, path: '/messages', method: 'POST', caller: 'agent', count: 3 });
  await desk.send('First answer');
  await desk.send('Second answer');
  await desk.composer.fill('Half a thought');
  await centre.removeAsset();
  await expect(desk.conversation.getByRole('alert').filter({ hasText: 'Conversation interrupted' })).toBeVisible();
  await expect(notices).toContainText('Halden & Vos Service');
  await expect(desk.composer).toBeHidden();
  await expect(desk.conversation.getByRole('button', { name: 'Transfer', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await expect(desk.conversation.getByRole('button', { name: 'Conference', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await expect(desk.transcript.getByText('Not sent, the business account was deleted')).toHaveCount(2);
  expect(await violationsInEveryLook(page)).toEqual([]);
  await expect(desk.transcript.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Account:/ }).click();
  await expect(page.getByText('First finish your 1 open conversation or request.')).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.end();
  await desk.wrapUpDialog.getByRole('textbox', { name: /^Notes/ }).fill('Account was deleted');
  await desk.wrapUp('Other');
  await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);
  expect(await melissa.received(), 'nothing went out').toEqual([]);
});

test('S5 in a conference: End conference still leaves, and the chat can be wrapped up', async ({ page, sandbox }) => {
  const { desk, centre } = await stage(page, sandbox);
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await centre.colleague('Pieter Bakker', { answer: 'accept', afterMs: 0 });
  await handOver(desk, 'Conference', 'Agent', 'Pieter Bakker');
  await expect(desk.transcript.getByText(/^Pieter Bakker joined the chat/)).toBeVisible();
  await centre.removeAsset();
  await expect(desk.conversation.getByRole('alert').filter({ hasText: 'Conversation interrupted' })).toBeVisible();
  await expect(desk.composer).toBeHidden();
  await desk.conversation.getByRole('button', { name: 'End conference' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End conference' }).click();
  await desk.wrapUp('Other');
  await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);
});

test('S5 with the wrap-up pending: nothing changes but the news, notes included', async ({ page, sandbox }) => {
  const { desk, centre } = await stage(page, sandbox);
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.end();
  await desk.wrapUpDialog.getByRole('textbox', { name: /^Notes/ }).fill('All done');
  await centre.removeAsset();
  await centre.recorded({ kind: 'taskState', change: 'assetRemoved' });
  await desk.wrapUp('Repair booked');
  await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);
  await expect(page.getByText('end the conversation')).toHaveCount(0);
});
