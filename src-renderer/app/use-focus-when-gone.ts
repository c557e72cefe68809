// Where a conversation was and none is any more, the focus goes to what stands in its place: a keyboard or a screen reader is not sent to the top.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

export interface PlacesToGo {
  /** What stands in its place. */
  readonly instead: RefObject<HTMLHeadingElement | null>;
  /** Where that is out of sight, because the window has room for one pane only. */
  readonly list: RefObject<HTMLDivElement | null>;
}

export function useFocusWhenGone(hasOpen: boolean): PlacesToGo {
  const instead = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const had = useRef(hasOpen);
  useEffect(() => {
    const isGone = had.current && !hasOpen;
    had.current = hasOpen;
    if (!isGone) return undefined;
    // A dialog that closes with it looks in the next frame for what to give the focus back to.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        (instead.current?.checkVisibility() === true ? instead.current : list.current)?.focus();
      });
    });
    return () => { cancelAnimationFrame(frame); };
  }, [hasOpen]);
  return { instead, list };
}
