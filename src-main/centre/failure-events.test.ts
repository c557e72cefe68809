// Every failure the contact centre can push has a code, and every code a sentence in every language.
import { describe, expect, it, test } from 'vitest';
import { appendFailureReasons } from '../../src-shared/domain/message.ts';
import type { Failure } from '../../src-shared/domain/failure.ts';
import { messagesFor } from '../../src-shared/locales/catalogues.ts';
import { languages } from '../../src-shared/locales/index.ts';
import { agentFailureTypes, parseFrame, taskFailureTypes, type Frame } from '../../src-shared/wxcc/index.ts';
import { createDirectory } from './directory.ts';
import { applyTaskFailure, emptyBook } from './task-book.ts';
import {
  acceptOperation, conferenceOperation, endOperation, exitConferenceOperation, loginOperation, logoutOperation, statusOperation, transferOperation, wrapUpOperation, type Operation,
} from './operations.ts';
import { refusalFailure, reloadRefused } from './refusals.ts';
import { initialSession, stepSession } from './session-machine.ts';
import { connectionOf, type SessionEffect, type SessionInput, type SessionState } from './session-state.ts';
import { handClock } from './test-rig.ts';

function frameOf(outer: string, type: string, reason: string): Frame {
  const parsed = parseFrame(JSON.stringify({ type: outer, orgId: 'o', trackingId: 'n', agentId: 'me', data: { type, interactionId: 't1', agentId: 'me', reason, reasonCode: 1 } }));
  if (parsed.kind !== 'frame') throw new Error(`${type} is no frame: ${parsed.kind}`);
  return parsed.frame;
}

/** What the agent gets for a command that this notification refuses. */
function failureBy(operation: Operation, frame: Frame): Failure {
  const verdict = operation.verdict(frame);
  if (verdict?.kind !== 'refused') throw new Error(`${frame.data.type} does not refuse ${operation.command}`);
  return refusalFailure(operation.command, { status: null, words: verdict.reason }, 2);
}

const toAgent = { type: 'agent', id: 'a2' } as const;
const toQueue = { type: 'queue', id: 'q2' } as const;

type Row = readonly [type: string, outer: string, operation: Operation, reason: string, code: Failure['code']];
const rows: readonly Row[] = [
  ['AgentContactAssignFailed', 'RoutingMessage', acceptOperation('t1'), 'OFFER_NOT_FOUND', 'taskGone'],
  ['AgentContactAssignFailed', 'RoutingMessage', acceptOperation('t1'), 'CAPACITY_EXCEEDED', 'capacityReached'],
  ['AgentContactEndFailed', 'RoutingMessage', endOperation('t1'), 'NOT_CONNECTED', 'notAvailableNow'],
  ['AgentContactEndFailed', 'RoutingMessage', endOperation('t1'), 'NOT_OWNER', 'notAvailableNow'],
  ['AgentWrapupFailed', 'RoutingMessage', wrapUpOperation('t1', 'w1', 'Other'), 'NOT_IN_WRAP_UP', 'notAvailableNow'],
  ['AgentWrapupFailed', 'RoutingMessage', wrapUpOperation('t1', 'w1', 'Other'), 'INVALID_AUX_CODE', 'refusedByCentre'],
  ['AgentVteamTransferFailed', 'RoutingMessage', transferOperation('t1', toQueue), 'QUEUE_NOT_FOUND', 'destinationUnavailable'],
  ['AgentVteamTransferFailed', 'RoutingMessage', transferOperation('t1', toQueue), 'CONFERENCE_IN_PROGRESS', 'notAvailableNow'],
  ['AgentBlindTransferFailed', 'RoutingMessage', transferOperation('t1', toAgent), 'AGENT_NOT_AVAILABLE', 'destinationUnavailable'],
  ['AgentConsultConferenceFailed', 'RoutingMessage', conferenceOperation('t1', toAgent), 'NO_AGENT_AVAILABLE', 'destinationUnavailable'],
  ['ParticipantLeftConferenceFailed', 'RoutingMessage', exitConferenceOperation('t1', 'me'), 'NOT_IN_CONFERENCE', 'notAvailableNow'],
  ['AgentStationLoginFailed', 'StationLogin', loginOperation({ teamId: 't', dialNumber: '1' }), 'DUPLICATE_LOCATION', 'loginRefused'],
  ['AgentStationLoginFailed', 'StationLogin', loginOperation({ teamId: 't', dialNumber: '1' }), 'INVALID_DIAL_NUMBER', 'loginRefused'],
  ['AgentLogoutFailed', 'Logout', logoutOperation('User requested logout'), 'AGENT_HAS_OPEN_TASKS', 'openTasks'],
  ['AgentLogoutFailed', 'Logout', logoutOperation('User requested logout'), 'AGENT_NOT_FOUND', 'logoutRefused'],
  ['AgentStateChangeFailed', 'AgentStateChange', statusOperation({ kind: 'idle', auxCodeId: 'i1' }), 'INVALID_AUX_CODE', 'refusedByCentre'],
];

