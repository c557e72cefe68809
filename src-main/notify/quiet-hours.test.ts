import { describe, expect, test } from 'vitest';
import { isQuiet, minuteOfDay } from './quiet-hours.ts';

const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('quiet hours', () => {
  test.each([
    // over midnight
    ['22:00', '07:00', '21:59', false], ['22:00', '07:00', '22:00', true], ['22:00', '07:00', '23:59', true],
    ['22:00', '07:00', '00:00', true], ['22:00', '07:00', '06:59', true], ['22:00', '07:00', '07:00', false],
    // within a day
    ['12:00', '13:00', '11:59', false], ['12:00', '13:00', '12:00', true], ['12:00', '13:00', '12:59', true], ['12:00', '13:00', '13:00', false],
    // up to midnight, and the whole day
    ['20:00', '00:00', '23:59', true], ['20:00', '00:00', '00:00', false], ['08:00', '08:00', '08:00', true], ['08:00', '08:00', '07:59', true],
  ])('from %s to %s, at %s: %s', (from, to, now, quiet) => {
    expect(isQuiet({ on: true, from: at(from), to: at(to) }, at(now))).toBe(quiet);
    expect(isQuiet({ on: false, from: at(from), to: at(to) }, at(now))).toBe(false);
  });

  test('the minute of the day is the one on the wall', () => {
    expect(minuteOfDay(new Date(2026, 10, 22, 0, 0, 59).getTime())).toBe(0);
    expect(minuteOfDay(new Date(2026, 10, 22, 23, 59, 0).getTime())).toBe(1439);
  });
});
