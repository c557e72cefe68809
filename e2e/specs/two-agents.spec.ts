// Two agents at two computers against one contact centre: transfer, conference, and a chat between all three sides.
import { expect, test, type RunningApp } from '../fixtures/app.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { handOver } from '../pages/handover.ts';
import { workspaceOf, type Workspace } from '../pages/workspace.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';

type Launch = (options: { readonly agent: number }) => Promise<RunningApp>;

async function bothAtWork(launch: Launch, sandbox: Sandbox): Promise<{ readonly sanne: Workspace; readonly pieter: Workspace }> {
  const [one, two] = await Promise.all([launch({ agent: 0 }), launch({ agent: 1 })]);
  const [sanne, pieter] = [workspaceOf(one.page), workspaceOf(two.page)];
  await Promise.all([sanne.ready(), pieter.ready()]);
  await contactCentreOf(sandbox).colleaguesIdle();
  return { sanne, pieter };
}

const participants = (desk: Workspace) => desk.page.getByRole('list', { name: 'Participants' }).getByRole('listitem');

test('S11 two windows: a transfer rings at the other agent, brings the whole chat, and leaves the first with a wrap-up', async ({ launch, sandbox }) => {
  const { sanne, pieter } = await bothAtWork(launch, sandbox);
  await sanne.goAvailable();
  const melissa = await openChat(sandbox, 'My invoice is wrong');
  await sanne.accept('Melissa Jansen');
  await sanne.send('I ask a colleague from billing.');
  await pieter.goAvailable();
  await handOver(sanne, 'Transfer', 'Agent', 'Pieter Bakker');
  await expect(sanne.wrapUpDialog).toBeVisible();
  await pieter.accept('Melissa Jansen');
  await expect(pieter.bubble('My invoice is wrong')).toBeVisible();
  await expect(pieter.bubble('I ask a colleague from billing.')).toBeVisible();
  await melissa.say('Hello Pieter');
  await expect(pieter.bubble('Hello Pieter')).toBeVisible();
  await pieter.send('Hello Melissa');
  await expect.poll(() => melissa.received()).toEqual(['I ask a colleague from billing.', 'Hello Melissa']);
  await sanne.wrapUp('Passed to billing');
  await expect(sanne.taskList.getByText('Melissa Jansen')).toHaveCount(0);
  await pieter.end();
  await pieter.wrapUp('Invoice explained');
});

test('S12 two windows: a conference of all three sides; both agents see the same people, each other by name, and the chat outlives the owner', async ({ launch, sandbox }) => {
  const { sanne, pieter } = await bothAtWork(launch, sandbox);
  await sanne.goAvailable();
  const melissa = await openChat(sandbox, 'Can billing join us?');
  await sanne.accept('Melissa Jansen');
  await pieter.goAvailable();
  await handOver(sanne, 'Conference', 'Agent', 'Pieter Bakker');
  await pieter.accept('Melissa Jansen');
  await expect(sanne.transcript.getByText(/^Pieter Bakker joined the chat/)).toBeVisible();
  await expect(participants(sanne)).toHaveText([/Melissa Jansen/, /Sanne de Vries.*You/, /Pieter Bakker/]);
  await expect(participants(pieter)).toHaveText([/Melissa Jansen/, /Sanne de Vries/, /Pieter Bakker.*You/]);

  await sanne.send('Pieter is here now.');
  await pieter.send('Good afternoon, Pieter here.');
  await melissa.say('Great, both of you!');
  for (const desk of [sanne, pieter]) {
    for (const text of ['Pieter is here now.', 'Good afternoon, Pieter here.', 'Great, both of you!']) await expect(desk.bubble(text)).toBeVisible();
  }
  await expect(sanne.transcript.getByText('Pieter Bakker', { exact: true }).first()).toBeVisible();
  await expect(pieter.transcript.getByText('Sanne de Vries', { exact: true }).first()).toBeVisible();

  // The owner leaves: the other becomes the owner, and may end the chat for good.
  await sanne.conversation.getByRole('button', { name: 'End conference' }).click();
  await sanne.page.getByRole('alertdialog').getByRole('button', { name: 'End conference' }).click();
  await sanne.wrapUp('Passed to billing');
  await expect(pieter.transcript.getByText(/^Sanne de Vries left the chat/)).toBeVisible();
  await expect(participants(pieter)).toHaveCount(0);
  await pieter.send('It is the two of us again.');
  await expect.poll(() => melissa.received()).toHaveLength(3);
  await pieter.end();
  await pieter.wrapUp('Invoice explained');
});

test('S11 two windows: a transfer the other agent does not answer puts them in RONA and is told to the first', async ({ launch, sandbox }) => {
  const { sanne, pieter } = await bothAtWork(launch, sandbox);
  await sanne.goAvailable();
  await openChat(sandbox, 'My invoice is wrong');
  await sanne.accept('Melissa Jansen');
  await contactCentreOf(sandbox).settings({ ronaTimeoutMs: 2_500 });
  await pieter.goAvailable();
  await handOver(sanne, 'Transfer', 'Agent', 'Pieter Bakker');
  await expect(pieter.offer('Melissa Jansen')).toBeVisible();
  await sanne.wrapUp('Passed to billing');
  await expect(pieter.statusButton).toHaveAccessibleName('Status: RONA');
  await expect(pieter.offers).toBeHidden();
  await expect(pieter.page.getByText('You missed a request from Melissa Jansen')).toBeVisible();
  await expect(sanne.page.getByRole('region', { name: 'Notices' })).toContainText('Pieter Bakker did not accept the transfer.');
});
