import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../src-shared/domain/agent.ts';
import { defaultPolicy } from '../../src-shared/domain/policy.ts';
import { buddySchema, policySchema, storedMessageSchema } from '../../src-shared/wxcc/index.ts';
import { createCounter } from './counter.ts';
import { decodeColleague, decodeStatus, statusToRestore } from './decode-agent.ts';
import { decodeMessage } from './decode-message.ts';
import { decodePolicy, policyOf } from './decode-policy.ts';
import { sendOutcome } from './sending.ts';

const message = (fields: Record<string, unknown>, params: Record<string, unknown> = { type: 'text', message: { aliasId: 'a', text: 'Hello' } }) =>
  decodeMessage('t1', v.parse(storedMessageSchema, { interactionId: 't1', seq: 3, senderType: 'customer', createdTime: 9, channelParams: params, ...fields }), 100);

describe('a message', () => {
  it('keeps what it says of the device of its customer', () => {
    expect(message({ capabilityList: 'LIST,TIME', deviceAgent: 'iPhone OS', locale: 'nl_NL' })).toEqual({
      taskId: 't1', aliasId: 'a', seq: 3, sender: { role: 'customer', id: '', name: '' }, content: { kind: 'text', text: 'Hello' }, createdAt: 9,
      device: { capabilities: 'LIST,TIME', deviceAgent: 'iPhone OS', locale: 'nl_NL', intent: null, group: null },
    });
    expect(message({ senderType: 'agent', capabilityList: 'LIST' }).device).toBeNull();
  });

  it('has an id and a time even when the wire has none', () => {
    expect(message({ createdTime: 0 }, { type: 'text', message: { text: 'x' } })).toMatchObject({ aliasId: 'seq-3', createdAt: 100 });
  });

  it.each<[Record<string, unknown>, unknown]>([
    [{ type: 'text', message: { text: 'x', attachments: [{ fileName: 'a.png', mimeType: 'image/png', fileUrl: 'https://x/a' }] } }, { kind: 'attachments', text: 'x', attachments: [{ fileName: 'a.png', mimeType: 'image/png', url: 'https://x/a', size: null, place: 0 }] }],
    [{ type: 'close', message: {} }, { kind: 'close' }],
    [{ type: 'hologram', message: { text: 'x' } }, { kind: 'unsupported', type: 'hologram', text: 'x' }],
    [{}, { kind: 'unsupported', type: '', text: '' }],
  ])('%j becomes content', (params, content) => {
    expect(message({}, params).content).toEqual(content);
  });

  it.each([['system', 'OUTBOUND', 'system'], ['Agent', 'OUTBOUND', 'agent'], ['bot', 'OUTBOUND', 'system'], ['', 'INBOUND', 'customer']])('of sender %s %s is from the %s', (senderType, messageDirection, role) => {
    expect(message({ senderType, messageDirection }).sender.role).toBe(role);
  });
});

describe('the status', () => {
  const wire = { auxCodeId: 'lunch', subStatus: 'Idle', lastStateChangeTimestamp: 5, lastIdleCodeChangeTimestamp: 8 };
  it.each<[Partial<typeof wire>, AgentStatus]>([
    [{ subStatus: 'Available', auxCodeId: '0' }, { kind: 'available', since: 5 }],
    [{ subStatus: '', auxCodeId: '0' }, { kind: 'available', since: 5 }],
    [{ subStatus: 'RONA' }, { kind: 'rona', since: 5 }],
    [{}, { kind: 'idle', auxCodeId: 'lunch', since: 8 }],
  ])('%j', (change, status) => {
    expect(decodeStatus({ ...wire, ...change }, 100)).toEqual(status);
  });

  const available: AgentStatus = { kind: 'available', since: 1 };
  const idle: AgentStatus = { kind: 'idle', auxCodeId: 'default', since: 2 };
  const lunch: AgentStatus = { kind: 'idle', auxCodeId: 'lunch', since: 1 };
  const rona: AgentStatus = { kind: 'rona', since: 1 };
  const lost = 'agent-wss-disconnect';
  it.each<[string, AgentStatus | null, AgentStatus, string, boolean, unknown]>([
    ['what the loss took is given back', available, idle, lost, false, { kind: 'available' }],
    ['also after a restart of the app', null, idle, lost, false, { kind: 'available' }],
    ['never out of RONA', available, rona, lost, false, null],
    ['nor for an agent who was RONA before', rona, idle, lost, false, null],
    ['a supervisor has the last word', available, idle, '', false, null],
    ['still Available', available, available, '', false, null],
    ['after logging in again', available, idle, '', true, { kind: 'available' }],
    ['with the idle code that was chosen', lunch, idle, '', true, { kind: 'idle', auxCodeId: 'lunch' }],
    ['the same idle code needs nothing', idle, idle, '', true, null],
  ])('after a reconnect: %s', (_name, before, after, reason, again, wanted) => {
    expect(statusToRestore(before, after, reason, again)).toEqual(wanted);
  });
});

