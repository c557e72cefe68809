// Masked text cut at places, and the names of zones.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { zoneName } from '../../../src-shared/domain/zones.ts';
import { dayNumber } from './slot-times.ts';
import { slicesAt } from './slices.ts';

it('cuts between spans and never through one', () => {
  const value = { text: 'Call ***42 now', spans: [{ start: 5, end: 10, kind: 'PHONE' as const }] };
  expect(slicesAt(value, [0, 7])).toEqual([{ text: '', spans: [] }, { text: 'Call ***42', spans: value.spans }, { text: ' now', spans: [] }]);
});

it('loses nothing, wherever it cuts', () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.nat(40)), (text, places) => {
    const cuts = places.map((place) => Math.min(place, text.length)).sort((a, b) => a - b);
    const slices = slicesAt({ text, spans: [] }, cuts);
    expect(slices.map((slice) => slice.text).join('')).toBe(text);
    expect(slices).toHaveLength(cuts.length + 1);
  }));
});

test.each([[0, 'UTC'], [60, 'UTC+1'], [-180, 'UTC-3'], [330, 'UTC+5:30'], [-150, 'UTC-2:30']])('%d minutes are %s', (offset, name) => {
  expect(zoneName(offset)).toBe(name);
});

it('knows on which day a moment lies in a zone', () => {
  const late = Date.UTC(2026, 10, 25, 23, 30);
  expect(dayNumber(late, 60) - dayNumber(late, 0)).toBe(1);
});
