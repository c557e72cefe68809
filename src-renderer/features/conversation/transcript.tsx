// The transcript: a virtual list pinned to the newest message unless the agent reads up. Mounted anew for each conversation.
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Range, Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../ui/index.ts';
import type { BubbleActions } from '../bubbles/index.ts';
import { Announcer } from './announcer.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { createScrollPlaces, offsetOf } from './scroll-places.ts';
import './transcript.css';
import { TranscriptRowView, useRowLabel } from './transcript-row.tsx';
import { buildRows, countNewer, sortItems } from './transcript-rows.ts';
import type { TranscriptRow } from './transcript-rows.ts';

const GAP = 8;
const PADDING = 16;
/** Pixels from the end within which the agent counts as reading the newest message. */
const AT_END = 40;
/** Pixels from the top at which the earlier page is asked for without a click. */
const NEAR_TOP = 120;
const noItems: Readonly<Record<string, ItemView>> = {};
const places = createScrollPlaces();

const estimate = (row: TranscriptRow): number => (row.kind === 'message' ? 58 : 24);

export interface TranscriptProps {
  readonly taskId: TaskId;
  readonly actions: BubbleActions;
}

export function Transcript({ taskId, actions }: TranscriptProps): ReactElement {
  const text = useText();
  const rowLabel = useRowLabel();
  const record = useDesk((view) => (view.open?.taskId === taskId ? view.open.items : noItems));
  const hasEarlier = useDesk((view) => view.open?.hasEarlier ?? false);
  const loadingEarlier = useDesk((view) => view.open?.loadingEarlier ?? false);
  const locked = useDesk((view) => (view.open?.locked ?? null) !== null);
  const typing = useDesk((view) => view.tasks[taskId]?.customerTyping === true && view.open?.locked === null);
  const name = useDesk((view) => view.tasks[taskId]?.customerName.text ?? view.open?.customer.name.text ?? '');
  const initials = useDesk((view) => view.tasks[taskId]?.initials ?? '');

  const items = useMemo(() => sortItems(record), [record]);
  const rows = useMemo(() => buildRows(items, { hasEarlier, typing }), [items, hasEarlier, typing]);
  const positions = useMemo(() => articlePositions(rows), [rows]);

  const scroller = useRef<HTMLDivElement>(null);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  // null = at the end; else the order of the newest line when the agent left the end.
  const [leftAt, setLeftAt] = useState<number | null>(null);

  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const rangeExtractor = useCallback((range: Range) => {
    const shown = defaultRangeExtractor(range);
    // The row that holds the focus stays, wherever it has been scrolled to.
    const kept = focusedKey === null ? -1 : rows.findIndex((row) => row.key === focusedKey);
    return kept === -1 || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b);
  }, [rows, focusedKey]);
  const [startAt] = useState(() => startOffset(taskId, rows));
  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index] ?? { kind: 'day', key: '', at: 0 }),
    getItemKey,
    rangeExtractor,
    gap: GAP,
    paddingStart: PADDING,
    paddingEnd: PADDING,
    overscan: 8,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END,
    onChange: (instance) => {
      // Also when rows were measured or the room changed: the end can be reached or lost without a scroll.
      const atEnd = instance.isAtEnd(AT_END);
      setLeftAt((left) => (atEnd ? null : (left ?? newestOrder(items))));
    },
    ...(startAt !== null && { initialOffset: startAt }),
  });

  useStartAndKeepPlace(list, taskId, startAt === null);
  usePinnedToEnd(list, scroller);
  useShowOwnMessage(list, items);
  const loadEarlier = useLoadEarlier(taskId, loadingEarlier);

  const onScroll = (): void => {
    if (hasEarlier && list.scrollDirection === 'backward' && (scroller.current?.scrollTop ?? Infinity) < NEAR_TOP) loadEarlier();
  };
  const onFocus = (event: FocusEvent): void => {
    const row = event.target.closest<HTMLElement>('[data-index]');
    setFocusedKey(rows[Number(row?.dataset['index'])]?.key ?? null);
  };

  return (
    <div className="log-area">
      <div
        ref={scroller} className="log-scroll" role="log" aria-live="off" aria-label={text('conversation.log', { name })} tabIndex={0}
        onScroll={onScroll} onFocus={onFocus} onBlur={() => { setFocusedKey(null); }}
      >
        {items.length === 0 && !loadingEarlier && <p className="log-empty">{text('conversation.empty')}</p>}
        <div className="log-rows" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((place) => {
            const row = rows[place.index];
            if (row === undefined) return null;
            const position = positions.get(row.key);
            return (
              <div
                key={place.key} ref={list.measureElement} data-index={place.index} className="log-row" style={{ transform: `translateY(${place.start}px)` }}
                {...(position !== undefined && { role: 'article', 'aria-posinset': position, 'aria-setsize': hasEarlier ? -1 : positions.size, 'aria-label': rowLabel(row, name) })}
              >
                <TranscriptRowView row={row} name={name} initials={initials} locked={locked} actions={actions} loadingEarlier={loadingEarlier} onLoadEarlier={loadEarlier} />
              </div>
            );
          })}
        </div>
      </div>
      {leftAt !== null && <JumpToLatest count={countNewer(items, leftAt)} onPress={() => { list.scrollToEnd(); scroller.current?.focus(); }} />}
      <Announcer taskId={taskId} items={items} />
    </div>
  );
}

type List = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** 1-based places of what a screen reader steps through: messages and system lines. */
function articlePositions(rows: readonly TranscriptRow[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const row of rows) if (row.kind === 'message' || row.kind === 'event') positions.set(row.key, positions.size + 1);
  return positions;
}

const newestOrder = (items: readonly ItemView[]): number => items.at(-1)?.order ?? -Infinity;

function startOffset(taskId: TaskId, rows: readonly TranscriptRow[]): number | null {
  const place = places.get(taskId);
  return place === undefined ? null : offsetOf(place, rows, estimate, GAP);
}

/** Opens at the newest message or where the agent was; remembers the place when the conversation is left. */
function useStartAndKeepPlace(list: List, taskId: TaskId, fromEnd: boolean): void {
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (!opened.current && fromEnd) list.scrollToEnd();
    opened.current = true;
    return () => {
      const top = list.scrollOffset ?? 0;
      const first = list.isAtEnd(AT_END) ? undefined : list.getVirtualItemForOffset(top);
      places.set(taskId, first === undefined ? null : { key: String(first.key), past: top - first.start + PADDING, sizes: new Map([...list.itemSizeCache].map(([key, size]) => [String(key), size])) });
    };
  }, [list, taskId, fromEnd]);
}

/** Keeps the end in sight when the room shrinks or grows: the compose box got taller, a banner came, the window was resized. */
function usePinnedToEnd(list: List, scroller: { readonly current: HTMLDivElement | null }): void {
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
function useShowOwnMessage(list: List, items: readonly ItemView[]): void {
  const last = items.at(-1);
  const known = useRef(last?.itemId);
  useLayoutEffect(() => {
    if (last === undefined || last.itemId === known.current) return;
    known.current = last.itemId;
    if (last.kind === 'message' && last.from === 'self' && last.delivery.state !== 'sent') list.scrollToEnd();
  }, [list, last]);
}

function useLoadEarlier(taskId: TaskId, loading: boolean): () => void {
  const command = useCommandWithNotice();
  const asked = useRef(false);
  return useCallback(() => {
    if (asked.current || loading) return;
    asked.current = true;
    void command('conversation.loadEarlier', { taskId }).then(() => { asked.current = false; });
  }, [command, taskId, loading]);
}
