import { describe, expect, it } from 'vitest';
import type { Task } from '../../src-shared/domain/task.ts';
import { parseFrame, type Frame } from '../../src-shared/wxcc/index.ts';
import { CONFLICT_LIMIT_MS, createCommands, NOTIFICATION_LIMIT_MS, UNANSWERED_LIMIT_MS } from './commands.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { acceptOperation, endOperation, exitConferenceOperation, statusOperation, transferOperation, type KnownState } from './operations.ts';
import { handClock } from './test-rig.ts';

const ACCEPTED: HttpAnswer = { kind: 'ok', status: 202, body: null };

function rig() {
  const clock = handClock();
  const sent: { readonly request: HttpRequest; readonly answer: (answer: HttpAnswer) => Promise<void> }[] = [];
  let refusedTokens = 0;
  const commands = createCommands({
    clock,
    openTasks: () => 2,
    onUnauthorised: () => { refusedTokens += 1; },
    request: (request) => {
      let resolve: (answer: HttpAnswer) => void = () => undefined;
      const promise = new Promise<HttpAnswer>((settle) => { resolve = settle; });
      sent.push({ request, answer: async (answer) => { resolve(answer); await promise; await Promise.resolve(); } });
      return promise;
    },
  });
  return { clock, commands, sent, refusedTokens: () => refusedTokens };
}

function frame(type: string, fields: Record<string, unknown> = {}, outer = 'RoutingMessage'): Frame {
  const parsed = parseFrame(JSON.stringify({ type: outer, data: { type, interactionId: 't1', ...fields } }));
  if (parsed.kind !== 'frame') throw new Error(JSON.stringify(parsed));
  return parsed.frame;
}

const state = (phase: Task['phase']['name'] | null, more: Partial<KnownState> = {}): KnownState => ({
  tasks: new Map(phase === null ? [] : [['t1', { taskId: 't1', phase: { name: phase }, participants: [] } as unknown as Task]]), status: null, loggedIn: true, ...more,
});

