// The wrap-up reasons as the dialog lists them: recently used ones first, none of them twice. Pure, but for the storage it is given.
import type { AuxiliaryCode } from '../../../src-shared/domain/agent.ts';

/** How many recent reasons are shown. */
const RECENT = 3;

export interface ListedReasons {
  readonly recent: readonly AuxiliaryCode[];
  readonly others: readonly AuxiliaryCode[];
}

/** `recentIds` newest first; ids the profile does not have any more are left out. */
export function listReasons(codes: readonly AuxiliaryCode[], recentIds: readonly string[], locale: string): ListedReasons {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const recent = recentIds.flatMap((id) => byId.get(id) ?? []).slice(0, RECENT);
  const collator = new Intl.Collator(locale);
  return { recent, others: codes.filter((code) => !recent.includes(code)).sort((a, b) => collator.compare(a.name, b.name)) };
}

export const withRecent = (recentIds: readonly string[], id: string): readonly string[] => [id, ...recentIds.filter((other) => other !== id)].slice(0, RECENT);

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (agentId: string): string => `parley.recentWrapUpReasons.${agentId}`;

/** A convenience of this computer: ids of reasons only, and an unreadable store means none. */
export function loadRecent(store: Store, agentId: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(store.getItem(keyOf(agentId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function saveRecent(store: Store, agentId: string, recentIds: readonly string[]): void {
  try {
    store.setItem(keyOf(agentId), JSON.stringify(recentIds));
  } catch {
    // A full or forbidden store costs the shortcut, not the wrap-up.
  }
}
