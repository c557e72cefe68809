// What the timer rings show at a moment.
import { expect, it } from 'vitest';
import { ronaSeconds, ronaShare, ronaTone, waitShare, waitTone } from './timers.ts';

const limits = { amberSeconds: 60, redSeconds: 180 };

const offer = { name: 'offered', since: 1_000, ronaAt: 31_000, ronaTimeoutMs: 30_000 } as const;

it('the ring of an offer empties, turns amber, then red', () => {
  expect(ronaShare(offer, 1_000)).toBe(1);
  expect(ronaShare(offer, 16_000)).toBe(0.5);
  expect(ronaShare(offer, 40_000)).toBe(0);
  expect([10_000, 17_000, 27_000].map((now) => ronaTone(offer, now))).toEqual(['ok', 'warn', 'danger']);
  expect([1_000, 30_001, 31_000, 99_000].map((now) => ronaSeconds(offer, now))).toEqual([30, 1, 0, 0]);
});

it('an offer without a time limit is an empty ring, not a division by zero', () => {
  expect(ronaShare({ ...offer, ronaTimeoutMs: 0 }, 2_000)).toBe(0);
});

it('an unanswered message is green, amber from 60 s and red from 180 s', () => {
  expect([0, 59_999, 60_000, 179_999, 180_000].map((now) => waitTone(0, now, limits))).toEqual(['ok', 'ok', 'warn', 'warn', 'danger']);
  expect([0, 90_000, 500_000].map((now) => waitShare(0, now, limits))).toEqual([0, 0.5, 1]);
  expect(waitShare(10_000, 0, limits)).toBe(0);
});
