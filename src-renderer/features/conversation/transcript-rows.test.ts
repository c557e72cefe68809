import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { buildRows as rowsOf, countNewer, sortItems } from './transcript-rows.ts';
import type { MessageItem } from '../bubbles/index.ts';
import type { TranscriptRow } from './transcript-rows.ts';

const buildRows = (items: readonly ItemView[]): TranscriptRow[] => rowsOf(items, false);
const noon = new Date(2026, 10, 23, 12, 0, 0).getTime();
const minutes = (count: number): number => count * 60_000;

function message(order: number, at: number, change: Partial<MessageItem> = {}): MessageItem {
  return {
    kind: 'message', itemId: `m${String(order)}`, order, at, from: 'customer', role: 'customer', name: 'Melissa Jansen',
    content: { kind: 'text', text: { text: 'Hello', spans: [] } }, delivery: { state: 'sent' }, ...change,
  };
}
const asRecord = (items: readonly ItemView[]): Record<string, ItemView> => Object.fromEntries(items.map((item) => [item.itemId, item]));
const days = (rows: readonly TranscriptRow[]): boolean[] => rows.map((row) => row.kind !== 'typing' && row.day);
const groups = (rows: readonly TranscriptRow[]): string[] =>
  rows.flatMap((row) => (row.kind === 'message' ? [`${row.opensGroup ? '[' : ''}${row.key}${row.closesGroup ? ']' : ''}`] : []));

describe('the order of the transcript', () => {
  test('follows `order`, then time, then the id', () => {
    const items = [message(2.5, noon, { itemId: 'b' }), message(2.5, noon, { itemId: 'a' }), message(3, noon - 1), message(1, noon + 1)];
    expect(sortItems(asRecord(items)).map((item) => item.itemId)).toEqual(['m1', 'a', 'b', 'm3']);
  });

  test('does not depend on how the record was filled, and every item has exactly one row', () => {
    const items = fc.uniqueArray(fc.record({ order: fc.integer({ min: 0, max: 50 }), at: fc.integer({ min: 0, max: 9 }).map((day) => noon + day * 86_400_000) }), { selector: (item) => item.order });
    fc.assert(fc.property(items, fc.func(fc.integer()), (drawn, shuffle) => {
      const all = drawn.map(({ order, at }) => message(order, at));
      const other = [...all].sort((a, b) => shuffle(a.itemId) - shuffle(b.itemId));
      const rows = buildRows(sortItems(asRecord(all)));
      expect(buildRows(sortItems(asRecord(other)))).toEqual(rows);
      expect(rows).toHaveLength(all.length);
      expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    }));
  });
});

describe('day separators', () => {
  test('one before the first item of each day but the first, whose line stands above the list', () => {
    const rows = buildRows([message(1, noon), message(2, noon + minutes(5)), message(3, noon + minutes(24 * 60))]);
    expect(days(rows)).toEqual([false, false, true]);
  });

  test('a clock that is behind opens no day twice', () => {
    const midnight = new Date(2026, 10, 24, 0, 0, 0).getTime();
    const rows = buildRows([message(1, midnight - 1), message(2, midnight + 1), message(3, midnight - 1)]);
    expect(days(rows)).toEqual([false, true, false]);
  });

  test('stand above the same items however the days are long', () => {
    // Around the last Sundays of March and October clocks change in many zones.
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 * 24 * 4 }), { minLength: 1, maxLength: 40 }), (quarters) => {
      const times = quarters.sort((a, b) => a - b).map((quarter) => noon + quarter * minutes(15));
      const expected = times.map((at, index) => index > 0 && new Date(at).toDateString() !== new Date(times[index - 1] ?? 0).toDateString());
      expect(days(buildRows(times.map((at, index) => message(index, at))))).toEqual(expected);
    }));
  });
});

describe('groups', () => {
  test('run over one sender within one minute', () => {
    const rows = buildRows([
      message(1, noon), message(2, noon + 10_000), message(3, noon + minutes(1)),
      message(4, noon + minutes(1), { from: 'self', role: 'agent', name: 'Sanne' }),
      message(5, noon + minutes(1), { from: 'agent', role: 'agent', name: 'Pieter' }),
    ]);
    expect(groups(rows)).toEqual(['[m1', 'm2]', '[m3]', '[m4]', '[m5]']);
  });

  test('end at a system line', () => {
    const joined: ItemView = { kind: 'event', itemId: 'e', order: 1.5, at: noon, event: { type: 'joined', name: 'Pieter' } };
    expect(groups(buildRows([message(1, noon), joined, message(2, noon)]))).toEqual(['[m1]', '[m2]']);
  });

  test('never hide the state of a message that is not sent', () => {
    const own = { from: 'self', role: 'agent', name: 'Sanne' } as const;
    const rows = buildRows([message(1, noon, own), message(2, noon, { ...own, delivery: { state: 'sending' } }), message(3, noon, { ...own, delivery: { state: 'sending' } })]);
    expect(groups(rows)).toEqual(['[m1]', '[m2]', '[m3]']);
  });
});

test('messages that wait to be sent know their place', () => {
  const queued = { from: 'self', role: 'agent', delivery: { state: 'queued' } } as const;
  const rows = buildRows([message(1, noon), message(2, noon, queued), message(3, noon, queued)]);
  expect(rows.map((row) => (row.kind === 'message' ? row.queue : undefined))).toEqual([null, { place: 1, of: 2 }, { place: 2, of: 2 }]);
});

test('what is newer counts messages of others only', () => {
  const items: ItemView[] = [
    message(1, noon), message(2, noon), message(3, noon, { from: 'self' }),
    { kind: 'event', itemId: 'e', order: 4, at: noon, event: { type: 'customerLeft' } }, message(5, noon),
  ];
  expect(countNewer(items, 1)).toBe(2);
  expect(countNewer(items, 5)).toBe(0);
});

test('typing stands at the end', () => {
  expect(rowsOf([message(1, noon)], true).map((row) => row.kind)).toEqual(['message', 'typing']);
});
