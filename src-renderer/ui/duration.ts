// Durations as digits: `m:ss` and `mm:ss` grow hours when they need them, `hh:mm:ss` always shows them, `s` is whole seconds.

export type DurationStyle = 'm:ss' | 'mm:ss' | 'hh:mm:ss' | 's';

const two = (value: number): string => String(value).padStart(2, '0');

/** `ms` below zero shows as zero: clocks of two computers differ. */
export function formatDuration(ms: number, style: DurationStyle): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  if (style === 's') return String(total);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = two(total % 60);
  if (style === 'hh:mm:ss') return `${two(hours)}:${two(minutes)}:${seconds}`;
  if (hours > 0) return `${hours}:${two(minutes)}:${seconds}`;
  return `${style === 'mm:ss' ? two(minutes) : minutes}:${seconds}`;
}
