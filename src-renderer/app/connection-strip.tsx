// One calm strip while the connection is away: what is happening, what the agent can go on doing, when the next try is.
import type { ReactElement } from 'react';
import { useCommandWithNotice, useDesk } from '../desk/index.ts';
import { useText, useTimeFormats } from '../text/index.ts';
import { Button, Strip, useSecondsLeft } from '../ui/index.ts';
import { syncedAtOf } from './connection-indicator.tsx';

export function ConnectionStrip(): ReactElement | null {
  const text = useText();
  const { timeWithSeconds } = useTimeFormats();
  const send = useCommandWithNotice();
  const state = useDesk((view) => view.connection.state);
  const syncedAt = useDesk((view) => syncedAtOf(view.connection));
  const unsent = useDesk((view) => view.unsentCount);
  const nextTryAt = useDesk((view) => (view.connection.state === 'lost' ? view.connection.nextTryAt : null));
  if (state === 'live') return null;
  return (
    <Strip
      icon={state === 'offline' ? 'warn' : 'spinner'}
      urgency="status"
      action={<Button size="s" onPress={() => { void send('session.reconnectNow', {}); }}>{text('common.connection.tryNow')}</Button>}
    >
      <b>{text(state === 'connecting' ? 'common.connection.stripConnecting' : 'common.connection.stripLost')}</b>{' '}
      {text('common.connection.goOn')}{' '}
      {unsent > 0 && text('common.connection.waiting', { count: unsent })}{' '}
      {syncedAt !== null && text('common.connection.stripSynced', { time: timeWithSeconds(syncedAt) })}{' '}
      {nextTryAt !== null && <NextTry at={nextTryAt} />}
    </Strip>
  );
}

/** Counts down for the eye only: a live region that speaks every second would be anything but calm. */
function NextTry({ at }: { readonly at: number }): ReactElement {
  const text = useText();
  const seconds = useSecondsLeft(at);
  return <span aria-hidden="true">{text('common.connection.nextTry', { seconds })}</span>;
}
