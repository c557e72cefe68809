// The picture that README.md shows: an ordinary moment of a busy agent. `PARLEY_README_PICTURE=1 npm run tour -- workspace` renews it.
import { copyFile } from 'node:fs/promises';
import { agentOf, expect, test } from '../fixtures/app.ts';
import { repository } from '../fixtures/paths.ts';
import { openChat, type Customer } from '../pages/customer.ts';
import { answer } from './answer.ts';
import { workspaceOf } from '../pages/workspace.ts';
import { openCamera } from './camera.ts';

test('a busy moment', async ({ app, page, sandbox }) => {
  const camera = await openCamera(app, 0);
  const desk = workspaceOf(page);
  await sandbox.request('POST', '/sandbox/settings', { capacity: 8, ronaTimeoutMs: 3_000_000 });
  await sandbox.request('POST', '/sandbox/policy', { wrapUp: { auto: true, afterSeconds: 120, extensionAllowed: true } });
  for (const { id } of sandbox.agents.slice(1)) await sandbox.request('POST', `/sandbox/colleagues/${id}`, { answer: 'accept', afterMs: 0 });
  await desk.ready();
  await desk.goAvailable();
  const chat = async (name: string, number: string, firstText: string): Promise<Customer> => {
    const customer = await openChat(sandbox, firstText, { name, number });
    await desk.accept(name);
    return customer;
  };

  await chat('Thomas Okafor', '+447911123456', 'Can I pay the repair in two parts?');
  await desk.send('I will ask my colleague of billing to join us.');
  await desk.conversation.getByRole('button', { name: 'Conference', exact: true }).click();
  await page.getByRole('radio', { name: 'Agent' }).click({ force: true });
  await page.getByRole('option', { name: new RegExp(agentOf(sandbox, 1).name) }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Conference', exact: true }).click();
  await expect(desk.conversation.getByRole('button', { name: 'End conference' })).toBeVisible();

  const noor = await chat('Noor van den Berg', '+31612340193', 'Goedemiddag, mijn droger wordt niet meer warm');
  const youssef = await chat('Youssef El Amrani', '+31634418805', 'Hallo, er staan voorrijkosten op mijn factuur maar ik heb garantie');
  const melissa = await chat('Melissa Jansen', '+447966197542', 'Hi, my washing machine stops halfway and shows E18. You can reach me on +447966197542 or melissa@gmail.com');
  await answer(desk, melissa, 'Hello Melissa, I’m Sanne from Halden & Vos. Sorry about that, let’s get it running again.');
  await melissa.say('It is the Aria 8, about a year old');
  await answer(desk, melissa, 'Thanks. Could you check the small door at the bottom right?');
  await melissa.say('The filter is clean, I checked it twice');
  await melissa.say('And it still stops after ten minutes');
  await expect(desk.bubble('And it still stops after ten minutes')).toBeVisible();
  await answer(desk, melissa, 'Then a technician should look at it. Within your warranty the visit is free. Would Wednesday at 11:00 suit you?');
  await melissa.say('Wednesday at eleven is perfect, thank you 👍');
  await expect(desk.bubble('Wednesday at eleven is perfect, thank you 👍')).toBeVisible();
  await answer(desk, melissa, 'It is booked. The technician calls half an hour before.');
  await noor.say('Mijn nummer is 06 12 34 01 93');
  await youssef.say('Factuurnummer 2026-10-4471');
  await youssef.say('Mail: youssef@example.nl');
  await expect(desk.taskList.getByText(/^Mail: /)).toBeVisible();
  await sandbox.request('POST', '/sandbox/settings', { ronaTimeoutMs: 30_000 });
  await openChat(sandbox, 'My dryer does not get warm', { name: 'Daan Visser', number: '+31622903381' });
  await expect(desk.offers.getByRole('button', { name: 'Accept request from Daan Visser' })).toBeVisible();
  await expect(desk.transcript.getByText(/Sent$/).last()).toBeVisible();
  // Off the button that appears where the last one was.
  await page.mouse.move(640, 24);
  await camera.shoot('workspace', 'german');
  if (process.env['PARLEY_README_PICTURE'] === '1') await copyFile(repository('tour/001-workspace.png'), repository('docs/images/workspace.png'));
});
