// Hides a part of a message that masking missed, from a selection or from the dialog of one message.
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { LiveRegion } from '../../ui/index.ts';
import { MaskDialog } from './mask-dialog.tsx';
import type { SelectedPart } from './selected-part.ts';

export interface MaskPart {
  /** Asks for the part of this message. */
  readonly ask: (itemId: string) => void;
  /** Answers whether it is masked now; a failure is among the notices. */
  readonly mask: (part: SelectedPart) => Promise<boolean>;
  /** The dialog while it is open, and what is said of the outcome. Render it once. */
  readonly shown: ReactElement;
}

/** The functions never change, so that bubbles do not render for them. */
export function useMaskPart(taskId: TaskId): MaskPart {
  const text = useText();
  const command = useCommandWithNotice();
  const [asked, setAsked] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const words = useDesk((view) => {
    const item = asked === null || view.open?.taskId !== taskId ? undefined : view.open.items[asked];
    return item?.kind === 'message' ? item.content.text.text : null;
  });

  const mask = useCallback(async (part: SelectedPart): Promise<boolean> => {
    setDone(false);
    const { ok } = await command('conversation.markSensitive', { taskId, ...part });
    setDone(ok);
    return ok;
  }, [command, taskId]);

  const close = (): void => { setAsked(null); };
  const shown = (
    <>
      <LiveRegion text={done ? text('conversation.mask.done') : ''} />
      {asked !== null && words !== null && (
        <MaskDialog
          key={asked}
          words={words}
          onClose={close}
          onMask={(start, end) => {
            close();
            void mask({ itemId: asked, start, end });
          }}
        />
      )}
    </>
  );
  return { ask: useCallback((itemId: string) => { setAsked(itemId); }, []), mask, shown };
}
