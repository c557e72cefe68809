// Whether what the agent sees is live, and how fresh it is.
import type { ReactElement } from 'react';
import type { ConnectionView } from '../../src-shared/ipc/view.ts';
import type { MessageId } from '../../src-shared/locales/index.ts';
import { useDesk } from '../desk/index.ts';
import { useText, useTimeFormats } from '../text/index.ts';
import { Dot, Icon } from '../ui/index.ts';

const words: Readonly<Record<ConnectionView['state'], MessageId>> = {
  offline: 'common.connection.offline',
  connecting: 'common.connection.connecting',
  live: 'common.connection.live',
  lost: 'common.connection.lost',
};

export const syncedAtOf = (connection: ConnectionView): number | null => ('syncedAt' in connection ? connection.syncedAt : null);

export function ConnectionIndicator(): ReactElement {
  const text = useText();
  const { timeWithSeconds } = useTimeFormats();
  const state = useDesk((view) => view.connection.state);
  const syncedAt = useDesk((view) => syncedAtOf(view.connection));
  const synced = syncedAt === null ? '' : text('common.connection.lastSynced', { time: timeWithSeconds(syncedAt) });
  return (
    <div className="conn" title={[text(words[state]), synced].filter(Boolean).join(', ')}>
      {/* A turning arc instead of a dot: the difference is not in the colour alone. */}
      {state === 'live' ? <Dot tone="ok" /> : state === 'offline' ? <Dot tone="neutral" /> : <Icon name="spinner" size="xs" />}
      <span className="conn-text">{text(words[state])}</span>
    </div>
  );
}
