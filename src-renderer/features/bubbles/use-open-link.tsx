// Asks before a link of a message is opened: the agent sees the host, main alone knows the address.
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import type { BubbleActions } from './items.ts';

export interface AskedLink {
  readonly itemId: string;
  readonly index: number;
  readonly host: string;
}

/** `shown` is the question while it is asked; render it once. `open` has the confirmed link opened. */
export function useOpenLink(open: (link: AskedLink) => void): { readonly ask: BubbleActions['openLink']; readonly shown: ReactElement | null } {
  const text = useText();
  const [asked, setAsked] = useState<AskedLink | null>(null);
  const ask = useCallback((itemId: string, index: number, host: string) => { setAsked({ itemId, index, host }); }, []);
  if (asked === null) return { ask, shown: null };
  const close = (): void => { setAsked(null); };
  const confirm = (): void => {
    close();
    open(asked);
  };
  const shown = (
    <Dialog
      role="alertdialog"
      title={text('rich.openTitle')}
      onClose={close}
      footer={(
        <>
          <Button initialFocus onPress={close}>{text('rich.openCancel')}</Button>
          <Button kind="primary" onPress={confirm}>{text('rich.open')}</Button>
        </>
      )}
    >
      <div className="dialog-body">
        <p>{text('rich.openQuestion')}</p>
        <p dir="ltr"><b>{asked.host}</b></p>
      </div>
    </Dialog>
  );
  return { ask, shown };
}
