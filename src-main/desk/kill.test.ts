// What a kill of main, a forced sign-out or a lost connection must not take: the whole desk against the real contact centre,
// with the agent's file kept by the test. A kill is a desk that is left where it stands, and a new one on the same file.
import { afterEach, describe, expect, test } from 'vitest';
import { createSandbox, type LedgerEntry, type Sandbox, type Scenario } from '../../src-sandbox/index.ts';
import type { NoticeView, TaskView } from '../../src-shared/ipc/view.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';
import type { Work, WorkFile } from './work.ts';

const desks: Desk[] = [];
const sandboxes: Sandbox[] = [];
const releases: (() => void)[] = [];
afterEach(async () => {
  releases.splice(0).forEach((release) => { release(); });
  for (const desk of desks.splice(0)) await desk.close();
  for (const sandbox of sandboxes.splice(0)) await sandbox.close();
});

/** The agent's file. `hold`: a write does not end before `release`; `cut`: what the dead process still writes arrives nowhere. */
function disk() {
  let content: unknown = null;
  let holding: Promise<void> | null = null;
  let release = (): void => undefined;
  return {
    file: (alive: () => boolean): WorkFile => ({
      durable: true,
      read: () => Promise.resolve(structuredClone(content)),
      write: async (next) => {
        await holding;
        if (alive()) content = structuredClone(next);
      },
    }),
    content: () => content as Work | null,
    hold: () => {
      holding = new Promise((resolve) => { release = resolve; });
      releases.push(release);
    },
    release: () => {
      holding = null;
      release();
    },
  };
}

async function place(settings: Scenario['settings'] = {}) {
  const sandbox = await createSandbox({ seed: 7, pace: 0, scenario: { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }], teams: ['Sales'] }, settings: { reserveMs: 0, disconnectIdleMs: 60_000, ...settings } } });
  sandboxes.push(sandbox);
  const [agent] = sandbox.info.agents;
  if (agent === undefined) throw new Error('No agent.');
  const tell = (path: string, body: unknown, method = 'POST'): Promise<unknown> => control(sandbox.info, method, path, body);
  const kept = disk();
  /** Shut: the agent's token is worth nothing. */
  const door = { isOpen: true };

  const start = async () => {
    let isAlive = true;
    const centre = createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined });
    const desk = await openDesk({ clock: realClock, centre, workFile: () => kept.file(() => isAlive) });
    desks.push(desk);
    const wait = (holds: () => boolean | Promise<boolean>): Promise<void> => until(desk, holds, () => JSON.stringify(desk.view()));
    const task = (): TaskView | undefined => Object.values(desk.view().tasks)[0];
    const signIn = async (): Promise<void> => {
      desk.signInWith({ baseUrl: sandbox.url, token: () => Promise.resolve(door.isOpen ? agent.token : 'x_local_worthless') }, Promise.resolve());
      await wait(() => desk.view().connection.state === 'live' && desk.view().agent !== null);
    };
    await signIn();
    return {
      desk, wait, task, signIn,
      notices: (): readonly NoticeView[] => Object.values(desk.view().notices),
      texts: (): readonly string[] => Object.values(desk.view().open?.items ?? {}).flatMap((item) => (item.kind === 'message' && 'text' in item.content ? [item.content.text.text] : [])),
      kill: (): void => {
        isAlive = false;
        centre.stop();
      },
    };
  };
  const write = () => tell('/v2/tasks', { origin: { id: 'urn:mbid:1', name: 'Melissa', number: '+31612345678' }, channelType: 'social', channel: 'appleMessages', channelParams: { type: 'text', message: { aliasId: crypto.randomUUID(), text: 'Hello', timestamp: 1 } } });
  /** An agent with a request that rings. */
  const ringing = async () => {
    const run = await start();
    await run.desk.command('agent.setStatus', { status: { kind: 'available' } });
    await write();
    await run.wait(() => run.task()?.phase.name === 'offered');
    return { ...run, taskId: run.task()?.taskId ?? '' };
  };
  /** An agent in a chat. */
  const chatting = async () => {
    const run = await ringing();
    await run.desk.command('task.accept', { taskId: run.taskId });
    await run.wait(() => run.texts().includes('Hello'));
    return run;
  };
  return { info: sandbox.info, tell, kept, door, start, ringing, chatting };
}

