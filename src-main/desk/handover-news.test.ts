// What becomes of a hand-over after it was asked for: each end reaches the agent in words.
import { afterEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import type { NoticeView, TaskView } from '../../src-shared/ipc/view.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';

const open: { readonly desk: Desk; readonly sandbox: Sandbox }[] = [];
afterEach(async () => {
  for (const { desk, sandbox } of open.splice(0)) {
    await desk.close();
    await sandbox.close();
  }
});

async function atWork() {
  const sandbox = await createSandbox({ seed: 7, pace: 0, scenario: { settings: { reserveMs: 0, ronaTimeoutMs: 300, colleagueStayMs: 0 } } });
  const [self, colleague, ...others] = sandbox.info.agents;
  if (self === undefined || colleague === undefined) throw new Error('Too few agents.');
  const tell = (path: string, body: unknown): Promise<unknown> => control(sandbox.info, 'POST', path, body);
  for (const { id } of others) await tell(`/sandbox/colleagues/${id}`, { state: 'Idle' });
  await tell(`/sandbox/colleagues/${colleague.id}`, { state: 'Idle', answer: 'ignore' });
  const desk = await openDesk({ clock: realClock, centre: createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined }) });
  open.push({ desk, sandbox });
  desk.signInWith({ baseUrl: sandbox.url, token: () => Promise.resolve(self.token) }, Promise.resolve());
  const shown = (): string => JSON.stringify(desk.view());
  const wait = (holds: () => boolean): Promise<void> => until(desk, holds, shown);
  await wait(() => desk.view().connection.state === 'live' && desk.view().agent !== null);
  await desk.command('agent.setStatus', { status: { kind: 'available' } });
  await tell('/v2/tasks', { origin: { id: 'urn:mbid:1', name: 'Melissa' }, channelType: 'social', channel: 'appleMessages', channelParams: { type: 'text', message: { aliasId: crypto.randomUUID(), text: 'Hello', timestamp: 1 } } });
  const task = (): TaskView | undefined => Object.values(desk.view().tasks)[0];
  await wait(() => task()?.phase.name === 'offered');
  const taskId = task()?.taskId ?? '';
  await desk.command('task.accept', { taskId });
  await wait(() => task()?.phase.name === 'connected');
  await tell(`/sandbox/colleagues/${colleague.id}`, { state: 'Available' });
  const notices = (): readonly NoticeView[] => Object.values(desk.view().notices);
  return { desk, sandbox, tell, wait, task, taskId, colleague, notices, to: { type: 'agent' as const, id: colleague.id } };
}

const failureOf = (notices: readonly NoticeView[]): unknown => notices.flatMap((notice) => (notice.kind === 'taskFailed' ? [notice.failure] : []));

test('an invitation nobody takes is told by name, and the chat goes on', async () => {
  const { desk, wait, task, taskId, to, notices, colleague } = await atWork();
  await desk.command('directory.refresh', {});
  expect(await desk.command('task.conference', { taskId, destination: to })).toMatchObject({ ok: true });
  await wait(() => notices().length > 0);
  expect(failureOf(notices())).toEqual([{ code: 'invitationNotAccepted', values: { name: colleague.name } }]);
  expect(task()?.phase.name).toBe('connected');
});

test('a transfer nobody takes is told by name, also after the wrap-up', async () => {
  const { desk, wait, taskId, to, notices, colleague } = await atWork();
  await desk.command('directory.refresh', {});
  expect(await desk.command('task.transfer', { taskId, destination: to })).toMatchObject({ ok: true });
  const [code] = desk.view().agent?.wrapUpCodes ?? [];
  expect(await desk.command('task.wrapUp', { taskId, auxCodeId: code?.id ?? '', notes: 'For billing' })).toMatchObject({ ok: true });
  await wait(() => notices().length > 0);
  expect(failureOf(notices())).toEqual([{ code: 'transferNotAccepted', values: { name: colleague.name } }]);
  expect(notices()[0]).toMatchObject({ customerName: { text: 'Melissa' } });
});

test.each([
  ['AgentBlindTransferFailed', 'transfer', { type: 'agent' }],
  ['AgentVteamTransferFailed', 'transfer', { type: 'queue', id: 'no-such-queue' }],
  ['AgentConsultConferenceFailed', 'conference', { type: 'agent' }],
] as const)('%s: the contact centre refuses a destination that has gone, and the chat stays', async (_frame, command, given) => {
  const { desk, sandbox, tell, task, taskId, to } = await atWork();
  await tell(`/sandbox/colleagues/${to.id}`, { state: 'Idle' });
  expect(await desk.command(`task.${command}`, { taskId, destination: given.type === 'queue' ? given : to })).toMatchObject({ ok: false, failure: { code: 'destinationUnavailable' } });
  const { data } = (await control(sandbox.info, 'GET', '/sandbox/ledger')) as { data: readonly { readonly command?: string; readonly accepted?: boolean }[] };
  expect(data.filter((entry) => entry.command === command).map(({ accepted }) => accepted), 'refused there, not here').toEqual([false]);
  expect(task()).toMatchObject({ phase: { name: 'connected' }, busy: null });
});
