// A conversation in the list. It subscribes to its own task only, so that what happens in one chat leaves the other rows alone.
import { memo } from 'react';
import type { ReactElement } from 'react';
import type { TaskView } from '../../../src-shared/ipc/view.ts';
import { useCommandWithNotice, useDesk, useLayoutActions, waitShare, waitTone } from '../../desk/index.ts';
import { MaskedText, RichText, useText, useTimeFormats } from '../../text/index.ts';
import { Avatar, Badge, Chip, Count, Elapsed, Remaining, TickingRing, useTick, VisuallyHidden } from '../../ui/index.ts';

export const ConversationRow = memo(function ConversationRow({ taskId }: { readonly taskId: string }) {
  const text = useText();
  const send = useCommandWithNotice();
  const { showConversation } = useLayoutActions();
  const task = useDesk((view) => view.tasks[taskId]);
  const isOpen = useDesk((view) => view.open?.taskId === taskId);
  if (task === undefined) return null;
  const open = (): void => {
    showConversation();
    if (!isOpen) void send('conversation.open', { taskId });
  };
  return (
    <li>
      <button type="button" className={`task${task.unread > 0 ? ' task-unread' : ''}`} aria-current={isOpen ? 'true' : undefined} title={task.customerName.text} onClick={open}>
        <Avatar initials={task.initials} withChannel>{task.unread > 0 && <span className="badge task-rail-badge"><Count value={task.unread} /></span>}</Avatar>
        <span className="task-text">
          <span className="row">
            <b className="ell grow task-name" dir="auto"><MaskedText value={task.customerName} /></b>
            <Wait task={task} />
          </span>
          <span className="row">
            <StateChip task={task} />
            <span className="task-preview ell-words"><Preview task={task} /></span>
            {task.unread > 0 && <Badge count={task.unread} label={text('tasks.unread', { count: task.unread })} />}
          </span>
        </span>
      </button>
    </li>
  );
});

/** How long the customer waits; nothing owed: when something last happened; in wrap-up: how long it may take. */
function Wait({ task }: { readonly task: TaskView }): ReactElement {
  const text = useText();
  const { time } = useTimeFormats();
  if (task.phase.name === 'wrapUp') {
    const { autoAt } = task.phase;
    if (autoAt !== null) return <span className="wait"><RichText id="tasks.left" values={{ time: <Remaining until={autoAt} /> }} /></span>;
  } else if (task.unansweredSince !== null) return <Waiting since={task.unansweredSince} />;
  return (
    <span className="wait">
      <VisuallyHidden>{text('tasks.lastActivity')} </VisuallyHidden>
      {time(task.lastActivityAt)}
    </span>
  );
}

function Waiting({ since }: { readonly since: number }): ReactElement {
  const text = useText();
  const limits = useDesk((view) => view.policy.unanswered);
  const tone = useTick((now) => waitTone(since, now, limits));
  return (
    <span className={`wait wait-${tone}`}>
      <VisuallyHidden>{text('tasks.waiting')} </VisuallyHidden>
      <TickingRing share={(now) => waitShare(since, now, limits)} tone={(now) => waitTone(since, now, limits)} />
      <Elapsed since={since} style="m:ss" />
    </span>
  );
}

function StateChip({ task }: { readonly task: TaskView }): ReactElement | null {
  const text = useText();
  if (task.phase.name === 'wrapUp') return <Chip>{text('tasks.chip.wrapUp')}</Chip>;
  if (task.assetRemoved) return <Chip tone="danger">{text('tasks.chip.assetRemoved')}</Chip>;
  if (task.customerLeft) return <Chip tone="warn">{text('tasks.chip.customerLeft')}</Chip>;
  if (task.phase.name === 'conference') return <Chip tone="accent">{text('tasks.chip.conference')}</Chip>;
  return null;
}

function Preview({ task }: { readonly task: TaskView }): ReactElement {
  const text = useText();
  if (task.phase.name === 'wrapUp') {
    const { cause } = task.phase;
    return <span>{text(cause === 'transferred' ? 'tasks.transferred' : cause === 'leftConference' ? 'tasks.leftConference' : 'tasks.ended')}</span>;
  }
  if (task.customerTyping) return <span>{text('tasks.typing')}</span>;
  const { preview } = task;
  if (preview === null) return <span>{text('tasks.noMessages')}</span>;
  const words = <bdi><MaskedText value={preview.text} withIcons={false} /></bdi>;
  const line = preview.about === undefined ? words : <RichText id="rich.line" values={{ about: preview.about, text: words, some: preview.text.text === '' ? 'no' : 'yes' }} />;
  const said = preview.text.text === '' ? <span>{line}</span> : line;
  if (preview.from === 'self') return <RichText id="tasks.you" values={{ text: said }} />;
  if (preview.from === 'agent') return <RichText id="tasks.other" values={{ name: preview.name, text: said }} />;
  return said;
}
