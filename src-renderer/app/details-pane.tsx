// The customer's details: a pane of its own where there is room, else sliding over the conversation with a way back.
import { Suspense, useEffect, useRef } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useLayout, useLayoutActions } from '../desk/index.ts';
import { useText } from '../text/index.ts';
import { IconButton } from '../ui/index.ts';
import { CustomerDetails } from './later.ts';

export function DetailsPane(): ReactElement {
  const text = useText();
  const open = useLayout((layout) => layout.detailsOpen);
  const { closeDetails } = useLayoutActions();
  const pane = useSlideOver(open, closeDetails);
  return (
    <aside
      ref={pane}
      tabIndex={-1}
      className={`pane-details${open ? ' pane-details-open' : ''}`}
      aria-label={text('common.region.details')}
    >
      <div className="pane-details-close">
        {text('common.region.details')}
        <IconButton icon="close" label={text('common.close')} onPress={closeDetails} />
      </div>
      <Suspense><CustomerDetails /></Suspense>
    </aside>
  );
}

/** While it is slid over: the focus moves in, Escape closes it, and the focus goes back to where it was. */
function useSlideOver(open: boolean, close: () => void): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = pane.current;
    if (!open || element === null) return undefined;
    const before = document.activeElement;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    element.focus();
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open, close]);
  return pane;
}
