// The customer's details: a pane of its own where there is room, else sliding over the conversation with a way back.
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useLayout, useLayoutActions } from '../desk/index.ts';
import { CustomerDetails } from '../features/customer/index.ts';
import { IconButton, useText } from '../ui/index.ts';

export function DetailsPane(): ReactElement {
  const text = useText();
  const open = useLayout((layout) => layout.detailsOpen);
  const { closeDetails } = useLayoutActions();
  const pane = useFocusWhileOpen(open);
  return (
    <aside
      ref={pane}
      tabIndex={-1}
      className={`pane-details${open ? ' pane-details-open' : ''}`}
      aria-label={text('common.region.details')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          closeDetails();
        }
      }}
    >
      <div className="pane-details-close">
        {text('common.region.details')}
        <IconButton icon="close" label={text('common.close')} onPress={closeDetails} />
      </div>
      <CustomerDetails />
    </aside>
  );
}

/** Moves the focus in when it slides over, and back to where it was when it goes. */
function useFocusWhileOpen(open: boolean): React.RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    pane.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  return pane;
}
