// Speaks to screen readers without showing: the text is said when it changes, at once (assertive) or when there is a pause (polite).
import type { ReactElement } from 'react';

export function LiveRegion({ text, urgency = 'polite' }: { readonly text: string; readonly urgency?: 'polite' | 'assertive' }): ReactElement {
  return (
    // The attribute keeps it speaking while a modal dialog hides the rest of the page from screen readers.
    <div className="visually-hidden" data-live-announcer="true" role={urgency === 'assertive' ? 'alert' : 'status'} aria-live={urgency} aria-atomic="true">
      {text}
    </div>
  );
}
