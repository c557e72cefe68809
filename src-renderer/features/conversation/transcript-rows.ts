// From the items of the open conversation to the rows of its transcript: order, day separators, groups by sender and minute. Pure.
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import type { EventItem, MessageItem } from '../bubbles/index.ts';

/** Where a message that waits to be sent stands among those that wait: 1 of 2. */
export interface QueuePlace {
  readonly place: number;
  readonly of: number;
}

/**
 * `day`: a day begins at this row, and the line between days is drawn above it. The day of the very first row stands above the list instead:
 * so the row does not change its height, and with it its place, when an earlier page of the same day comes in.
 */
export type TranscriptRow =
  | { readonly kind: 'event'; readonly key: string; readonly day: boolean; readonly item: EventItem }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly day: boolean;
      readonly item: MessageItem;
      /** First of a run of one sender: here the name of another agent stands. */
      readonly opensGroup: boolean;
      /** Last of a run of one sender within a minute: here the initials and the time stand. */
      readonly closesGroup: boolean;
      readonly queue: QueuePlace | null;
    }
  /** At the end: the customer is typing. */
  | { readonly kind: 'typing'; readonly key: 'typing' };

/** The items as they follow each other. Equal `order` (two local lines at one place) falls back to time, then to the id, so that the order never flickers. */
export function sortItems(items: Readonly<Record<string, ItemView>>): ItemView[] {
  return Object.values(items).sort((a, b) => a.order - b.order || a.at - b.at || (a.itemId < b.itemId ? -1 : 1));
}

/** Rows for sorted items. `at` is read in the computer's time zone. */
export function buildRows(items: readonly ItemView[], typing: boolean): TranscriptRow[] {
  const waiting = items.filter((item) => item.kind === 'message' && item.delivery.state === 'queued').length;
  let latestDay = -Infinity;
  let queued = 0;
  const rows = items.map((item, index): TranscriptRow => {
    // Clocks of the computer and the contact centre may differ around midnight: a day is opened once and never gone back to.
    const begins = item.at >= latestDay + DAY_AT_LEAST && startOfDay(item.at) > latestDay;
    if (begins) latestDay = startOfDay(item.at);
    const day = begins && index > 0;
    if (item.kind === 'event') return { kind: 'event', key: item.itemId, day, item };
    const isQueued = item.delivery.state === 'queued';
    if (isQueued) queued += 1;
    return {
      kind: 'message', key: item.itemId, day, item,
      opensGroup: !sameGroup(items[index - 1], item),
      closesGroup: !sameGroup(item, items[index + 1]),
      queue: isQueued ? { place: queued, of: waiting } : null,
    };
  });
  return typing ? [...rows, { kind: 'typing', key: 'typing' }] : rows;
}

/** The shortest day of the year, when the clocks go forward: spares the calendar for every message that is surely of the same day. */
const DAY_AT_LEAST = 23 * 3_600_000;

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