describe('a request that ended while main was gone', () => {
  test('is told as missed by the next run, and by the one after that, until the agent is Available again', async () => {
    const { kept, ringing, start, tell } = await place();
    const { taskId, kill, wait } = await ringing();
    await wait(() => taskId in (kept.content()?.offers ?? {}));
    kill();
    await tell(`/sandbox/tasks/${taskId}/customer`, { leave: 'end' });
    const told = [{ kind: 'missedOffer', customerName: { text: 'Melissa' } }];
    const second = await start();
    await second.wait(() => second.notices().length > 0);
    expect(second.notices()).toMatchObject(told);
    await second.wait(() => Object.keys(kept.content()?.missed ?? {}).length > 0);
    second.kill();
    const third = await start();
    expect(third.notices()).toMatchObject(told);
    expect(await third.desk.command('agent.setStatus', { status: { kind: 'available' } })).toMatchObject({ ok: true });
    expect(third.notices()).toEqual([]);
    await third.wait(() => Object.keys(kept.content()?.missed ?? {}).length === 0);
  });

  test('is told with the reason when it was withdrawn before the kill, until it is dismissed', async () => {
    const { kept, ringing, start, tell } = await place();
    const { taskId, kill, wait } = await ringing();
    await tell(`/sandbox/tasks/${taskId}/customer`, { leave: 'end' });
    await wait(() => Object.keys(kept.content()?.missed ?? {}).length > 0);
    kill();
    const second = await start();
    const [notice] = second.notices();
    expect(notice).toMatchObject({ kind: 'withdrawnOffer', customerName: { text: 'Melissa' } });
    await second.desk.command('notice.dismiss', { noticeId: notice?.noticeId ?? '' });
    await second.wait(() => Object.keys(kept.content()?.missed ?? {}).length === 0);
  });
});

test('a business account that was deleted while the connection was away is known after it', async () => {
  const { info, chatting, tell } = await place();
  const { desk, wait, task } = await chatting();
  await tell('/sandbox/faults', { target: 'rest', kind: 'refuse', path: '/subscribe', count: 1 });
  await tell('/sandbox/faults', { target: 'socket', kind: 'drop' });
  await wait(() => desk.view().connection.state === 'lost');
  for (const asset of info.assets) await tell(`/sandbox/assets/${asset.id}`, undefined, 'DELETE');
  expect(task()?.assetRemoved).toBe(false);
  await wait(() => desk.view().connection.state === 'live' && task()?.assetRemoved === true);
});

test('a message that failed is shown again after a forced sign-out and a new sign-in', async () => {
  const { door, chatting, tell } = await place();
  const { desk, taskId, wait, signIn, texts } = await chatting();
  await tell(`/sandbox/tasks/${taskId}/append-failures`, { reason: 'rejected', retryable: false });
  await desk.command('conversation.send', { taskId, text: 'Refused' });
  const failed = (): boolean => Object.values(desk.view().open?.items ?? {}).some((item) => item.kind === 'message' && item.delivery.state === 'failed');
  await wait(failed);
  door.isOpen = false;
  await tell('/sandbox/faults', { target: 'socket', kind: 'drop' });
  await wait(() => desk.view().session.step === 'signedOut');
  door.isOpen = true;
  await signIn();
  await wait(() => taskId in desk.view().tasks);
  await desk.command('conversation.open', { taskId });
  await wait(failed);
  expect(texts()).toContain('Refused');
});

test('notes of a wrap-up are on disk when they are acknowledged, not before', async () => {
  const { kept, chatting } = await place();
  const { desk, taskId, wait, task } = await chatting();
  await desk.command('task.end', { taskId });
  await wait(() => task()?.phase.name === 'wrapUp');
  kept.hold();
  let isAnswered = false;
  const answer = desk.command('task.draftWrapUp', { taskId, auxCodeId: null, notes: 'Asked for a refund' }).then(() => { isAnswered = true; });
  // Another command is answered meanwhile.
  await desk.command('directory.refresh', {});
  expect(isAnswered).toBe(false);
  kept.release();
  await answer;
  expect(kept.content()?.wrapUps[taskId]).toEqual({ auxCodeId: null, notes: 'Asked for a refund' });
});

