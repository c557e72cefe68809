// Asks before a link of a message is opened: the agent sees the host, main alone knows the address.
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommandWithNotice } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import type { BubbleActions } from '../bubbles/index.ts';

/** `shown` is the question while it is asked; render it once. */
export function useOpenLink(taskId: TaskId): { readonly ask: BubbleActions['openLink']; readonly shown: ReactElement | null } {
  const text = useText();
  const command = useCommandWithNotice();
  const [asked, setAsked] = useState<{ readonly itemId: string; readonly index: number; readonly host: string } | null>(null);
  const ask = useCallback((itemId: string, index: number, host: string) => { setAsked({ itemId, index, host }); }, []);
  if (asked === null) return { ask, shown: null };
  const close = (): void => { setAsked(null); };
  const open = (): void => {
    close();
    void command('link.open', { taskId, itemId: asked.itemId, index: asked.index, host: asked.host });
  };
  const shown = (
    <Dialog
      role="alertdialog"
      title={text('rich.openTitle')}
      onClose={close}
      footer={(
        <>
          <Button initialFocus onPress={close}>{text('rich.openCancel')}</Button>
          <Button kind="primary" onPress={open}>{text('rich.open')}</Button>
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
