// Where the transcript stands: opens at the newest message or where the agent was, follows the end, shows what the agent has just sent.
import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { createScrollPlaces, offsetOf } from './scroll-places.ts';
import type { ReadingPlace } from './scroll-places.ts';
import type { TranscriptRow } from './transcript-rows.ts';

export type TranscriptList = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** Pixels from the end within which the agent counts as reading the newest message. */
export const AT_END = 40;

const places = createScrollPlaces();

/** How a conversation opens: the heights its rows had when the agent left it, and the pixels from the top; null = at the end. */
export interface Opening {
  readonly sizes: ReadonlyMap<string, number>;
  readonly offset: number | null;
}

const unseen: Opening = { sizes: new Map(), offset: null };

export function openingOf(taskId: TaskId, rows: readonly TranscriptRow[], estimate: (row: TranscriptRow) => number, gap: number, padding: number): Opening {
  const place = places.get(taskId);
  return place === undefined ? unseen : { sizes: place.sizes, offset: offsetOf(place, rows, estimate, gap, padding) };
}

/** What is at the top of the view now; null = the end is in sight. */
export function readingPlace(list: TranscriptList): ReadingPlace | null {
  const top = list.scrollOffset ?? 0;
  const first = list.isAtEnd(AT_END) ? undefined : list.getVirtualItemForOffset(top);
  return first === undefined ? null : { key: String(first.key), past: top - first.start };
}

/** Goes to the end when the conversation opens there, and remembers the place when it is left. */
export function useOpeningPlace(list: TranscriptList, taskId: TaskId, fromEnd: boolean, lastPlace: () => ReadingPlace | null, onLeft: (key: string | null) => void): void {
  const opened = useRef(false);
  const tell = useEffectEvent(onLeft);
  useLayoutEffect(() => {
    if (!opened.current && fromEnd) list.scrollToEnd();
    opened.current = true;
    return () => {
      // The list has let go of its elements by now; the place was kept with the last change.
      const left = lastPlace();
      tell(left?.key ?? null);
      places.set(taskId, left === null ? null : { ...left, sizes: new Map([...list.itemSizeCache].map(([key, size]) => [String(key), size])) });
    };
  }, [list, taskId, fromEnd, lastPlace]);
}

/** Keeps the end in sight when the room shrinks or grows: the compose box got taller, a banner came, the window was resized. */
export function usePinnedToEnd(list: TranscriptList, scroller: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let height = element.clientHeight;
    let atEnd = list.isAtEnd(AT_END);
    // The room changes before anyone can ask where the list was, so the answer is kept from the last scroll.
    const remember = (): void => {
      if (element.clientHeight === height) atEnd = list.isAtEnd(AT_END);
    };
    const observer = new ResizeObserver(() => {
      height = element.clientHeight;
      if (atEnd) list.scrollToEnd();
    });
    observer.observe(element);
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', remember);
    };
  }, [list, scroller]);
}

/** A message the agent has just sent is shown, also while reading up. */
export function useShowOwnMessage(list: TranscriptList, items: readonly ItemView[]): void {
  const last = items.at(-1);
  const known = useRef(last?.itemId);
  useLayoutEffect(() => {
    if (last === undefined || last.itemId === known.current) return;
    known.current = last.itemId;
    if (last.kind === 'message' && last.from === 'self' && last.delivery.state !== 'sent') list.scrollToEnd();
  }, [list, last]);
}
