// The replica's rule, pure: which patches are applied, which are kept, and when the replica must ask for a snapshot again.
import type { Patch, Snapshot } from '../../src-shared/ipc/patch.ts';
import { applyPatch } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';

/** `held` are patches that cannot be applied yet; while `awaiting`, a snapshot is on its way and decides about them. */
export interface Replica {
  readonly current: Snapshot<DeskView> | null;
  readonly held: readonly Patch[];
  readonly awaiting: boolean;
}

export const emptyReplica: Replica = { current: null, held: [], awaiting: true };

/** A patch came in: applied when it is the next one, dropped when it is old, kept (and a snapshot asked for) when one is missing. */
export function onPatch(replica: Replica, patch: Patch): Replica {
  if (replica.awaiting || replica.current === null) return { ...replica, held: [...replica.held, patch], awaiting: true };
  return settle(replica.current, [patch]);
}

/** A snapshot came in: it replaces the view; patches after it that were kept meanwhile are applied on top. */
export function onSnapshot(replica: Replica, snapshot: Snapshot<DeskView>): Replica {
  return settle(snapshot, replica.held);
}

function settle(from: Snapshot<DeskView>, patches: readonly Patch[]): Replica {
  let current = from;
  const inOrder = [...patches].sort((a, b) => a.revision - b.revision);
  for (const [index, patch] of inOrder.entries()) {
    if (patch.revision <= current.revision) continue;
    if (patch.revision > current.revision + 1) return { current, held: inOrder.slice(index), awaiting: true };
    current = { revision: patch.revision, view: applyPatch(current.view, patch.operations) };
  }
  return { current, held: [], awaiting: false };
}
