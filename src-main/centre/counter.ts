// Frames that are of no use are counted, and told to the log at 1, 10, 100 ... of a kind: a broken server must not fill a disk.
import type { Environment } from './environment.ts';

/** Kinds kept apart; more than these are one. */
const MAX_KINDS = 100;

/** `why` is a frame's type name or the place that does not fit, never its content. */
export function createCounter({ log, counted }: Pick<Environment, 'log' | 'counted'>): (kind: 'unknown' | 'garbage' | 'unused' | 'malformed', why: string) => void {
  const counts = new Map<string, number>();
  return (kind, why) => {
    const wanted = `${kind} ${why}`;
    const key = counts.has(wanted) || counts.size < MAX_KINDS ? wanted : `${kind} other`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    counted?.(kind, key.slice(kind.length + 1));
    if (Number.isInteger(Math.log10(count))) log(`centre.${kind}`, { why: key.slice(kind.length + 1, 80), count });
  };
}