const sentences = (code: Failure['code']): string[] => languages.map(({ id }) => (messagesFor(id) as Readonly<Record<string, string>>)[`failure.${code}`] ?? '');

describe('a refusal that is pushed', () => {
  it.each(rows)('%s (%s) %#: %s', (type, outer, operation, reason, code) => {
    expect(failureBy(operation, frameOf(outer, type, reason)).code).toBe(code);
    expect(sentences(code)).not.toContain('');
  });

  it('every kind there is has a row, or is nobody’s answer', () => {
    const covered = new Set(rows.map(([type]) => type));
    // Nobody's command: the two at the end of this file.
    expect(agentFailureTypes.filter((type) => !covered.has(type))).toEqual(['AgentReloginFailed', 'BuddyAgentsRetrieveFailed']);
    // Of `annotate` the answer itself is the end: its notification only repeats it.
    expect(taskFailureTypes.filter((type) => !covered.has(type))).toEqual(['ContactUpdateFailed']);
  });
});

test('a refusal that nobody waits for changes no task and throws nothing', () => {
  for (const type of taskFailureTypes) {
    const { data } = frameOf('RoutingMessage', type, 'ANYTHING');
    if (!('reasonCode' in data) || 'interaction' in data || !('interactionId' in data)) throw new Error(`${type} is no task failure`);
    expect(applyTaskFailure(emptyBook, data, { selfId: 'me', now: 1, nameOf: () => '' })).toEqual([emptyBook, []]);
  }
});

test.each(appendFailureReasons)('task-message:append-failed %s has a sentence', (reason) => {
  expect(sentences(reason)).not.toContain('');
});

describe('BuddyAgentsRetrieveFailed', () => {
  test.each([['NOT_PERMITTED', 'NOT_PERMITTED'], ['', 'none']])('ends Refresh with its reason (%j)', async (words, reason) => {
    const directory = createDirectory({ clock: handClock(), request: () => Promise.resolve({ kind: 'ok', status: 202, body: { data: [] } }) });
    const answer = directory.read('o', 'p');
    directory.notified(frameOf('BuddyAgents', 'BuddyAgentsRetrieveFailed', words));
    expect(await answer).toEqual({ ok: false, failure: { code: 'refusedByCentre', values: { reason } } });
    expect(sentences('refusedByCentre')).not.toContain('');
  });
});

describe('AgentReloginFailed', () => {
  function reloading(loggedIn: boolean): (input: SessionInput) => { readonly state: SessionState; readonly effects: readonly SessionEffect[] } {
    let state: SessionState = initialSession;
    let effects: readonly SessionEffect[] = [];
    const put = (input: SessionInput) => {
      [state, effects] = stepSession(state, input, 1, 0.5);
      return { state, effects };
    };
    const climb = (epoch: number): void => {
      put({ type: 'subscribed', epoch, url: 'ws://127.0.0.1/x' });
      for (const type of ['socketOpened', 'welcome', 'configured'] as const) put({ type, epoch });
    };
    put({ type: 'start' });
    climb(1);
    if (loggedIn) {
      put({ type: 'loggedIn', epoch: 1, taskIds: [], by: 'reload' });
      put({ type: 'socketClosed', epoch: 1 });
      put({ type: 'timer', name: 'retry' });
      climb(2);
    }
    return put;
  }
  const reasonOf = (words: string): string => {
    const { data } = frameOf('AgentReloginFailed', 'AgentReloginFailed', words);
    return 'reason' in data ? data.reason : '';
  };

  test('at a sign-in of an agent who is not at work asks for the team', () => {
    expect(reloading(false)(reloadRefused(reasonOf('AGENT_NOT_FOUND'), 1)).effects).toContainEqual({ type: 'loginNeeded' });
  });

  test('after a reconnect puts the agent to work again', () => {
    expect(reloading(true)(reloadRefused(reasonOf('AGENT_NOT_FOUND'), 2)).effects).toContainEqual({ type: 'relogin', epoch: 2 });
  });

  test('for any other reason is tried again, as the connection’s own line says', () => {
    const { state } = reloading(true)(reloadRefused(reasonOf('INTERNAL_ERROR'), 2));
    expect(connectionOf(state)).toMatchObject({ state: 'lost', nextTryAt: expect.any(Number) as number });
    for (const { id } of languages) expect(messagesFor(id)).toHaveProperty(['common.connection.lost']);
  });
});
