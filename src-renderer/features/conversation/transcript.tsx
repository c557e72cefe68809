// The transcript: a virtual list pinned to the newest message unless the agent reads up. Mounted anew for each conversation.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ClipboardEvent, FocusEvent, ReactElement, UIEvent } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { useCommand, useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { picturesHeight } from '../bubbles/index.ts';
import type { BubbleActions } from '../bubbles/index.ts';
import { MaskSelection } from '../mask-part/index.ts';
import type { SelectedPart } from '../mask-part/index.ts';
import { Announcer } from './announcer.tsx';
import { copiedLines } from './copied-lines.ts';
import { DaySeparator } from './day-separator.tsx';
import { EarlierMessages } from './earlier-messages.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { tiesOf } from '../../../src-shared/ipc/ties.ts';
import type { ReadingPlace } from './scroll-places.ts';
import './transcript.css';
import { TranscriptRowView, useRowLabel } from './transcript-row.tsx';
import { buildRows, countNewer, sortItems } from './transcript-rows.ts';
import type { TranscriptRow } from './transcript-rows.ts';
import type { Search } from './use-search.ts';
import { useSearchMarks } from './use-search-marks.ts';
import { useShowHit } from './use-show-hit.ts';
import { useRowTools } from './use-row-tools.ts';
import { useShowItem } from './use-show-item.ts';
import { AT_END, openingOf, readingPlace, useOpeningPlace, usePinnedToEnd, useShowOwnMessage } from './use-reading-place.ts';

const GAP = 8;
const PADDING = 16;
/** The heights of what stands above the first row: the line with its day, the way to earlier messages. */
const DAY_HEIGHT = 34;
const EARLIER_HEIGHT = 36;
/** Pixels from the top at which the earlier page is asked for without a click. */
const NEAR_TOP = 120;
const noItems: Readonly<Record<string, ItemView>> = {};

const estimate = (row: TranscriptRow | undefined): number =>
  (row?.kind === 'event' ? 20 : 58) + (row?.kind === 'message' ? picturesHeight(row.item) : 0) + (row !== undefined && row.kind !== 'typing' && row.day ? 30 : 0);

export interface TranscriptProps {
  readonly taskId: TaskId;
  readonly actions: Omit<BubbleActions, 'showItem'>;
  /** Masks what the agent has selected; answers whether it is done. */
  readonly onMask: (part: SelectedPart) => Promise<boolean>;
  readonly search: Search;
}