describe('a command', () => {
  it('is done by its notification, also when that overtakes the answer', async () => {
    const { commands, sent, clock } = rig();
    const outcome = commands.run(acceptOperation('t1'));
    expect(commands.notified(frame('AgentContactAssigned'))).toBe(true);
    await sent[0]?.answer(ACCEPTED);
    expect(await outcome).toEqual({ kind: 'done' });
    expect(clock.pending()).toBe(0);
  });

  it('is not done by a notification about another task or of another outer type', async () => {
    const { commands, clock } = rig();
    const outcome = commands.run(acceptOperation('t1'));
    expect(commands.notified(frame('AgentContactAssigned', { interactionId: 't2' }))).toBe(false);
    expect(commands.notified(frame('AgentContactAssigned', {}, 'Elsewhere'))).toBe(false);
    clock.advance(NOTIFICATION_LIMIT_MS);
    expect(await outcome).toEqual({ kind: 'unknown' });
  });

  it('is sent once while it is pending, and again afterwards', async () => {
    const { commands, sent } = rig();
    const [one, two] = [commands.run(endOperation('t1')), commands.run(endOperation('t1'))];
    void commands.run(endOperation('t2'));
    expect(sent).toHaveLength(2);
    commands.notified(frame('AgentWrapup'));
    expect(await Promise.all([one, two])).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    void commands.run(endOperation('t1'));
    expect(sent).toHaveLength(3);
  });

  it.each<[number, string, string]>([
    [403, '403', 'forbidden'], [404, '404', 'taskGone'], [409, 'assetRemoved', 'assetRemoved'], [409, '409', 'notAvailableNow'], [429, '429', 'rateLimited'], [500, '500', 'refusedByCentre'],
  ])('is refused by an answer %i %s as %s', async (status, key, code) => {
    const { commands, sent, clock } = rig();
    const outcome = commands.run(endOperation('t1'));
    await sent[0]?.answer({ kind: 'refused', status, key, description: 'Because.' });
    clock.advance(CONFLICT_LIMIT_MS);
    expect(await outcome).toMatchObject({ kind: 'refused', failure: { code } });
  });

  it('is done when the network said it twice: the second copy is refused, the first one happened', async () => {
    const { commands, sent, clock } = rig();
    const outcome = commands.run(endOperation('t1'));
    await sent[0]?.answer({ kind: 'refused', status: 409, key: '409', description: 'NOT_CONNECTED' });
    commands.notified(frame('AgentWrapup'));
    clock.advance(CONFLICT_LIMIT_MS);
    expect(await outcome).toEqual({ kind: 'done' });
  });

  it.each<[string, string, string]>([
    ['AgentBlindTransferFailed', 'AGENT_NOT_AVAILABLE', 'destinationUnavailable'], ['AgentVteamTransferFailed', 'QUEUE_NOT_FOUND', 'destinationUnavailable'],
    ['AgentBlindTransferFailed', 'NOT_OWNER', 'notAvailableNow'], ['AgentBlindTransferFailed', 'SOMETHING_NEW', 'refusedByCentre'],
  ])('is refused by %s %s as %s', async (type, reason, code) => {
    const { commands } = rig();
    const outcome = commands.run(transferOperation('t1', { type: 'agent', id: 'a2' }));
    expect(commands.notified(frame(type, { reason }))).toBe(true);
    expect(await outcome).toMatchObject({ kind: 'refused', failure: { code } });
  });

  it('tells of a refused token after its own answer', async () => {
    const { commands, sent, refusedTokens } = rig();
    const outcome = commands.run(endOperation('t1'));
    await sent[0]?.answer({ kind: 'unauthorised' });
    expect(await outcome).toMatchObject({ kind: 'refused', failure: { code: 'tokenRefused' } });
    expect(refusedTokens()).toBe(1);
  });

  it('is not known soon after its request failed over a live connection', async () => {
    const { commands, sent, clock } = rig();
    const outcome = commands.run(endOperation('t1'));
    await sent[0]?.answer({ kind: 'unreachable', why: 'network' });
    clock.advance(UNANSWERED_LIMIT_MS);
    expect(await outcome).toEqual({ kind: 'unknown' });
  });

  it('keeps two changes of status apart', async () => {
    const { commands } = rig();
    const idle = commands.run(statusOperation({ kind: 'idle', auxCodeId: 'lunch' }));
    const available = commands.run(statusOperation({ kind: 'available' }));
    commands.notified(frame('AgentStateChangeSuccess', { subStatus: 'Available', auxCodeId: '0' }, 'AgentStateChange'));
    expect(await available).toEqual({ kind: 'done' });
    commands.notified(frame('AgentStateChangeSuccess', { subStatus: 'Idle', auxCodeId: 'lunch' }, 'AgentStateChange'));
    expect(await idle).toEqual({ kind: 'done' });
  });

  it('is not answered by another agent who leaves the conference', async () => {
    const { commands } = rig();
    const outcome = commands.run(exitConferenceOperation('t1', 'me'));
    expect(commands.notified(frame('ParticipantLeftConference', { participantId: 'other' }))).toBe(false);
    expect(commands.notified(frame('ParticipantLeftConference', { participantId: 'me' }))).toBe(true);
    expect(await outcome).toEqual({ kind: 'done' });
  });
});

describe('a command whose connection was lost', () => {
  it.each<[string, Task['phase']['name'] | null, string]>([['connected', 'connected', 'done'], ['still offered', 'offered', 'unknown'], ['gone', null, 'unknown']])(
    'to accept, with the task %s afterwards, is %s %s', async (_name, phase, kind) => {
      const { commands, sent } = rig();
      const outcome = commands.run(acceptOperation('t1'));
      await sent[0]?.answer(ACCEPTED);
      commands.lost();
      commands.hydrated(state(phase));
      expect((await outcome).kind).toBe(kind);
    },
  );

  it('waits for its request when that is still under way', async () => {
    const { commands, sent } = rig();
    const outcome = commands.run(endOperation('t1'));
    commands.lost();
    commands.hydrated(state('connected'));
    await sent[0]?.answer(ACCEPTED);
    commands.notified(frame('AgentWrapup'));
    expect(await outcome).toEqual({ kind: 'done' });
  });

  it('ends when the session does', async () => {
    const { commands, clock } = rig();
    const outcome = commands.run(endOperation('t1'));
    commands.over(state(null, { loggedIn: false }));
    expect(await outcome).toEqual({ kind: 'unknown' });
    expect(clock.pending()).toBe(0);
  });
});
