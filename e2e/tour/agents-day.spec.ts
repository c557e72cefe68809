// The tour: an agent's whole day, driven against the sandbox, with a picture at every place worth looking at.
import { expect, test, type RunningApp, type Sandbox } from '../fixtures/app.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf, type Workspace } from '../pages/workspace.ts';
import { answer } from './answer.ts';
import { openCamera, type Camera } from './camera.ts';

interface Stage {
  readonly desk: Workspace;
  readonly camera: Camera;
}

/** An agent who is signed in and Available, and the camera of a chapter. */
async function onDuty(app: RunningApp, chapter: number): Promise<Stage> {
  const camera = await openCamera(app, chapter);
  const desk = workspaceOf(app.page);
  await desk.ready();
  await desk.goAvailable();
  return { desk, camera };
}

/** A chat that has been accepted. */
async function inChat(sandbox: Sandbox, desk: Workspace, firstText: string, name: string): ReturnType<typeof openChat> {
  const customer = await openChat(sandbox, firstText, { name });
  await desk.accept(name);
  return customer;
}

/** Lets the colleagues answer requests the way a scene needs it. */
async function colleagues(sandbox: Sandbox, habit: Readonly<Record<string, unknown>>): Promise<void> {
  for (const { id } of sandbox.agents.slice(1)) await sandbox.request('POST', `/sandbox/colleagues/${id}`, habit);
}