test('automatic wrap-up keeps its time through a kill, and submits at it what was chosen before', async () => {
  const { chatting, start, tell } = await place();
  await tell('/sandbox/policy', { wrapUp: { auto: true, afterSeconds: 3, extensionAllowed: true } });
  const { desk, taskId, wait, task, kill } = await chatting();
  await wait(() => desk.state().policy.wrapUp.auto);
  await desk.command('task.end', { taskId });
  const dueAt = (view: TaskView | undefined): number | null => (view?.phase.name === 'wrapUp' ? view.phase.autoAt : null);
  await wait(() => dueAt(task()) !== null);
  const due = dueAt(task()) ?? 0;
  const reason = desk.state().agent.profile?.wrapUpCodes.find(({ isDefault }) => !isDefault);
  await desk.command('task.draftWrapUp', { taskId, auxCodeId: reason?.id ?? null, notes: '' });
  kill();
  const second = await start();
  await second.wait(() => dueAt(second.task()) !== null);
  // The contact centre's own stamp of when the chat ended: the restart gives no time and takes none.
  expect(Math.abs((dueAt(second.task()) ?? 0) - due)).toBeLessThan(1_000);
  await second.wait(() => second.task() === undefined);
  expect(Date.now()).toBeGreaterThanOrEqual(due - 1_000);
  const ledger = ((await tell('/sandbox/ledger', undefined, 'GET')) as { readonly data: readonly LedgerEntry[] }).data;
  expect(ledger).toContainEqual(expect.objectContaining({ kind: 'taskState', taskId, change: 'wrappedUp', detail: expect.stringContaining(reason?.name ?? '?') as string }));
});

test('the time an agent has asked for a wrap-up outlives a kill', async () => {
  const { chatting, start, tell } = await place();
  await tell('/sandbox/policy', { wrapUp: { auto: true, afterSeconds: 30, extensionAllowed: true } });
  const { desk, taskId, wait, task, kill } = await chatting();
  await wait(() => desk.state().policy.wrapUp.auto);
  await desk.command('task.end', { taskId });
  const dueAt = (view: TaskView | undefined): number | null => (view?.phase.name === 'wrapUp' ? view.phase.autoAt : null);
  await wait(() => dueAt(task()) !== null);
  expect(await desk.command('task.extendWrapUp', { taskId })).toMatchObject({ ok: true });
  const due = dueAt(task());
  kill();
  const second = await start();
  await second.wait(() => dueAt(second.task()) !== null);
  expect(dueAt(second.task())).toBe(due);
});

test('a text whose chat went before it could be sent is offered by the next run too, until it is dismissed', async () => {
  const { kept, chatting, start, tell } = await place();
  const { desk, taskId, wait, kill, notices } = await chatting();
  await desk.command('conversation.setDraft', { taskId, text: 'I was about to say' });
  // The contact centre forgets all of its chats.
  await tell('/sandbox/reset', {});
  const told = [{ kind: 'unsent', taskId, text: { text: 'I was about to say' } }];
  await wait(() => notices().length > 0);
  expect(notices()).toMatchObject(told);
  await wait(() => Object.keys(kept.content()?.unsent ?? {}).length > 0);
  kill();
  const second = await start();
  expect(second.notices()).toMatchObject(told);
  await second.desk.command('notice.dismiss', { noticeId: second.notices()[0]?.noticeId ?? '' });
  await second.wait(() => Object.keys(kept.content()?.unsent ?? {}).length === 0);
});

test('a message passes a refused one only when the refusal is on disk, so that a kill changes no order', async () => {
  const { kept, chatting, start, tell } = await place();
  const { desk, taskId, kill } = await chatting();
  const ledger = async () => ((await tell('/sandbox/ledger', undefined, 'GET')) as { readonly data: readonly LedgerEntry[] }).data.filter((entry) => entry.kind === 'message');
  const sent = async () => (await ledger()).flatMap((entry) => (entry.accepted ? [(entry.message.channelParams['message'] as { readonly text: string }).text] : []));
  await tell(`/sandbox/tasks/${taskId}/append-failures`, { reason: 'rejected', retryable: false });
  // Both are on disk before the first one's answer comes.
  await tell('/sandbox/faults', { target: 'rest', kind: 'delay', path: '/messages', method: 'POST', ms: 200 });
  await Promise.all(['first', 'second'].map((text) => desk.command('conversation.send', { taskId, text })));
  kept.hold();
  await until(desk, async () => (await ledger()).some(({ accepted }) => !accepted), () => 'no refusal');
  // Long enough for the second one to have left, if it wanted to.
  for (let turn = 0; turn < 5; turn += 1) await desk.command('directory.refresh', {});
  expect(await sent()).toEqual(['Hello']);
  kill();
  kept.release();
  const next = await start();
  await next.wait(async () => (await sent()).length === 3);
  expect(await sent()).toEqual(['Hello', 'first', 'second']);
});
