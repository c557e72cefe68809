// A dialog has the focus as soon as it is there, however it was opened: a key that comes right behind, Escape above all, is its own.
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { IntlProvider } from 'react-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

// The library looks for a meta tag by a plain name; jsdom has no CSS.escape.
beforeEach(() => { vi.stubGlobal('CSS', { escape: (name: string) => name }); });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A link of the page itself, and what it asks; Enter on it comes as a click that no pointer made. */
function Asking({ footer }: { readonly footer?: ReactElement }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  return (
    <IntlProvider locale="en" messages={{ 'common.close': 'Close' }}>
      <a href="#link" onClick={(event) => { event.preventDefault(); setAsked(true); }}>link</a>
      {isAsked && <Dialog title="Open this link?" role="alertdialog" footer={footer} onClose={() => { setAsked(false); }}>words</Dialog>}
    </IntlProvider>
  );
}

const ask = (footer?: ReactElement): void => {
  render(<Asking {...(footer !== undefined && { footer })} />);
  const link = screen.getByText('link');
  link.focus();
  fireEvent.click(link, { detail: 0 });
};

it('takes the focus at once to its safe answer, and the next Escape closes it', () => {
  ask(<><Button>Open</Button><Button initialFocus>Cancel</Button></>);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

it('takes the focus itself where no answer is the safe one', () => {
  ask();
  expect(document.activeElement).toBe(screen.getByRole('alertdialog'));
});
