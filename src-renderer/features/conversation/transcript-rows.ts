// From the items of the open conversation to the rows of its transcript: order, day separators, groups by sender and minute. Pure.
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import type { EventItem, MessageItem } from '../bubbles/index.ts';

/** Where a message that waits to be sent stands among those that wait: 1 of 2. */
export interface QueuePlace {
  readonly place: number;
  readonly of: number;
}

export type TranscriptRow =
  /** At the top: there is more at the contact centre. */
  | { readonly kind: 'earlier'; readonly key: 'earlier' }
  /** At the end: the customer is typing. */
  | { readonly kind: 'typing'; readonly key: 'typing' }
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'event'; readonly key: string; readonly item: EventItem }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly item: MessageItem;
      /** First of a run of one sender: here the name of another agent stands. */
      readonly opensGroup: boolean;
      /** Last of a run of one sender within a minute: here the initials and the time stand. */
      readonly closesGroup: boolean;
      readonly queue: QueuePlace | null;
    };

/** The items as they follow each other. Equal `order` (two local lines at one place) falls back to time, then to the id, so that the order never flickers. */
export function sortItems(items: Readonly<Record<string, ItemView>>): ItemView[] {
  return Object.values(items).sort((a, b) => a.order - b.order || a.at - b.at || (a.itemId < b.itemId ? -1 : 1));
}

export interface Around {
  readonly hasEarlier: boolean;
  readonly typing: boolean;
}

/** Rows for sorted items. `at` is read in the computer's time zone. */
export function buildRows(items: readonly ItemView[], around: Around): TranscriptRow[] {
  const rows: TranscriptRow[] = around.hasEarlier ? [{ kind: 'earlier', key: 'earlier' }] : [];
  const waiting = items.filter((item) => item.kind === 'message' && item.delivery.state === 'queued').length;
  let latestDay = -Infinity;
  let queued = 0;
  items.forEach((item, index) => {
    const day = startOfDay(item.at);
    // Clocks of the computer and the contact centre may differ around midnight: a day is opened once and never gone back to.
    if (day > latestDay) {
      latestDay = day;
      rows.push({ kind: 'day', key: `day:${String(day)}`, at: item.at });
    }
    if (item.kind === 'event') {
      rows.push({ kind: 'event', key: item.itemId, item });
      return;
    }
    const isQueued = item.delivery.state === 'queued';
    if (isQueued) queued += 1;
    rows.push({
      kind: 'message',
      key: item.itemId,
      item,
      opensGroup: !sameGroup(items[index - 1], item),
      closesGroup: !sameGroup(item, items[index + 1]),
      queue: isQueued ? { place: queued, of: waiting } : null,
    });
  });
  if (around.typing) rows.push({ kind: 'typing', key: 'typing' });
  return rows;
}

function sameGroup(a: ItemView | undefined, b: ItemView | undefined): boolean {
  if (a?.kind !== 'message' || b?.kind !== 'message') return false;
  // What is not sent yet says so itself, so it stands alone.
  if (a.delivery.state !== 'sent' || b.delivery.state !== 'sent') return false;
  return a.from === b.from && a.name === b.name && minute(a.at) === minute(b.at);
}

const minute = (at: number): number => Math.floor(at / 60_000);

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Message items that are not the agent's own and came after `order`: what the "latest" button counts. */
export function countNewer(items: readonly ItemView[], order: number): number {
  let count = 0;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item === undefined) break;
    if (item.order <= order) break;
    if (item.kind === 'message' && item.from !== 'self') count += 1;
  }
  return count;
}
