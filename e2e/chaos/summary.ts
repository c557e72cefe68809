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
const words: Readonly<Record<LossKind, string>> = { drop: 'a drop', halfOpen: 'a line that went silent', outage: 'an outage', wake: 'a wake that needed a new connection' };

/** The breaches that the summary counts, by how their words begin. */
const counted = {
  lost: /^(accepted and lost|draft of|wrap-up notes of)/, doubled: /^(sent \d+ times|shown twice)/, misordered: /^order in/,
  conversationsDiffer: /^conversation /, requestsWithoutAWord: /^the request of/, sentAndCalledUnsent: /^(taken back and yet sent|told unsent and yet sent)/,
} as const;

export function summarise(results: readonly RunResult[], { seconds, speed, jobs }: { readonly seconds: number; readonly speed: number; readonly jobs: number }) {
  const faults: Record<string, number> = {};
  for (const result of results) for (const [name, times] of Object.entries(result.faults)) faults[name] = (faults[name] ?? 0) + times;
  const recoveries = results.flatMap((result) => result.recoveries);
  return {
    seeds: results.length,
    failed: results.filter((result) => result.broken.length > 0).map(({ seed, broken }) => ({ seed, broken })).sort((a, b) => a.seed - b.seed),
    faults: Object.values(faults).reduce((sum, times) => sum + times, 0),
    messages: results.reduce((sum, result) => sum + result.messages, 0),
    offers: results.reduce((sum, result) => sum + result.offers, 0),
    /** ms of product time from the moment the network would let a connection pass. */
    timeToLive: Object.fromEntries(kinds.map((kind) => {
      const of = (disturbed: boolean): Spread => spreadOf(recoveries.filter((one) => one.kind === kind && one.disturbed === disturbed).map((one) => one.ms));
      return [kind, { undisturbed: of(false), disturbed: of(true) }];
    })) as Record<LossKind, { readonly undisturbed: Spread; readonly disturbed: Spread }>,
    breaches: Object.fromEntries(Object.entries(counted).map(([name, pattern]) => [name, results.flatMap((result) => result.broken).filter((one) => pattern.test(one)).length])) as Record<keyof typeof counted, number>,
    faultsByKind: Object.fromEntries(Object.entries(faults).sort(([a], [b]) => (a < b ? -1 : 1))),
    seconds: Math.round(seconds),
    speed,
    jobs,
  };
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
const spread = ({ count, median, p99 }: Spread): string => (count === 0 ? '-' : `${seconds(median)} s, ${seconds(p99)} s (${String(count)})`);

/** The figures as the Markdown tables of docs/reliability.md. */
export function tables(summary: ReturnType<typeof summarise>): string {
  const { breaches, timeToLive } = summary;
  const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    row('', 'count'), '|---|---|',
    row('seeds, of which failed', `${String(summary.seeds)}, ${String(summary.failed.length)}`),
    row('faults that hit', summary.faults), row('messages in the ledger', summary.messages), row('offers in the ledger', summary.offers),
    row('acknowledged messages, drafts, notes lost', breaches.lost), row('messages doubled or shown twice', breaches.doubled), row('messages misordered', breaches.misordered),
    row('messages called unsent or taken back, and yet sent', breaches.sentAndCalledUnsent), row('requests that went without a word', breaches.requestsWithoutAWord), row('conversations that differ at the end', breaches.conversationsDiffer),
    '', row('time to live: median, p99 (samples) after', 'no other fault within 5 s', 'other faults within 5 s'), '|---|---|---|',
    ...kinds.map((kind) => row(words[kind], spread(timeToLive[kind].undisturbed), spread(timeToLive[kind].disturbed))),
    '', row('fault', 'hits'), '|---|---|',
    ...Object.entries(summary.faultsByKind).filter(([, times]) => times > 0).map(([name, times]) => row(name, times)),
  ].join('\n');
}
