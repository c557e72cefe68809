// Every failure the contact centre can push has a code, and every code a sentence in every language.
import { describe, expect, it, test } from 'vitest';
import { appendFailureReasons } from '../../src-shared/domain/message.ts';
import type { Failure } from '../../src-shared/domain/failure.ts';
import { messagesFor } from '../../src-shared/locales/catalogues.ts';
import { languages } from '../../src-shared/locales/index.ts';
import { parseFrame, taskFailureTypes, type Frame } from '../../src-shared/wxcc/index.ts';
import { applyTaskFailure, emptyBook } from './task-book.ts';
import {
  acceptOperation, conferenceOperation, endOperation, exitConferenceOperation, loginOperation, logoutOperation, statusOperation, transferOperation, wrapUpOperation, type Operation,
} from './operations.ts';
import { refusalFailure } from './refusals.ts';

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
