// The bell: how much is unread, and the list of it, newest first. Choosing a line goes to what it is about.
import type { ReactElement } from 'react';
import { unreadCount } from '../../../src-shared/ipc/view.ts';
import type { NotificationView } from '../../../src-shared/ipc/view.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText, useTimeFormats } from '../../text/index.ts';
import { Badge, Dot, IconButton, Menu } from '../../ui/index.ts';
import type { MenuGroup } from '../../ui/index.ts';
import { useNotificationWords } from './words.ts';
import './bell.css';

const readAll = 'readAll';
const clear = 'clear';

export function Bell(): ReactElement {
  const text = useText();
  const { time } = useTimeFormats();
  const wordsOf = useNotificationWords();
  const send = useCommandWithNotice();
  const notifications = useDesk((view) => view.notifications);
  const isSilent = useDesk((view) => view.settings.notifications.silent);
  const count = unreadCount(notifications);
  const newestFirst = Object.values(notifications).sort((a, b) => b.at - a.at);

  const entryOf = (one: NotificationView): MenuGroup['entries'][number] => {
    const { title, body } = wordsOf(one);
    // A wait says in its words when it began.
    const facts = [body, one.kind === 'waiting' ? '' : time(one.at), one.read ? '' : text('notifications.unread')];
    return { id: one.notificationId, name: title, detail: facts.filter((fact) => fact !== '').join(' · '), mark: <Dot tone={one.read ? 'neutral' : 'accent'} /> };
  };
  const groups: readonly MenuGroup[] = newestFirst.length === 0 ? [] : [
    { id: 'news', entries: newestFirst.map(entryOf) },
    { id: 'all', entries: [{ id: readAll, name: text('notifications.readAll'), icon: 'check', unavailable: count === 0 }, { id: clear, name: text('notifications.clear'), icon: 'close' }] },
  ];
  return (
    <Menu
      label={text('notifications.title')}
      header={<div className="bell-head"><p className="strong">{text('notifications.title')}</p>{isSilent && <p className="cap">{text('notifications.silentOn')}</p>}</div>}
      groups={groups}
      nothingFound={text('notifications.none')}
      onChoose={(id) => {
        if (id === readAll) void send('notification.read', { notificationId: null });
        else if (id === clear) void send('notification.clear', {});
        else void send('notification.open', { notificationId: id });
      }}
      trigger={
        <IconButton icon="bell" label={text('notifications.bell', { count })}>
          {count > 0 && <Badge count={count} />}
        </IconButton>
      }
    />
  );
}
