// The figures of all runs together.
import type { LossKind } from './recovery.ts';
import type { RunResult } from './scene.ts';

interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly max: number;
}

/** The value below which `share` of the sorted `values` lie (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

const spreadOf = (values: readonly number[]): Spread => ({
  count: values.length, median: quantile(values, 0.5), p99: quantile(values, 0.99), max: quantile(values, 1),
});

const kinds: readonly LossKind[] = ['drop', 'halfOpen', 'outage', 'wake'];

export function summarise(results: readonly RunResult[], { seconds, speed, jobs }: { readonly seconds: number; readonly speed: number; readonly jobs: number }) {
  const faults: Record<string, number> = {};
  for (const result of results) for (const [name, times] of Object.entries(result.faults)) faults[name] = (faults[name] ?? 0) + times;
  const recoveries = results.flatMap((result) => result.recoveries);
  return {
    seeds: results.length,
    failed: results.filter((result) => result.broken.length > 0).map((result) => result.seed).sort((a, b) => a - b),
    faults: Object.values(faults).reduce((sum, times) => sum + times, 0),
    messages: results.reduce((sum, result) => sum + result.messages, 0),
    offers: results.reduce((sum, result) => sum + result.offers, 0),
    /** ms of product time from the moment the network would let a connection pass. */
    timeToLive: Object.fromEntries(kinds.map((kind) => [kind, spreadOf(recoveries.filter((one) => one.kind === kind).map((one) => one.ms))])),
    faultsByKind: Object.fromEntries(Object.entries(faults).sort(([a], [b]) => (a < b ? -1 : 1))),
    seconds: Math.round(seconds),
    speed,
    jobs,
  };
}