it('shows a colleague without a free place as busy', () => {
  const state = (fields: Record<string, unknown>) => decodeColleague(v.parse(buddySchema, { agentId: 'a', ...fields })).state;
  expect(state({ state: 'Available' })).toBe('available');
  expect(state({ state: 'Available', activeContacts: 3, capacity: 3 })).toBe('busy');
  expect(state({ state: 'RONA' })).toBe('rona');
  expect(state({ state: 'Lunch' })).toBe('idle');
  expect(state({})).toBe('signedOut');
});

describe('the policy', () => {
  it('masks unless the administrator says otherwise', () => {
    expect(decodePolicy(v.parse(policySchema, {})).masking).toBe(true);
    expect(policyOf({ masking: null, attachments: null, tenant: null, profile: null }, defaultPolicy)).toEqual(defaultPolicy);
    expect(policyOf({ masking: false, attachments: null, tenant: { timeoutDesktopInactivityEnabled: true, timeoutDesktopInactivityMins: 20 }, profile: null }, defaultPolicy)).toMatchObject({ masking: false, inactivityMinutes: 20 });
  });

  it('takes no senseless numbers', () => {
    expect(decodePolicy(v.parse(policySchema, { inactivityMinutes: -3, wrapUp: { auto: true, afterSeconds: 0 }, unanswered: { amberSeconds: 0, redSeconds: -1 } }))).toMatchObject({
      inactivityMinutes: null, wrapUp: { auto: false }, unanswered: defaultPolicy.unanswered,
    });
  });
});

describe('the answer to a send', () => {
  it.each<[Parameters<typeof sendOutcome>[0], unknown]>([
    [{ kind: 'ok', status: 201, body: { data: { id: 'a', seq: 4 } } }, { kind: 'appended', seq: 4 }],
    [{ kind: 'ok', status: 200, body: 'odd' }, { kind: 'appended', seq: null }],
    [{ kind: 'refused', status: 409, key: 'customerLeft', description: '' }, { kind: 'refused', reason: 'customerLeft', retryable: false }],
    [{ kind: 'refused', status: 429, key: '429', description: '' }, { kind: 'refused', reason: 'rateLimited', retryable: true }],
    [{ kind: 'refused', status: 413, key: '', description: '' }, { kind: 'refused', reason: 'tooLarge', retryable: false }],
    [{ kind: 'refused', status: 404, key: '404', description: '' }, { kind: 'refused', reason: 'rejected', retryable: false }],
    [{ kind: 'refused', status: 503, key: '', description: '' }, { kind: 'unknown' }],
    [{ kind: 'unreachable', why: 'timeout' }, { kind: 'unknown' }],
    [{ kind: 'malformed', status: 200 }, { kind: 'unknown' }],
  ])('%j', (answer, outcome) => {
    expect(sendOutcome(answer)).toEqual(outcome);
  });
});

it('writes of useless frames at 1, 10, 100', () => {
  const lines: unknown[] = [];
  const count = createCounter({ log: (event, fields) => { lines.push([event, fields['count']]); } });
  for (let index = 0; index < 150; index += 1) count('garbage', 'not JSON');
  expect(lines).toEqual([['centre.garbage', 1], ['centre.garbage', 10], ['centre.garbage', 100]]);
});
