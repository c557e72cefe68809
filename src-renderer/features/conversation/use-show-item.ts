// Brings a message into sight and gives it the focus, however far away it is.
import { useEffect, useEffectEvent, useState } from 'react';
import type { RefObject } from 'react';
import type { TranscriptRow } from './transcript-rows.ts';
import type { TranscriptList } from './use-reading-place.ts';

/** `keep` mounts a row outside of the view; a stable function comes back. */
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
  const mount = useEffectEvent((itemId: string) => { keep(itemId); });
  useEffect(() => {
    if (wanted === null) return undefined;
    mount(wanted.itemId);
    // The row is there with the next frame.
    const frame = requestAnimationFrame(() => { arrive(wanted.itemId); });
    return () => { cancelAnimationFrame(frame); };
  }, [wanted]);
  const [show] = useState(() => (itemId: string): void => { setWanted({ itemId }); });
  return show;
}
