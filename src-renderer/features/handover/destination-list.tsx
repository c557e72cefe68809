// The searchable list of queues or colleagues, with how fresh it is.
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { Destination } from '../../../src-shared/domain/directory.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Dot, IconButton, Note, SearchList, useTick } from '../../ui/index.ts';
import type { ListOption } from '../../ui/index.ts';
import { sortedColleagues, sortedQueues } from './destinations.ts';

export interface DestinationListProps {
  readonly type: Destination['type'];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export function DestinationList({ type, chosen, onChoose }: DestinationListProps): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const failure = useDesk((view) => view.directory.failure);
  const queues = useQueueOptions();
  const agents = useAgentOptions();
  const options = type === 'queue' ? queues : agents;
  // A list that could not be read is not an empty one.
  const neverRead = useDesk((view) => view.directory.updatedAt === null);
  const none = neverRead ? text('handover.neverUpdated') : text(type === 'queue' ? 'handover.noQueues' : 'handover.noAgents');
  return (
    <>
      {failure !== null && <div className="handover-notes"><Note tone="warn" announce>{failureText(failure)}</Note></div>}
      <SearchList
        label={text(type === 'queue' ? 'handover.queues' : 'handover.agents')}
        search={text('handover.search')}
        beside={<Freshness />}
        groups={[{ id: type, options }]}
        chosen={chosen}
        onChoose={onChoose}
        nothingFound={options.length > 0 ? text('handover.nothingFound') : none}
      />
    </>
  );
}

function useQueueOptions(): readonly ListOption[] {
  const text = useText();
  const { locale } = useIntl();
  const queues = useDesk((view) => view.directory.queues);
  return sortedQueues(queues, locale).map(({ id, name, waiting }) => ({
    id, name, ...(waiting !== null && { aside: text('handover.waiting', { count: waiting }) }),
  }));
}

function useAgentOptions(): readonly ListOption[] {
  const text = useText();
  const { locale } = useIntl();
  const agents = useDesk((view) => view.directory.agents);
  const ownId = useDesk((view) => view.agent?.agentId ?? '');
  return sortedColleagues(agents, ownId, locale).map(({ id, name, state }) => ({
    id, name, unavailable: state !== 'available',
    detail: <><Dot tone={state === 'available' ? 'ok' : state === 'rona' ? 'danger' : 'neutral'} />{text(`handover.state.${state}`)}</>,
  }));
}

/** "Updated 12 s ago" and the way to change that. */
function Freshness(): ReactElement {
  const text = useText();
  const command = useCommand();
  const loading = useDesk((view) => view.directory.loading);
  const button = useRef<HTMLButtonElement>(null);
  const refreshed = useRef(false);
  useEffect(() => {
    // The button is blocked while it loads; the focus must not fall out of the dialog for that.
    if (!loading && refreshed.current && document.activeElement === document.body) button.current?.focus();
  }, [loading]);
  const refresh = (): void => {
    refreshed.current = true;
    void command('directory.refresh', {});
  };
  return (
    <>
      <span className="cap">{loading ? text('handover.refreshing') : <UpdatedAgo />}</span>
      <IconButton ref={button} icon="refresh" label={text('handover.refresh')} unavailable={loading} onPress={refresh} />
    </>
  );
}

function UpdatedAgo(): ReactElement {
  const text = useText();
  const updatedAt = useDesk((view) => view.directory.updatedAt);
  const seconds = useTick((now) => (updatedAt === null ? -1 : Math.max(0, Math.floor((now - updatedAt) / 1000))));
  if (seconds < 0) return <>{text('handover.neverUpdated')}</>;
  return <>{seconds < 60 ? text('handover.updated', { seconds }) : text('handover.updatedMinutes', { minutes: Math.floor(seconds / 60) })}</>;
}
