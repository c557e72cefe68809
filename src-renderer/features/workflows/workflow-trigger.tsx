// The trigger in the compose box: opens the list of workflows policy allows; the list is asked for anew each time.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { IconButton } from '../../ui/index.ts';
import { WorkflowDialog } from './workflow-dialog.tsx';
import './workflows.css';

export function WorkflowTrigger({ taskId }: { readonly taskId: TaskId }): ReactElement {
  const text = useText();
  const live = useDesk((view) => view.connection.state === 'live');
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="workflow" label={text('workflows.trigger')} unavailable={live ? false : text('workflows.offline')} onPress={() => { setOpen(true); }} />
      {open && <WorkflowDialog taskId={taskId} onClose={() => { setOpen(false); }} />}
    </>
  );
}