test.describe('the start of the day', () => {
  test.use({ agent: 'none' });

  test('sign-in', async ({ launch }) => {
    const app = await launch();
    const camera = await openCamera(app, 1);
    await expect(app.page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
    await camera.shoot('sign-in', 'german', 'narrow', 'smallest');
    await app.page.getByRole('radio', { name: /Webex/ }).check();
    await camera.shoot('sign-in-region');
  });

  test('team', async ({ launch }) => {
    const app = await launch();
    await app.electronApp.evaluate(({ shell }) => {
      // Stands in for the system browser and the agent in it, who takes the first name on the page.
      const openExternal = async (address: string): Promise<void> => {
        const page = await (await fetch(address)).text();
        const link = /href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
        await fetch(new URL(link ?? '', address));
      };
      Object.assign(shell, { openExternal });
    });
    const camera = await openCamera(app, 2);
    await app.page.getByRole('radio', { name: /Local sandbox/ }).check();
    await app.page.getByRole('button', { name: 'Continue' }).click();
    await expect(app.page.getByText(/^Welcome, /)).toBeVisible();
    await camera.shoot('team', 'narrow');
  });

  test('a contact centre that is not there', async ({ launch }) => {
    const app = await launch({ env: { PARLEY_CONTACT_CENTRE: 'http://127.0.0.1:9', PARLEY_ACCESS_TOKEN: 'a_b_c' } });
    const camera = await openCamera(app, 3);
    await expect(app.page.getByText('could not be reached', { exact: false })).toBeVisible();
    await camera.shoot('sign-in-failed', 'narrow');
  });
});

test('the workspace before the first request', async ({ app, page, sandbox }) => {
  const camera = await openCamera(app, 4);
  const desk = workspaceOf(page);
  await desk.ready();
  await camera.shoot('idle-workspace', 'german', 'narrow');
  await desk.statusButton.click();
  await expect(page.getByRole('option', { name: 'Available', exact: true }).or(page.getByRole('menuitemradio', { name: 'Available', exact: true }))).toBeVisible();
  await camera.shoot('status-menu');
  await page.keyboard.press('Escape');
  await desk.goAvailable();
  await camera.shoot('available');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await expect(page.getByRole('menuitem', { name: 'About Parley' })).toBeVisible();
  await camera.shoot('account-menu');
  await page.getByRole('menuitem', { name: 'About Parley' }).click();
  await expect(page.getByRole('dialog', { name: 'About Parley' })).toBeVisible();
  await camera.shoot('about', 'narrow');
  await page.keyboard.press('Escape');
  await sandbox.request('POST', '/sandbox/settings', { reserveMs: 60_000 });
  await openChat(sandbox, 'Hello', { name: 'Fleur Smit' });
  await expect(desk.offers.getByText('Connecting…')).toBeVisible();
  await camera.shoot('connecting', 'narrow');
});

test('requests', async ({ app, sandbox }) => {
  const { desk, camera } = await onDuty(app, 5);
  await sandbox.request('POST', '/sandbox/settings', { ronaTimeoutMs: 60_000 });
  await openChat(sandbox, 'My dryer does not get warm', { name: 'Daan Visser' });
  await expect(desk.offer('Daan Visser')).toBeVisible();
  await camera.shoot('request', 'german', 'narrow', 'smallest');
  await openChat(sandbox, 'There is a mistake in my invoice', { name: 'Emma Lindqvist', asset: 1 });
  await openChat(sandbox, 'Can I move my delivery?', { name: 'Thomas Okafor' });
  await openChat(sandbox, 'Water everywhere!', { name: 'Youssef El Amrani' });
  await expect(desk.taskList.getByRole('button', { name: 'Accept request from Youssef El Amrani' })).toBeVisible();
  await camera.shoot('stacked-requests', 'narrow');
});

test('a missed request', async ({ app, page, sandbox }) => {
  const { desk, camera } = await onDuty(app, 6);
  await sandbox.request('POST', '/sandbox/settings', { ronaTimeoutMs: 1_000 });
  await openChat(sandbox, 'Is anyone there?');
  await expect(desk.statusButton).toHaveAccessibleName('Status: RONA');
  await expect(page.getByText('You missed a request from Melissa Jansen')).toBeVisible();
  await camera.shoot('rona', 'narrow', 'smallest');
});

test('a conversation from its first word to wrap-up', async ({ app, page, sandbox }) => {
  const { desk, camera } = await onDuty(app, 7);
  const melissa = await inChat(sandbox, desk, 'Hi, my washing machine stops halfway and shows E18.', 'Melissa Jansen');
  await answer(desk, melissa, 'Hello Melissa, sorry about that. Which machine do you have?');
  await melissa.say('An Aria 8, about a year old');
  await melissa.say('The filter is clean, I checked it twice');
  await answer(desk, melissa, 'Thank you. Then a technician has to look at it; within the warranty that is free.');
  await answer(desk, melissa, 'Would Wednesday morning suit you?');
  await melissa.say('Wednesday would be great 👍');
  await expect(desk.bubble('Wednesday would be great 👍')).toBeVisible();
  await expect(desk.transcript.getByText(/Sent$/).last()).toBeVisible();
  await camera.shoot('conversation', 'german', 'narrow', 'smallest');

  await melissa.say('You can reach me on +31 6 12347542 or melissa.jansen@gmail.example');
  await melissa.say('My card is 4111 1111 1111 1111, my account NL91 ABNA 0417 1643 00');
  await expect(desk.transcript.getByText('My account', { exact: false }).or(desk.transcript.getByText('My card is', { exact: false }))).toBeVisible();
  await camera.shoot('masked-values', 'narrow');

  await desk.composer.fill('The technician takes a spare pump along. '.repeat(250));
  await camera.shoot('over-the-limit', 'narrow', 'smallest');
  await desk.composer.fill('I will book Wednesday between\nnine and twelve');
  await camera.shoot('composing');
  await desk.composer.fill('');

  await desk.conversation.getByRole('button', { name: 'Transfer', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Transfer request' })).toBeVisible();
  await camera.shoot('transfer-queue', 'german', 'narrow', 'smallest');
  await page.getByRole('radio', { name: 'Agent' }).click({ force: true });
  await expect(page.getByRole('option', { name: /Pieter Bakker/ })).toBeVisible();
  await camera.shoot('transfer-agent');
  await page.keyboard.press('Escape');

  await colleagues(sandbox, { answer: 'accept', afterMs: 0 });
  await desk.conversation.getByRole('button', { name: 'Conference', exact: true }).click();
  await page.getByRole('radio', { name: 'Agent' }).click({ force: true });
  await page.getByRole('option', { name: /Aylin Kaya/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Conference', exact: true }).click();
  await expect(desk.conversation.getByText('Aylin Kaya').first()).toBeVisible();
  await expect(desk.conversation.getByRole('button', { name: 'End conference' })).toBeVisible();
  await camera.shoot('conference', 'narrow', 'smallest');
  await desk.conversation.getByRole('button', { name: 'End conference' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await camera.shoot('end-conference');
  await page.keyboard.press('Escape');
});

test('the end of a conversation', async ({ app, page, sandbox }) => {
  const { desk, camera } = await onDuty(app, 8);
  await sandbox.request('POST', '/sandbox/policy', { wrapUp: { auto: true, afterSeconds: 60, extensionAllowed: true } });
  await inChat(sandbox, desk, 'The dishwasher works again, thank you!', 'Noor van den Berg');
  await desk.send('Good to hear. Anything else?');
  await desk.conversation.getByRole('button', { name: 'End', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await camera.shoot('end', 'narrow');
  await page.getByRole('alertdialog').getByRole('button', { name: 'End', exact: true }).click();
  await expect(desk.wrapUpDialog).toBeVisible();
  await camera.shoot('wrap-up', 'german', 'narrow', 'smallest');
  await desk.wrapUpDialog.getByRole('option', { name: 'Question answered', exact: true }).first().click();
  await camera.shoot('wrap-up-chosen');
});

test('what goes wrong outside', async ({ app, page, sandbox }) => {
  const { desk, camera } = await onDuty(app, 9);
  const thomas = await inChat(sandbox, desk, 'Can I move my delivery to Tuesday?', 'Thomas Okafor');
  await desk.send('Of course, one moment.');
  await expect(desk.transcript.getByText(/Sent$/)).toBeVisible();
  await thomas.leave();
  await expect(desk.transcript.getByText('The customer closed the conversation')).toBeVisible();
  await camera.shoot('customer-left', 'narrow');

  await inChat(sandbox, desk, 'My invoice has a line I do not know', 'Youssef El Amrani');
  await sandbox.request('POST', '/sandbox/faults', { target: 'socket', kind: 'refuse', count: 1_000_000 });
  await sandbox.request('POST', '/sandbox/faults', { target: 'socket', kind: 'drop' });
  await sandbox.request('POST', '/sandbox/faults', { target: 'rest', kind: 'refuse', count: 1_000_000 });
  await expect(page.getByText('Reconnecting…', { exact: false }).first()).toBeVisible();
  await desk.send('I am looking it up now.');
  await desk.send('It is the call-out fee of 3 March.');
  await camera.shoot('connection-lost', 'narrow', 'smallest');
  await sandbox.request('DELETE', '/sandbox/faults');
  await page.getByRole('button', { name: 'Try now' }).click();
  await desk.ready();

  await inChat(sandbox, desk, 'Hello, who can help me with a fridge?', 'Emma Lindqvist');
  await sandbox.request('DELETE', `/sandbox/assets/${sandbox.assets[0]?.id ?? ''}`);
  await expect(desk.conversation.getByText('Conversation interrupted')).toBeVisible();
  await camera.shoot('asset-removed', 'narrow', 'smallest');
});
