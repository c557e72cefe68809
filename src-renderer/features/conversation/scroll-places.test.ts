import { expect, test } from 'vitest';
import { createScrollPlaces, offsetOf } from './scroll-places.ts';
import type { TranscriptRow } from './transcript-rows.ts';

const row = (key: string): TranscriptRow => ({ kind: 'event', key, day: false, item: { kind: 'event', itemId: key, order: 0, at: 0, event: { type: 'customerLeft' } } });
const place = (key: string, sizes: readonly (readonly [string, number])[] = []) => ({ key, past: 7, sizes: new Map(sizes) });

test('a place is found again behind rows that were measured and rows that were not', () => {
  const rows = [row('a'), row('b'), row('c')];
  expect(offsetOf(place('c', [['a', 30]]), rows, () => 50, 8, 0)).toBe(30 + 8 + 50 + 8 + 7);
  expect(offsetOf(place('c', [['a', 30]]), [row('earlier'), ...rows], () => 50, 8, 0)).toBe(58 + 30 + 8 + 50 + 8 + 7);
  expect(offsetOf(place('gone'), rows, () => 50, 8, 0)).toBeNull();
});

test('only the latest places are kept, and the end needs none', () => {
  const places = createScrollPlaces();
  for (let index = 0; index < 40; index += 1) places.set(`t${String(index)}`, place('a'));
  expect(places.get('t9')).toBeUndefined();
  expect(places.get('t10')).toBeDefined();
  places.set('t10', null);
  expect(places.get('t10')).toBeUndefined();
});
