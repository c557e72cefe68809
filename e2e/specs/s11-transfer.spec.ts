// S11: handing a chat over to a queue or an agent, and what becomes of it.
import { expect, test } from '../fixtures/app.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { handOver, openHandover } from '../pages/handover.ts';
import { workspaceOf } from '../pages/workspace.ts';
import type { Page } from '@playwright/test';
import type { Sandbox } from '../fixtures/sandbox.ts';

async function inChat(page: Page, sandbox: Sandbox) {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello, who can explain my invoice?');
  await desk.accept('Melissa Jansen');
  return { desk, centre, melissa };
}

test('S11 transfer to a queue: wrap-up follows, and the chat waits there for the next agent', async ({ page, sandbox }) => {
  const { desk, centre, melissa } = await inChat(page, sandbox);
  await centre.colleaguesIdle();
  await openChat(sandbox, 'I wait already', { name: 'Daan Visser', asset: 1, number: '+31 6 1234 3381' });
  await expect(desk.offer('Daan Visser')).toBeVisible();
  await desk.goIdle('Meeting');

  const handover = await openHandover(desk, 'Transfer');
  await expect(handover.dialog.getByText('Tell Melissa first and ask if it’s OK.')).toBeVisible();
  await expect(handover.dialog.getByText(/^Updated \d+ s ago$/)).toBeVisible();
  await expect(handover.option('Billing NL')).toContainText(/None waiting|\d+ waiting/);
  // Nothing is chosen yet, so nothing can be transferred.
  await expect(handover.dialog.getByRole('button', { name: 'Transfer', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await handover.choose('Queue', 'Billing NL');
  await handover.confirm();
  await expect(desk.wrapUpDialog).toContainText('transferred');
  await centre.recorded({ kind: 'taskState', taskId: melissa.taskId, change: 'transferred', detail: `queue ${sandbox.queues[1]?.id ?? ''}` });
  await desk.wrapUp('Passed to billing');
  await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);

  await centre.colleague('Pieter Bakker', { state: 'Available', afterMs: 0 });
  await expect.poll(async () => (await centre.ledger()).filter((line) => line.taskId === melissa.taskId && line.kind === 'taskState' && line.change === 'assigned').length).toBe(2);
});

test('S11 transfer to an agent who accepts: only available agents can be chosen', async ({ page, sandbox }) => {
  const { desk, centre, melissa } = await inChat(page, sandbox);
  await centre.colleague('Joost Willems', { state: 'Idle' });
  await centre.colleague('Pieter Bakker', { answer: 'accept', afterMs: 0 });
  const handover = await openHandover(desk, 'Transfer');
  await handover.show('Agent');
  await expect(handover.option('Joost Willems')).toHaveAttribute('aria-disabled', 'true');
  await expect(handover.option('Joost Willems')).toContainText('Idle');
  await expect(handover.option('Sanne de Vries')).toHaveCount(0);
  // The search narrows the list, and the keyboard chooses without leaving it.
  await handover.dialog.getByPlaceholder('Search by name').fill('piet');
  await expect(handover.dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await handover.confirm();
  await expect(desk.wrapUpDialog).toBeVisible();
  await desk.wrapUp('Passed to billing');
  await centre.recorded({ kind: 'offerOutcome', taskId: melissa.taskId, agentId: centre.agentId('Pieter Bakker'), outcome: 'accepted' });
});

for (const [answer, what] of [['ignore', 'does not answer'], ['reject', 'declines']] as const) {
  test(`S11 transfer to an agent who ${what}: the request is dropped and the agent is told, wrapped up or not`, async ({ page, sandbox }) => {
    const { desk, centre, melissa } = await inChat(page, sandbox);
    await centre.settings({ ronaTimeoutMs: 1_500 });
    await centre.colleague('Pieter Bakker', { answer, afterMs: 200 });
    await handOver(desk, 'Transfer', 'Agent', 'Pieter Bakker');
    const notices = page.getByRole('region', { name: 'Notices' });
    if (answer === 'ignore') {
      // Done with the wrap-up before the ringing ends: the news comes all the same.
      await desk.wrapUp('Passed to billing');
      await expect(notices).toContainText('Melissa Jansen: Pieter Bakker did not accept the transfer. The request was dropped and the conversation has ended.');
    } else {
      await expect(notices).toContainText('Pieter Bakker did not accept the transfer.');
      await desk.wrapUp('Passed to billing');
    }
    await centre.recorded({ kind: 'offerOutcome', taskId: melissa.taskId, outcome: answer === 'ignore' ? 'rona' : 'rejected' });
    await notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notices).toBeHidden();
  });
}

test('S11 an entry that has gone stale is refused with the reason, and the chat stays', async ({ page, sandbox }) => {
  const { desk, centre } = await inChat(page, sandbox);
  const handover = await openHandover(desk, 'Transfer');
  await handover.choose('Agent', 'Pieter Bakker');
  await centre.colleague('Pieter Bakker', { state: 'Idle' });
  await handover.confirm();
  await expect(handover.dialog.getByText('That queue or agent is no longer available. Refresh the list and choose another one.')).toBeVisible();
  await handover.dialog.getByRole('button', { name: 'Refresh the list' }).click();
  await expect(handover.dialog.getByText('Pieter Bakker is not available any more. Choose another agent.')).toBeVisible();
  await handover.dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.send('I am still with you.');
  await expect(desk.bubble('I am still with you.')).toBeVisible();
});

test('S11 ending while a transfer is in flight is not possible, and the transfer wins', async ({ page, sandbox }) => {
  const { desk, centre, melissa } = await inChat(page, sandbox);
  await centre.colleague('Pieter Bakker', { answer: 'accept', afterMs: 0 });
  const handover = await openHandover(desk, 'Transfer');
  await handover.choose('Agent', 'Pieter Bakker');
  await centre.fault({ target: 'rest', kind: 'delay', ms: 1_500, path: '/transfer' });
  await handover.confirm();
  await handover.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.conversation.getByRole('button', { name: 'End', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await desk.conversation.getByRole('button', { name: 'End', exact: true }).click({ force: true });
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(desk.wrapUpDialog).toContainText('transferred');
  await desk.wrapUp('Passed to billing');
  const commands = (await centre.ledger()).filter((line) => line.kind === 'command' && line.taskId === melissa.taskId).map((line) => line.command);
  expect(commands).not.toContain('end');
});
