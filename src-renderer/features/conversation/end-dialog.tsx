// Asks before a conversation is ended: whether the customer is ready, and what would not be sent any more.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskView } from '../../../src-shared/ipc/view.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Button, Dialog, Note } from '../../ui/index.ts';
import { shortName } from '../customer/index.ts';

export function EndDialog({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const live = useDesk((view) => view.connection.state === 'live');
  const unsent = useDesk((view) => Object.values(view.open?.items ?? {}).filter((item) => item.kind === 'message' && (item.delivery.state === 'queued' || item.delivery.state === 'failed')).length);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const conference = task.phase.name === 'conference';
  const name = shortName(task.customerName);
  const question = conference ? text('conversation.endConferenceQuestion', { name }) : text(task.assetRemoved ? 'conversation.endInterrupted' : 'conversation.endQuestion', { name });

  const end = async (): Promise<void> => {
    setBusy(true);
    const result = await command(conference ? 'task.exitConference' : 'task.end', { taskId: task.taskId });
    setBusy(false);
    if (result.ok) onClose();
    else setFailure(result.failure);
  };

  return (
    <Dialog
      role="alertdialog"
      title={text(conference ? 'conversation.endConferenceTitle' : 'conversation.endTitle')}
      onClose={onClose}
      footer={(
        <>
          {/* A second press of the same key must not answer the question it brought up. */}
          <Button initialFocus onPress={onClose}>{text('conversation.cancel')}</Button>
          <Button kind="stop" busy={busy} unavailable={live ? false : text('conversation.unavailable.offline')} onPress={() => { void end(); }}>
            {text(conference ? 'conversation.endConference' : 'conversation.end')}
          </Button>
        </>
      )}
    >
      <div className="dialog-body convo-end">
        <p>{question}</p>
        {unsent > 0 && <Note tone="warn">{text('conversation.endUnsent', { count: unsent })}</Note>}
        {failure !== null && <Note tone="danger" announce>{failureText(failure)}</Note>}
      </div>
    </Dialog>
  );
}