export function Transcript({ taskId, actions, onMask, search }: TranscriptProps): ReactElement {
  const text = useText();
  const rowLabel = useRowLabel();
  const command = useCommand();
  const record = useDesk((view) => (view.open?.taskId === taskId ? view.open.items : noItems));
  const hasEarlier = useDesk((view) => view.open?.hasEarlier ?? false);
  const loadingEarlier = useDesk((view) => view.open?.loadingEarlier ?? false);
  const locked = useDesk((view) => (view.open?.locked ?? null) !== null);
  const typing = useDesk((view) => view.tasks[taskId]?.customerTyping === true && view.open?.locked === null);
  const name = useDesk((view) => view.tasks[taskId]?.customerName.text ?? view.open?.customer.name.text ?? '');
  const initials = useDesk((view) => view.tasks[taskId]?.initials ?? '');
  const all = useMemo(() => sortItems(record), [record]);
  const ties = useMemo(() => tiesOf(all), [all]);
  const items = useMemo(() => (ties.placed.size === 0 ? all : all.filter((item) => !ties.placed.has(item.itemId))), [all, ties]);
  const rows = useMemo(() => buildRows(items, typing), [items, typing]);

  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef<ReadingPlace | null>(null);
  const lastTop = useRef(0);
  // null = at the end; else the order of the newest line when the agent left the end.
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const { rangeExtractor, onFocus, onBlur, keep } = useFocusedRow(rows);
  const first = items[0];
  const paddingStart = PADDING + (first === undefined ? 0 : DAY_HEIGHT) + (hasEarlier ? EARLIER_HEIGHT : 0);
  const [opening] = useState(() => openingOf(taskId, rows, estimate, GAP, paddingStart));
  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => opening.sizes.get(rows[index]?.key ?? '') ?? estimate(rows[index]),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    rangeExtractor,
    gap: GAP,
    paddingStart,
    paddingEnd: PADDING,
    overscan: 8,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END,
    onChange: (instance) => {
      place.current = readingPlace(instance);
      const atEnd = place.current === null;
      // Also when rows were measured or the room changed: the end can be reached or lost without a scroll.
      setLeftAt((left) => (atEnd ? null : (left ?? items.at(-1)?.order ?? -Infinity)));
    },
    ...(opening.offset !== null && { initialOffset: opening.offset }),
  });

  useOpeningPlace(list, taskId, opening.offset === null, useCallback(() => place.current, []), (key) => {
    const row = key === null ? undefined : rows.find((one) => one.key === key);
    void command('conversation.leftAt', { taskId, order: row === undefined || row.kind === 'typing' ? null : row.item.order });
  });
  usePinnedToEnd(list, scroller);
  useShowOwnMessage(list, items);
  const show = useShowItem(list, rows, scroller, keep);
  const withShow = useMemo((): BubbleActions => ({ ...actions, showItem: show }), [actions, show]);
  useSearchMarks(scroller, search.folded, search.current?.itemId ?? null);
  useShowHit(taskId, search.current, rows, show);
  const { onKeyDown } = useRowTools(scroller);
  const loadEarlier = useLoadEarlier(taskId, loadingEarlier);
  const onScroll = (event: UIEvent<HTMLDivElement>): void => {
    const { scrollTop } = event.currentTarget;
    const up = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    // Only when the agent goes there: a conversation that opens near its top asks for nothing.
    if (hasEarlier && up && scrollTop < NEAR_TOP) loadEarlier();
  };

  const onCopy = (event: ClipboardEvent): void => {
    const selection = document.getSelection();
    const lines = selection === null || selection.rangeCount === 0 ? null : copiedLines(event.currentTarget, selection.getRangeAt(0));
    if (lines === null) return;
    event.clipboardData.setData('text/plain', lines);
    event.preventDefault();
  };
  // What scrolls has to be reachable by keyboard, whatever stands in it; a log speaks by itself unless told not to.
  const log = { role: 'log', 'aria-live': 'off', 'aria-label': text('conversation.log', { name }), tabIndex: 0, onScroll, onFocus, onBlur, onKeyDown, onCopy } as const;
  return (
    <div className="log-area">
      <div ref={scroller} className="log-scroll" {...log}>
        {items.length === 0 && !loadingEarlier && <p className="log-empty">{text('conversation.empty')}</p>}
        <div className="log-rows" style={{ height: list.getTotalSize() }}>
          <div className="log-top">
            {hasEarlier && <EarlierMessages loading={loadingEarlier} onPress={loadEarlier} />}
            {first !== undefined && <DaySeparator at={first.at} />}
          </div>
          {list.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            return row !== undefined && (
              <div key={key} ref={list.measureElement} data-index={index} data-row={key} className="log-row" style={{ transform: `translateY(${start}px)` }}>
                {row.kind !== 'typing' && row.day && <DaySeparator at={row.item.at} />}
                <div {...(row.kind !== 'typing' && { role: 'article', 'aria-posinset': index + 1, 'aria-setsize': hasEarlier ? -1 : items.length, 'aria-label': rowLabel(row, name) })}>
                  <TranscriptRowView row={row} name={name} initials={initials} locked={locked} ties={ties} actions={withShow} />
                </div>
              </div>
            );
          })}
        </div>
      </div>
      <MaskSelection log={scroller} onMask={onMask} />
      {leftAt !== null && <JumpToLatest count={countNewer(items, leftAt)} onPress={() => { list.scrollToEnd(); scroller.current?.focus(); }} />}
      <Announcer taskId={taskId} items={all} />
    </div>
  );
}

/** The row that holds the focus stays mounted, wherever it has been scrolled to. */
function useFocusedRow(rows: readonly TranscriptRow[]): { readonly rangeExtractor: (range: Range) => number[]; readonly onFocus: (event: FocusEvent) => void; readonly onBlur: () => void; readonly keep: (key: string) => void } {
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const rangeExtractor = useCallback((range: Range) => {
    const shown = defaultRangeExtractor(range);
    const kept = focusedKey === null ? -1 : rows.findIndex((row) => row.key === focusedKey);
    return kept === -1 || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b);
  }, [rows, focusedKey]);
  return {
    rangeExtractor,
    onFocus: (event) => { setFocusedKey(rows[Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index'])]?.key ?? null); },
    onBlur: () => { setFocusedKey(null); },
    keep: setFocusedKey,
  };
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
