// Brings a message into sight and gives it the focus, however far away it is.
import { useCallback, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { TranscriptRow } from './transcript-rows.ts';
import type { TranscriptList } from './use-reading-place.ts';

/** `keep` mounts a row outside of the view and has to be stable; so is the function that comes back. */
export function useShowItem(list: TranscriptList, rows: readonly TranscriptRow[], scroller: RefObject<HTMLElement | null>, keep: (key: string) => void): (itemId: string) => void {
  // A new object each time: the same message may be asked for twice.
  const [wanted, setWanted] = useState<{ readonly itemId: string } | null>(null);
  const arrive = useEffectEvent((itemId: string) => {
    const index = rows.findIndex((row) => row.key === itemId);
    if (index === -1) return;
    list.scrollToIndex(index, { align: 'center' });
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] > [role="article"]`);
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  });
  // Kept and wanted in one render, so the row is there when this runs.
  useLayoutEffect(() => { if (wanted !== null) arrive(wanted.itemId); }, [wanted]);
  return useCallback((itemId: string) => {
    keep(itemId);
    setWanted({ itemId });
  }, [keep]);
}
