// The task list: requests on top, latest first, then the conversations in the order the agent chose; at the foot how many and how fresh.
import type { ReactElement } from 'react';
import { conversationIds, orderOf, requestIds, sameIds, useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText, useTimeFormats } from '../../text/index.ts';
import { Button, Count, Menu } from '../../ui/index.ts';
import type { TaskOrder } from '../../../src-shared/domain/preferences.ts';
import type { MessageId } from '../../../src-shared/locales/index.ts';
import { ConversationRow } from './conversation-row.tsx';
import { RequestRow } from './request-row.tsx';
import './task-list.css';

const orders: readonly { readonly id: TaskOrder; readonly name: MessageId }[] = [
  { id: 'longestWait', name: 'tasks.order.longestWait' },
  { id: 'newest', name: 'tasks.order.newest' },
];

export function TaskList(): ReactElement {
  const text = useText();
  return (
    <nav className="task-list" aria-label={text('tasks.region')}>
      <h1 className="visually-hidden">{text('tasks.region')}</h1>
      <div className="task-scroll">
        <Requests />
        <Conversations />
      </div>
      <Footer />
    </nav>
  );
}

function Requests(): ReactElement {
  const text = useText();
  const ids = useDesk((view) => requestIds(view.tasks), sameIds);
  const empty = useDesk((view): MessageId => {
    if (view.connection.state !== 'live') return 'tasks.noneOffline';
    if (view.agent?.status.kind === 'rona') return 'tasks.noneInRona';
    return view.agent?.status.kind === 'available' ? 'tasks.none' : 'tasks.noneIdle';
  });
  return (
    <section>
      <h2>{text('tasks.requests')} <span className="task-count"><Count value={ids.length} /></span></h2>
      {ids.length === 0 ? <p className="task-none">{text(empty)}</p> : <ul>{ids.map((id) => <RequestRow key={id} taskId={id} />)}</ul>}
    </section>
  );
}

function Conversations(): ReactElement {
  const text = useText();
  const order = useDesk(orderOf);
  const send = useCommandWithNotice();
  const ids = useDesk((view) => conversationIds(view.tasks, order), sameIds);
  const chosen = orders.find((one) => one.id === order);
  return (
    <section>
      <h2>
        {text('tasks.conversations')} <span className="task-count"><Count value={ids.length} /></span>
        {ids.length > 1 && chosen !== undefined && (
          <Menu
            label={text('tasks.order')}
            groups={[{ id: 'order', entries: orders.map(({ id, name }) => ({ id, name: text(name) })) }]}
            chosen={order}
            onChoose={(id) => { void send('settings.set', { taskOrder: id === 'newest' ? 'newest' : 'longestWait' }); }}
            trigger={<Button kind="link" iconEnd="down" label={`${text('tasks.order')}: ${text(chosen.name)}`}>{text(chosen.name)}</Button>}
          />
        )}
      </h2>
      {ids.length === 0 ? <p className="task-none">{text('tasks.noConversations')}</p> : <ul>{ids.map((id) => <ConversationRow key={id} taskId={id} />)}</ul>}
    </section>
  );
}

function Footer(): ReactElement {
  const text = useText();
  const { timeWithSeconds } = useTimeFormats();
  const capacity = useDesk((view) => view.agent?.capacity ?? 0);
  const count = useDesk((view) => conversationIds(view.tasks, 'newest').length);
  const syncedAt = useDesk((view) => ('syncedAt' in view.connection ? view.connection.syncedAt : null));
  return (
    <footer>
      <span className="grow ell">{text('tasks.footer', { count, capacity })}</span>
      {syncedAt !== null && <span>{text('tasks.synced', { time: timeWithSeconds(syncedAt) })}</span>}
    </footer>
  );
}
