// Which hit of a search the agent is at, and where it stands among the others: it stays the same hit whatever is found later.
import type { SearchAnswer } from '../../../src-shared/ipc/commands.ts';

export type Hit = SearchAnswer['hits'][number];

/** Index of the hit the agent is at; -1 = at none. Where that one is no longer found, the one before it stands in. */
export function indexOfHit(hits: readonly Hit[], at: Hit | null): number {
  if (at === null || hits.length === 0) return -1;
  const same = hits.findIndex((hit) => hit.itemId === at.itemId);
  return same === -1 ? Math.max(0, hits.findLastIndex((hit) => hit.order <= at.order)) : same;
}

/** The next hit, -1 = an older one. Goes round; from none it goes to the newest. */
export function nextHit(hits: readonly Hit[], at: Hit | null, by: -1 | 1): Hit | null {
  const index = indexOfHit(hits, at);
  return (index === -1 ? hits.at(-1) : hits[(index + by + hits.length) % hits.length]) ?? null;
}
