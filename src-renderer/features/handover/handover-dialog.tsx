// Transfer request and conference request: a queue or an available colleague from live lists, and the reminder to tell the customer.
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Destination } from '../../../src-shared/domain/directory.ts';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskView } from '../../../src-shared/ipc/view.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { MaskedText, useFailureText, useText } from '../../text/index.ts';
import { Button, Dialog, Elapsed, Note } from '../../ui/index.ts';
import { Segments } from '../../ui/segments.tsx';
import { shortName } from '../customer/index.ts';
import { judgeChoice } from './destinations.ts';
import { DestinationList } from './destination-list.tsx';
import './handover.css';

export interface HandoverDialogProps {
  readonly kind: 'transfer' | 'conference';
  readonly task: TaskView;
  readonly onClose: () => void;
}

export function HandoverDialog({ kind, task, onClose }: HandoverDialogProps): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const directory = useDesk((view) => view.directory);
  const live = useDesk((view) => view.connection.state === 'live');
  const [type, setType] = useState<Destination['type']>('queue');
  const [chosen, setChosen] = useState<Readonly<Record<Destination['type'], string | null>>>({ queue: null, agent: null });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const choice = judgeChoice(type, chosen[type], directory);
  const hint = useHint(type, choice);

  useEffect(() => {
    // The lists may be minutes old; a failure of this shows in the directory itself.
    void command('directory.refresh', {});
  }, [command]);

  const handOver = async (): Promise<void> => {
    if (choice.state !== 'possible') return;
    setBusy(true);
    const result = await command(kind === 'transfer' ? 'task.transfer' : 'task.conference', { taskId: task.taskId, destination: choice.destination });
    setBusy(false);
    if (result.ok) onClose();
    else setFailure(result.failure);
  };

  return (
    <Dialog
      title={text(kind === 'transfer' ? 'handover.transferTitle' : 'handover.conferenceTitle')}
      subtitle={<><MaskedText value={task.customerName} withIcons={false} /> · {task.queueName} · {task.phase.name !== 'wrapUp' && <Elapsed since={task.phase.since} />}</>}
      onClose={onClose}
      footer={(
        <>
          <span className="cap grow" id="handover-hint">{hint}</span>
          <Button onPress={onClose}>{text('handover.cancel')}</Button>
          <Button
            kind="primary" busy={busy} describedBy="handover-hint" onPress={() => { void handOver(); }}
            unavailable={live ? choice.state !== 'possible' : text('handover.offline')}
          >
            {text(kind === 'transfer' ? 'handover.transfer' : 'handover.conference')}
          </Button>
        </>
      )}
    >
      <div className="handover-to">
        <Segments
          label={text('handover.to')} chosen={type} onChoose={setType}
          segments={[{ id: 'queue', name: text('handover.queue'), icon: 'queue' }, { id: 'agent', name: text('handover.agent'), icon: 'user' }]}
        />
      </div>
      <DestinationList type={type} chosen={chosen[type]} onChoose={(id) => { setChosen({ ...chosen, [type]: id }); setFailure(null); }} />
      <div className="handover-notes">
        {failure !== null && <Note tone="danger" announce>{failureText(failure)}</Note>}
        <Note>{text(kind === 'transfer' ? 'handover.tellFirst' : 'handover.tellFirstConference', { name: shortName(task.customerName) })}</Note>
      </div>
    </Dialog>
  );
}

function useHint(type: Destination['type'], choice: ReturnType<typeof judgeChoice>): string {
  const text = useText();
  if (choice.state === 'gone') return text('handover.chosenGone', { name: choice.name });
  if (choice.state === 'possible') return '';
  return text(type === 'queue' ? 'handover.chooseQueue' : 'handover.chooseAgent');
}
