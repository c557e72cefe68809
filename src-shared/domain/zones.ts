// Time zones by their IANA names and by their distance from GMT: what the clock says there, and which moment a time on that clock is.

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  formats.set(zone, format);
  return format;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Minutes east of GMT of this computer's zone at a moment. */
export const ownOffset = (at: number): number => -new Date(at).getTimezoneOffset();

/** UTC, UTC+2, UTC+5:30, UTC-3. */
export function zoneName(offset: number): string {
  const minutes = Math.abs(offset) % 60;
  const hours = Math.trunc(Math.abs(offset) / 60);
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '-' : '+'}${String(hours)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

/** Minutes the zone is east of GMT at a moment (ms since the epoch). */
export function offsetAt(zone: string, at: number): number {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0, parts['second'] ?? 0);
  return Math.round((local - Math.floor(at / 1000) * 1000) / 60_000);
}

/**
 * The moment at which the zone's clock shows `minute` (minutes since midnight) of `day` (`yyyy-MM-dd`); null = the clock is put forward
 * over it. Of two moments, when the clock is put back, the first.
 */
export function momentIn(zone: string, day: string, minute: number): number | null {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  if (Number.isNaN(wanted)) return null;
  const candidates = [offsetAt(zone, wanted - 86_400_000), offsetAt(zone, wanted + 86_400_000)].map((offset) => wanted - offset * 60_000);
  const fitting = candidates.filter((at) => at + offsetAt(zone, at) * 60_000 === wanted);
  return fitting.length === 0 ? null : Math.min(...fitting);
}
