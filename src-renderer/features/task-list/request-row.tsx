// A request in the list: the same request as in the popover, with the same Accept.
import { memo } from 'react';
import { ronaShare, ronaTone, useDesk } from '../../desk/index.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Avatar, Button, Elapsed, Icon, TickingRing } from '../../ui/index.ts';
import { useAccept } from '../offers/index.ts';

export const RequestRow = memo(function RequestRow({ taskId }: { readonly taskId: string }) {
  const text = useText();
  const accept = useAccept();
  const task = useDesk((view) => view.tasks[taskId]);
  if (task === undefined) return null;
  const { phase } = task;
  return (
    <li className="task task-request">
      <Avatar initials={task.initials} withChannel><span className="badge task-rail-badge">!</span></Avatar>
      <div className="task-text">
        <b className="ell task-name" dir="auto"><MaskedText value={task.customerName} /></b>
        {phase.name === 'offered' ? (
          <span className="wait" title={text('tasks.ringsFor', { seconds: Math.round(phase.ronaTimeoutMs / 1000) })}>
            <TickingRing share={(now) => ronaShare(phase, now)} tone={(now) => ronaTone(phase, now)} />
            <Elapsed since={phase.since} />
            <span className="ell" dir="auto">{task.queueName}</span>
          </span>
        ) : <span className="wait"><Icon name="spinner" size="xs" />{text('tasks.connecting')}</span>}
      </div>
      {phase.name === 'offered' && (
        <Button kind="tonal" size="s" className="task-accept" busy={task.busy === 'accept'} label={text('offers.acceptFrom', { name: task.customerName.text })} onPress={() => { void accept([taskId]); }}>
          {text('offers.accept')}
        </Button>
      )}
    </li>
  );
});
