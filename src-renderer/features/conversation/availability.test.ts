import { expect, test } from 'vitest';
import type { TaskPhaseView, TaskView } from '../../../src-shared/ipc/view.ts';
import { availability } from './availability.ts';

const connected: TaskPhaseView = { name: 'connected', since: 0 };
const task = (change: Partial<TaskView> = {}): Pick<TaskView, 'phase' | 'assetRemoved' | 'busy'> => ({ phase: connected, assetRemoved: false, busy: null, ...change });
const wrapUp: TaskPhaseView = { name: 'wrapUp', since: 0, cause: 'ended', durationMs: 0, autoAt: null, canExtend: false, draft: { auxCodeId: null, notes: '' } };

test('everything works in a live conversation', () => {
  expect(availability(task(), 'live')).toEqual({ transfer: null, conference: null, end: null });
});

test('with the business account gone only End works', () => {
  expect(availability(task({ assetRemoved: true }), 'live')).toEqual({ transfer: 'conversation.unavailable.assetRemoved', conference: 'conversation.unavailable.assetRemoved', end: null });
});

test('a conference takes more agents and can be ended, but not handed over', () => {
  expect(availability(task({ phase: { name: 'conference', since: 0 } }), 'live')).toEqual({ transfer: 'conversation.unavailable.conference', conference: null, end: null });
});

test.each([
  ['without a connection', task(), 'lost', 'conversation.unavailable.offline'],
  ['while a command is on its way', task({ busy: 'transfer' }), 'live', 'conversation.unavailable.busy'],
  ['after the end', task({ phase: wrapUp }), 'live', 'conversation.unavailable.ended'],
  ['before Accept', task({ phase: { name: 'reserved', since: 0 } }), 'live', 'conversation.unavailable.offer'],
] as const)('nothing works %s, and the reason is told', (_, given, connection, reason) => {
  expect(availability(given, connection)).toEqual({ transfer: reason, conference: reason, end: reason });
});
