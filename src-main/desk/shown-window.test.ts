// How much of a loaded conversation the window is given, and that the way back to the rest is never lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemView } from '../../src-shared/ipc/view.ts';
import { shownAtOpening, shownFurtherBack } from './shown-window.ts';

const items = (count: number): Record<string, ItemView> => Object.fromEntries(Array.from({ length: count }, (_, index): [string, ItemView] => {
  const order = index + 1;
  return [`m${String(order)}`, { kind: 'event', itemId: `m${String(order)}`, order, at: 0, event: { type: 'customerLeft' } }];
}));
const shown = (all: Record<string, ItemView>, from: number): number => Object.values(all).filter(({ order }) => order >= from).length;

test('a short conversation is shown whole, of a long one the newest part', () => {
  expect(shownAtOpening(items(0), null)).toBe(0);
  expect(shownAtOpening(items(400), null)).toBe(0);
  expect(shown(items(5_000), shownAtOpening(items(5_000), null))).toBe(300);
});

test('as far back as the agent was reading, with something above it', () => {
  expect(shownAtOpening(items(5_000), 4_000)).toBe(3_960);
  expect(shownAtOpening(items(5_000), 4_990)).toBe(4_701);
  expect(shownAtOpening(items(5_000), 30)).toBe(0);
});

test('going up ends at the first message, and going back to one shows it', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), (count, wanted) => {
    const all = items(count);
    let from = shownAtOpening(all, null);
    for (let step = 0; step < 9 && from > 0; step += 1) {
      const next = shownFurtherBack(all, from, null);
      expect(next).toBeLessThan(from);
      from = next;
    }
    expect(from).toBe(0);
    const to = Math.min(wanted, count);
    expect(shownFurtherBack(all, shownAtOpening(all, null), to)).toBeLessThanOrEqual(to);
  }));
});
