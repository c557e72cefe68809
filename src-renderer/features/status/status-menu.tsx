// The status pill: what the agent is now and for how long, and a menu of Available and the idle reasons. RONA cannot be chosen.
import type { ReactElement } from 'react';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import type { StatusView } from '../../../src-shared/ipc/view.ts';
import { useText } from '../../text/index.ts';
import { Button, Dot, Elapsed, Menu, VisuallyHidden } from '../../ui/index.ts';
import type { TextOf } from '../../text/index.ts';
import type { MenuGroup } from '../../ui/index.ts';
import './status.css';

const AVAILABLE = 'available';

const statusName = (status: StatusView, text: TextOf): string => {
  switch (status.kind) {
    case 'available': return text('status.available');
    case 'idle': return status.name;
    case 'rona': return text('status.rona');
  }
};

const chosenId = (status: StatusView): string | null =>
  status.kind === 'available' ? AVAILABLE : status.kind === 'idle' ? status.auxCodeId : null;

export function StatusMenu(): ReactElement | null {
  const text = useText();
  const send = useCommandWithNotice();
  const status = useDesk((view) => view.agent?.status ?? null);
  const busy = useDesk((view) => view.agent?.statusBusy ?? false);
  const live = useDesk((view) => view.connection.state === 'live');
  const changedBy = useDesk((view) => view.agent?.changedBy ?? null);
  const idleCodes = useDesk((view) => view.agent?.idleCodes);
  const open = useDesk((view) => Object.values(view.tasks).filter(({ phase }) => phase.name === 'connected' || phase.name === 'conference').length);
  if (status === null || idleCodes === undefined) return null;

  const name = statusName(status, text);
  const tone = !live || status.kind === 'idle' ? 'neutral' : status.kind === 'rona' ? 'warn' : 'ok';
  const groups: readonly MenuGroup[] = [
    { id: 'ready', entries: [{ id: AVAILABLE, name: text('status.available'), mark: <Dot tone="ok" /> }] },
    { id: 'idle', title: text('status.idle'), entries: idleCodes.map((code) => ({ id: code.id, name: code.name, mark: <Dot tone="neutral" /> })) },
  ];
  return (
    <Menu
      label={text('status.menu')}
      groups={groups}
      chosen={chosenId(status)}
      search={text('status.search')}
      nothingFound={text('status.nothingFound')}
      header={changedBy !== null && <p className="status-by">{text('status.changedBy', { name: changedBy })}</p>}
      footer={status.kind !== 'available' && open > 0 && <p className="status-by">{text('status.goesOn', { count: open, status: name })}</p>}
      onChoose={(id) => { void send('agent.setStatus', { status: id === AVAILABLE ? { kind: 'available' } : { kind: 'idle', auxCodeId: id } }); }}
      trigger={
        <Button className={`status status-${status.kind}`} iconEnd="down" busy={busy}>
          {!busy && <Dot tone={tone} />}
          <VisuallyHidden>{text('status.label', { status: name })}</VisuallyHidden>
          <span className="status-name ell" aria-hidden="true">{name}</span>
          <Elapsed since={status.since} style="hh:mm:ss" silent />
        </Button>
      }
    />
  );
}
