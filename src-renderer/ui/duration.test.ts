// Durations as digits.
import { expect, it } from 'vitest';
import { formatDuration } from './duration.ts';

it('shows no more places than it needs', () => {
  expect(formatDuration(24_999, 'm:ss')).toBe('0:24');
  expect(formatDuration(252_000, 'm:ss')).toBe('4:12');
  expect(formatDuration(14_000, 'mm:ss')).toBe('00:14');
  expect(formatDuration(3_661_000, 'm:ss')).toBe('1:01:01');
  expect(formatDuration(2_538_000, 'hh:mm:ss')).toBe('00:42:18');
  expect(formatDuration(360_000_000, 'hh:mm:ss')).toBe('100:00:00');
  expect(formatDuration(9_900, 's')).toBe('9');
});

it('shows zero when the other clock is ahead', () => {
  expect(formatDuration(-5_000, 'mm:ss')).toBe('00:00');
});
