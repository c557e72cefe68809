// Who the conversation is with, its state, and what can be done with it as a whole.
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { TaskView } from '../../../src-shared/ipc/view.ts';
import { useDesk, useLayoutActions } from '../../desk/index.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Avatar, Badge, Chip, Elapsed, IconButton, useDuration } from '../../ui/index.ts';
import type { Tone } from '../../ui/index.ts';
import type { MessageId } from '../../../src-shared/locales/index.ts';
import { ConversationActions } from './conversation-actions.tsx';
import type { ConversationActionsProps } from './conversation-actions.tsx';

export function ConversationHeader({ taskId, ...more }: { readonly taskId: TaskId } & Omit<ConversationActionsProps, 'task'>): ReactElement | null {
  const task = useDesk((view) => view.tasks[taskId]);
  if (task === undefined) return null;
  return (
    <header className="convo-head">
      <Back taskId={taskId} />
      <Avatar initials={task.initials} />
      <div className="grow">
        <div className="row">
          <h1 className="ell" dir="auto"><MaskedText value={task.customerName} /></h1>
          <PhaseChip task={task} />
        </div>
        <Facts task={task} />
      </div>
      <ConversationActions task={task} {...more} />
    </header>
  );
}

function Back({ taskId }: { readonly taskId: TaskId }): ReactElement {
  const text = useText();
  const { showList } = useLayoutActions();
  const waiting = useDesk((view) => Object.values(view.tasks).filter((task) => task.taskId !== taskId && task.unansweredSince !== null).length);
  return (
    <IconButton className="convo-back" icon="left" label={text('conversation.back', { count: waiting })} onPress={showList}>
      {waiting > 0 && <Badge count={waiting} label={text('conversation.waiting', { count: waiting })} />}
    </IconButton>
  );
}

function PhaseChip({ task }: { readonly task: TaskView }): ReactElement {
  const text = useText();
  const live = useDesk((view) => view.connection.state === 'live');
  const { tone, id } = phaseOf(task);
  return <Chip tone={tone === 'ok' && !live ? 'neutral' : tone}>{text(id)}</Chip>;
}

function phaseOf({ phase, assetRemoved }: TaskView): { readonly tone: Tone; readonly id: MessageId } {
  switch (phase.name) {
    case 'wrapUp':
      return { tone: 'neutral', id: 'conversation.phase.wrapUp' };
    case 'reserved':
    case 'offered':
      return { tone: 'neutral', id: 'conversation.phase.offer' };
    case 'connected':
    case 'conference':
      if (assetRemoved) return { tone: 'danger', id: 'conversation.phase.interrupted' };
      return phase.name === 'conference' ? { tone: 'accent', id: 'conversation.phase.conference' } : { tone: 'ok', id: 'conversation.phase.active' };
  }
}

/** Queue · agents · time in conversation. */
function Facts({ task }: { readonly task: TaskView }): ReactElement {
  const text = useText();
  const duration = useDuration();
  const own = useDesk((view) => view.agent?.name ?? '');
  const agents = task.agents.length === 0 ? own : task.agents.map((agent) => agent.name).join(', ');
  const { phase } = task;
  return (
    <div className="convo-facts">
      <span className="ell" dir="auto" title={text('conversation.queue')}>{task.queueName}</span>
      <span aria-hidden="true">·</span>
      <span className="ell" title={text('conversation.agents')}>{agents}</span>
      <span aria-hidden="true">·</span>
      {phase.name === 'wrapUp'
        ? <time title={text('conversation.duration')}>{duration(phase.durationMs, 'mm:ss')}</time>
        : <Elapsed since={task.connectedAt ?? phase.since} title={text('conversation.duration')} />}
    </div>
  );
}
