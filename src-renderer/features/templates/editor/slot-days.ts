// Which days a plan of times covers: so many from the first, with weekends or without. Pure.

const DAY = 86_400_000;

/** `yyyy-MM-dd` of the day on which a moment lies, on the clock of this computer. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `count` days from `first` (`yyyy-MM-dd`); weekends are left out, not counted. */
export function daysFrom(first: string, count: number, weekends: boolean): readonly string[] {
  const days: string[] = [];
  const start = Date.parse(`${first}T00:00:00Z`);
  if (Number.isNaN(start)) return days;
  for (let at = start; days.length < count; at += DAY) {
    const weekday = new Date(at).getUTCDay();
    if (weekends || (weekday !== 0 && weekday !== 6)) days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** The name of a zone that is always so many minutes east of GMT: +01:00. */
export function offsetZone(offset: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}
