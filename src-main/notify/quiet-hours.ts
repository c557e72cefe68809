// Quiet hours by the clock on the wall: a daily window in local time that may go over midnight.
import type { QuietHours } from '../../src-shared/domain/preferences.ts';

/** `minute` is minutes since local midnight. The first minute is quiet, the last is not any more. */
export function isQuiet({ on, from, to }: QuietHours, minute: number): boolean {
  if (!on) return false;
  if (from === to) return true;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Minutes since local midnight of a moment (ms since the epoch). */
export function minuteOfDay(at: number): number {
  const moment = new Date(at);
  return moment.getHours() * 60 + moment.getMinutes();
}
