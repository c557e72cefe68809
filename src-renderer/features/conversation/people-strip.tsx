// Who is in a conference: the customer, this agent, the colleagues.
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useDesk } from '../../desk/index.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Avatar } from '../../ui/index.ts';

export function PeopleStrip({ taskId }: { readonly taskId: TaskId }): ReactElement | null {
  const text = useText();
  const conference = useDesk((view) => view.tasks[taskId]?.phase.name === 'conference');
  const agents = useDesk((view) => view.tasks[taskId]?.agents);
  const name = useDesk((view) => view.tasks[taskId]?.customerName);
  const initials = useDesk((view) => view.tasks[taskId]?.initials ?? '');
  if (!conference || agents === undefined || name === undefined) return null;
  return (
    <ul className="people" aria-label={text('conversation.people')}>
      <li className="person"><Avatar initials={initials} size="s" /><MaskedText value={name} /> <span className="cap">{text('conversation.person.customer')}</span></li>
      {agents.map((agent) => (
        <li className="person" key={agent.id}>
          <Avatar initials={agent.initials} size="s" kind="agent" />{agent.name} <span className="cap">{text(agent.isSelf ? 'conversation.person.you' : 'conversation.person.agent')}</span>
        </li>
      ))}
    </ul>
  );
}
