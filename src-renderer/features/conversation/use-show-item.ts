// Brings a message into sight and, unless the agent goes on typing elsewhere, gives it the focus, however far away it is.
import { useCallback, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { TranscriptRow } from './transcript-rows.ts';
import type { TranscriptList } from './use-reading-place.ts';

export type ShowItem = (itemId: string, focus?: boolean) => void;

/** `keep` mounts a row outside of the view and has to be stable; so is the function that comes back. */
export function useShowItem(list: TranscriptList, rows: readonly TranscriptRow[], scroller: RefObject<HTMLElement | null>, keep: (key: string) => void): ShowItem {
  // A new object each time: the same message may be asked for twice.
  const [wanted, setWanted] = useState<{ readonly itemId: string; readonly focus: boolean } | null>(null);
  const arrive = useEffectEvent((itemId: string, focus: boolean) => {
    const index = rows.findIndex((row) => row.key === itemId);
    if (index === -1) return;
    list.scrollToIndex(index, { align: 'center' });
    if (!focus) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] > [role="article"]`);
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  });
  // Kept and wanted in one render, so the row is there when this runs.
  useLayoutEffect(() => { if (wanted !== null) arrive(wanted.itemId, wanted.focus); }, [wanted]);
  return useCallback((itemId: string, focus = true) => {
    if (focus) keep(itemId);
    setWanted({ itemId, focus });
  }, [keep]);
}
