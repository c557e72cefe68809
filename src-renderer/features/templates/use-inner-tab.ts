// Tab goes round within a panel that stands over the rest of the window; Escape is the way out.
import { useCallback } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

const reachable = 'a[href], button:not([tabindex="-1"]), input:not([hidden]), select, textarea, summary, [tabindex="0"]';

export function useInnerTab(panel: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  return useCallback((event) => {
    if (event.key !== 'Tab' || panel.current === null) return;
    // What is not laid out cannot take the focus.
    const stops = [...panel.current.querySelectorAll<HTMLElement>(reachable)].filter((one) => one.getClientRects().length > 0);
    const [first] = stops;
    const last = stops.at(-1);
    const from = document.activeElement;
    if (event.shiftKey ? from !== first : from !== last) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }, [panel]);
}
