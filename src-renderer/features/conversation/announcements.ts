// Which items of the open conversation a screen reader is told of: every new line of someone else once, never the history. Pure.
import type { ItemView } from '../../../src-shared/ipc/view.ts';

/** What has been accounted for. `since` is the order of the newest line of the contact centre when the conversation opened. */
export interface Announced {
  readonly taskId: string;
  readonly since: number;
  readonly known: ReadonlySet<string>;
}

/** The conversation opened: all it holds is history. */
export function openingAnnounced(taskId: string, items: readonly ItemView[]): Announced {
  return { taskId, since: newestOrder(items), known: new Set(items.map((item) => item.itemId)) };
}

/**
 * The items to announce now and the next state. Earlier pages come in with a lower `order` than what was there at the opening
 * and are history too; a message that fills a gap later is not.
 */
export function announce(announced: Announced, items: readonly ItemView[]): { readonly announced: Announced; readonly fresh: readonly ItemView[] } {
  const added = items.filter((item) => !announced.known.has(item.itemId));
  if (added.length === 0) return { announced, fresh: [] };
  // A conversation may open before its messages are here: they come as one page of history, a first message comes alone.
  if (announced.known.size === 0 && added.length > 1) return { announced: openingAnnounced(announced.taskId, items), fresh: [] };
  const known = new Set(announced.known);
  for (const item of added) known.add(item.itemId);
  return { announced: { ...announced, known }, fresh: added.filter((item) => item.order > announced.since && isOthers(item)) };
}

function isOthers(item: ItemView): boolean {
  if (item.kind === 'message') return item.from !== 'self';
  // What the agent has just done needs no announcement; what happened to the chat does.
  return item.event.type !== 'ended' && item.event.type !== 'invited' && item.event.type !== 'transferred';
}

// Lines that wait in the outbox sort behind everything else, so they say nothing of how far the contact centre is.
function newestOrder(items: readonly ItemView[]): number {
  return items.reduce((newest, item) => (item.kind === 'message' && item.delivery.state !== 'sent' ? newest : Math.max(newest, item.order)), -Infinity);
}
