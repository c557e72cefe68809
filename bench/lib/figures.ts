// Figures out of samples: median, extremes and percentiles, and how they are written.

export interface Figures {
  readonly runs: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Nearest-rank percentile; `share` from 0 to 1. Throws without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('there are no samples');
  return value;
}

/** The middle sample, or the mean of the middle two. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('there are no samples');
  return (upper + lower) / 2;
}

export const figuresOf = (samples: readonly number[]): Figures => ({ runs: samples.length, min: Math.min(...samples), median: median(samples), max: Math.max(...samples) });

/** Enough digits to compare, no more than were measured. */
export const written = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2));

export const spread = ({ min, median: middle, max }: Figures): string => `${written(middle)} (${written(min)}–${written(max)})`;
