// How this run has gone, in numbers, and one file of it for whoever helps the agent.
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { RunHealth } from '../../../src-shared/domain/diagnostics.ts';
import { useCommand, useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/index.ts';
import { Setting, SettingGroup } from './setting.tsx';

/** As often as the numbers are read anew while they are in sight (ms). */
const READ_EVERY = 5_000;

export function DiagnosticsSettings(): ReactElement {
  const text = useText();
  const intl = useIntl();
  const send = useCommandWithNotice();
  const health = useHealth();
  const connection = useDesk((view) => view.connection.state);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    setSaved(false);
    const result = await send('diagnostics.save', {});
    setBusy(false);
    setSaved(result.ok && result.value.saved);
  };
  return (
    <>
      <SettingGroup title={text('settings.health')}>
        <dl className="kv health">
          <dt>{text('settings.health.connection')}</dt><dd>{text(`common.connection.${connection}`)}</dd>
          {health !== null && (
            <>
              <dt>{text('settings.health.since')}</dt><dd>{intl.formatDate(health.startedAt, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })}</dd>
              <dt>{text('settings.health.reconnects')}</dt>
              <dd>{text('settings.health.reconnects.value', { count: health.reconnects, longest: Math.ceil(health.longestOutageMs / 1_000) })}</dd>
              <dt>{text('settings.health.frames')}</dt><dd>{intl.formatNumber(health.uselessFrames)}</dd>
              <dt>{text('settings.health.unreadable')}</dt><dd>{intl.formatNumber(health.unreadableMessages)}</dd>
              <dt>{text('settings.health.commands')}</dt><dd>{text('settings.health.commands.value', { done: health.commandsDone, refused: health.commandsRefused })}</dd>
            </>
          )}
        </dl>
        <Setting name={text('settings.save')} hint={text('settings.save.hint')}>
          <Button label={text('settings.save')} busy={busy} onPress={() => void save()}>{text('settings.save.button')}</Button>
        </Setting>
      </SettingGroup>
      <p className="hint" aria-live="polite">{saved && text('settings.save.done')}</p>
    </>
  );
}

/** null until it has been read. Read again when the connection changes, and now and then. */
function useHealth(): RunHealth | null {
  const command = useCommand();
  const connection = useDesk((view) => view.connection.state);
  const [health, setHealth] = useState<RunHealth | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const result = await command('diagnostics.read', {});
      if (!isGone && result.ok) setHealth(result.value);
    };
    void read();
    const timer = setInterval(() => void read(), READ_EVERY);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [command, connection]);
  return health;
}
