// S12: bringing colleagues into a chat, and leaving it to them.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { handOver, openHandover } from '../pages/handover.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S12 conference: who joined and left is told, everybody is listed, End conference leaves the chat to the others', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Can billing join?');
  await desk.accept('Melissa Jansen');
  await centre.settings({ pace: 0 });
  await centre.colleague('Pieter Bakker', { answer: 'accept', afterMs: 100 });
  await centre.colleague('Aylin Kaya', { answer: 'accept', afterMs: 100 });

  await handOver(desk, 'Conference', 'Agent', 'Pieter Bakker');
  await expect(desk.transcript.getByText(/^Sanne de Vries invited Pieter Bakker/)).toBeVisible();
  await expect(desk.transcript.getByText(/^Pieter Bakker joined the chat/)).toBeVisible();
  await expect(desk.bubble('Pieter here, I am reading along.')).toBeVisible();
  await expect(desk.conversation.getByText('Conference', { exact: true }).first()).toBeVisible();
  const people = page.getByRole('list', { name: 'Participants' });
  await expect(people.getByRole('listitem')).toHaveText([/Melissa Jansen/, /Sanne de Vries/, /Pieter Bakker/]);

  // A third colleague can be asked in as well.
  await handOver(desk, 'Conference', 'Agent', 'Aylin Kaya');
  await expect(desk.transcript.getByText(/^Aylin Kaya joined the chat/)).toBeVisible();
  await expect(people.getByRole('listitem')).toHaveCount(4);
  expect(await violationsInEveryLook(page)).toEqual([]);

  await desk.conversation.getByRole('button', { name: 'End conference' }).click();
  await page.getByRole('alertdialog', { name: 'End your part of the conference?' }).getByRole('button', { name: 'End conference' }).click();
  await expect(desk.wrapUpDialog).toContainText('left');
  await desk.wrapUp('Question answered');
  await centre.recorded({ kind: 'taskState', taskId: melissa.taskId, change: 'left' });
  const ended = (await centre.ledger()).filter((line) => line.taskId === melissa.taskId && line.change === 'ended');
  expect(ended, 'the others go on').toEqual([]);
});

test('S12 an invitation nobody takes is told, and the chat goes on', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Can billing join?');
  await desk.accept('Melissa Jansen');
  await centre.settings({ ronaTimeoutMs: 1_000 });
  await centre.colleague('Pieter Bakker', { answer: 'ignore' });
  await handOver(desk, 'Conference', 'Agent', 'Pieter Bakker');
  await expect(desk.transcript.getByText(/^Pieter Bakker did not accept/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Pieter Bakker did not join. The conversation goes on with you.');
  await desk.send('It is just the two of us.');
  await expect(desk.bubble('It is just the two of us.')).toBeVisible();
});

test('S12 a refused invitation leaves no line behind', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Can billing join?');
  await desk.accept('Melissa Jansen');
  const handover = await openHandover(desk, 'Conference');
  await handover.choose('Agent', 'Pieter Bakker');
  await centre.colleague('Pieter Bakker', { state: 'Idle' });
  await handover.confirm();
  await expect(handover.dialog.getByText('That queue or agent is no longer available.')).toBeVisible();
  await handover.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.transcript.getByText(/invited/)).toHaveCount(0);
});
