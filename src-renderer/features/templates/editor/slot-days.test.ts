import { expect, it } from 'vitest';
import { dayOf, daysFrom, offsetZone } from './slot-days.ts';

it('covers so many days from the first, over the end of a month, with weekends or without', () => {
  expect(daysFrom('2026-11-27', 3, false)).toEqual(['2026-11-27', '2026-11-30', '2026-12-01']);
  expect(daysFrom('2026-11-27', 3, true)).toEqual(['2026-11-27', '2026-11-28', '2026-11-29']);
  expect(daysFrom('2026-11-28', 1, false)).toEqual(['2026-11-30']);
  expect(daysFrom('', 3, true)).toEqual([]);
});

it('names a day by this computer’s own clock', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
});

it('names a zone by its distance from GMT', () => {
  expect([60, -210, 0].map(offsetZone)).toEqual(['+01:00', '-03:30', '+00:00']);
});
