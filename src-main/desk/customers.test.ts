// An earlier chat of the same customer, read and its links opened, against the real contact centre.
import { afterEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';

const open: { desk: Desk; sandbox: Sandbox }[] = [];
afterEach(async () => {
  for (const { desk, sandbox } of open.splice(0)) {
    await desk.close();
    await sandbox.close();
  }
});

const message = (type: string, text: string, apple?: unknown) => ({ type, message: { aliasId: crypto.randomUUID(), text, timestamp: Date.now() }, ...(apple !== undefined && { apple }) });

/** The agent had a chat with a customer, and has the next one now. */
async function secondChat(said: readonly ReturnType<typeof message>[]) {
  const sandbox = await createSandbox({ seed: 7, pace: 0, scenario: { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }], teams: ['Sales'] }, settings: { reserveMs: 0 } } });
  const opened: string[] = [];
  const desk = await openDesk({
    clock: realClock, centre: createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined }),
    openAddress: (address) => { opened.push(address); return Promise.resolve(true); },
  });
  open.push({ desk, sandbox });
  const wait = (what: string, holds: () => boolean): Promise<void> => until(desk, holds, () => what);
  const token = sandbox.info.agents[0]?.token ?? '';
  desk.signInWith({ baseUrl: sandbox.info.url, token: () => Promise.resolve(token) }, Promise.resolve());
  await wait('live', () => desk.view().connection.state === 'live');
  await desk.command('agent.setStatus', { status: { kind: 'available' } });
  const task = (phase: string) => Object.values(desk.view().tasks).find((one) => one.phase.name === phase);
  const accept = async (): Promise<string> => {
    await control(sandbox.info, 'POST', '/v2/tasks', { origin: { id: '+31600000001', name: 'Melissa' }, channelType: 'social', channel: 'appleMessages', channelParams: message('text', 'Hello') });
    await wait('an offer', () => task('offered') !== undefined);
    const taskId = task('offered')?.taskId ?? '';
    await desk.command('task.accept', { taskId });
    await wait('the chat', () => task('connected') !== undefined);
    return taskId;
  };
  const earlierId = await accept();
  for (const channelParams of said) await control(sandbox.info, 'POST', `/v2/tasks/${earlierId}/messages`, { mediaType: 'social', messageDirection: 'INBOUND', channelParams });
  await desk.command('task.end', { taskId: earlierId });
  await wait('wrap-up', () => task('wrapUp') !== undefined);
  await desk.command('task.wrapUp', { taskId: earlierId, auxCodeId: desk.view().agent?.wrapUpCodes[0]?.id ?? '', notes: '' });
  await wait('no chat', () => Object.keys(desk.view().tasks).length === 0);
  return { desk, wait, opened, earlierId, taskId: await accept(), policy: (masking: boolean) => control(sandbox.info, 'POST', '/sandbox/policy', { masking }) };
}

test('a link of an earlier chat opens on the host that was confirmed, of that chat, while it was read and is not hidden', async () => {
  const { desk, wait, opened, earlierId, taskId, policy } = await secondChat([
    message('text', 'See www.shop.example/kettle or https://shop.example/?mail=melissa@gmail.com'),
    message('richLink', 'https://shop.example/blue', { richLinkData: { url: 'https://shop.example/blue?for=melissa@gmail.com', title: 'Blue kettle', assets: {} } }),
  ]);
  const link = { taskId, earlierId, itemId: '', index: 0, host: 'www.shop.example' };
  expect(await desk.command('customer.openLink', { ...link, itemId: 'x' }), 'nothing was read').toMatchObject({ ok: false });
  const read = await desk.command('customer.transcript', { taskId, earlierId });
  if (!read.ok) throw new Error(read.failure.code);
  expect(JSON.stringify(read.value)).not.toContain('melissa@');
  const [words, card] = read.value.items.filter((item) => item.kind === 'message').slice(1);
  expect(words).toMatchObject({ content: { links: [{ host: 'www.shop.example' }] } });
  const inWords = { ...link, itemId: words?.itemId ?? '' };
  expect(await desk.command('customer.openLink', inWords)).toMatchObject({ ok: true });
  expect(await desk.command('customer.openLink', { ...link, itemId: card?.itemId ?? '', host: 'shop.example' })).toMatchObject({ ok: true });
  const both = ['https://www.shop.example/kettle', 'https://shop.example/blue?for=melissa@gmail.com'];
  expect(opened).toEqual(both);
  for (const other of [{ host: 'shop.example' }, { index: 1 }, { itemId: 'x' }, { earlierId: taskId }]) {
    expect(await desk.command('customer.openLink', { ...inWords, ...other }), JSON.stringify(other)).toMatchObject({ ok: false, failure: { code: 'notAvailableNow' } });
  }
  // What can be read decides: with nothing hidden the second address is a link too.
  await policy(false);
  await wait('masking off', () => !desk.view().app.masking);
  expect(await desk.command('customer.openLink', { ...inWords, index: 1, host: 'shop.example' })).toMatchObject({ ok: true });
  await policy(true);
  await wait('masking on', () => desk.view().app.masking);
  expect(await desk.command('customer.openLink', { ...inWords, index: 1, host: 'shop.example' })).toMatchObject({ ok: false });
  expect(opened).toEqual([...both, 'https://shop.example/?mail=melissa@gmail.com']);
});
