// The middle of the window: the conversation the agent has open, and its wrap-up when it has ended.
import { useRef } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useAction, useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import { useOpenLink } from '../bubbles/index.ts';
import { Composer, LockedComposer } from '../composer/index.ts';
import type { ComposerHandle } from '../composer/index.ts';
import { shortName } from '../customer/index.ts';
import { DropZone, useFiles } from '../files/index.ts';
import { useMaskPart } from '../mask-part/index.ts';
import { WrapUpDialog } from '../wrap-up/index.ts';
import { AssetAlert } from './asset-alert.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import './conversation.css';
import { PeopleStrip } from './people-strip.tsx';
import { SearchBar } from './search-bar.tsx';
import { Transcript } from './transcript.tsx';
import { useBubbleActions } from './use-bubble-actions.tsx';
import { useExport } from './use-export.tsx';
import { useSearch } from './use-search.ts';

/** Fills the frame's conversation landmark; nothing while no conversation is open. */
export function ConversationPane(): ReactElement | null {
  const taskId = useDesk((view) => view.open?.taskId ?? null);
  if (taskId === null) return null;
  return (
    <div className="convo">
      <OpenConversation key={taskId} taskId={taskId} />
      <WrapUpDialog />
    </div>
  );
}

function OpenConversation({ taskId }: { readonly taskId: TaskId }): ReactElement {
  const command = useCommandWithNotice();
  const composer = useRef<ComposerHandle>(null);
  const { ask, mask, shown } = useMaskPart(taskId);
  const link = useOpenLink((asked) => { void command('link.open', { taskId, ...asked }); });
  const viewer = useFiles(taskId);
  const { actions, spoken } = useBubbleActions(taskId, composer, { maskPart: ask, openLink: link.ask }, viewer.files);
  const search = useSearch(taskId);
  useAction('searchConversation', () => {
    search.begin();
    document.querySelector<HTMLInputElement>('.convo-search input')?.select();
  });
  const exporting = useExport(taskId);
  const closeSearch = (): void => {
    search.end();
    composer.current?.focus();
  };
  const assetRemoved = useDesk((view) => view.tasks[taskId]?.assetRemoved === true && view.tasks[taskId].phase.name !== 'wrapUp');
  return (
    <DropZone taskId={taskId}>
      <ConversationHeader taskId={taskId} onSearch={search.begin} onExport={exporting.save} />
      {exporting.told}
      {search.isOpen && <SearchBar search={search} onClose={closeSearch} />}
      <PeopleStrip taskId={taskId} />
      {assetRemoved && <AssetAlert />}
      <Transcript taskId={taskId} actions={actions} onMask={mask} search={search} />
      <OneSender taskId={taskId} />
      <Compose taskId={taskId} composer={composer} />
      {spoken}
      {shown}
      {link.shown}
      {viewer.shown}
    </DropZone>
  );
}

function Compose({ taskId, composer }: { readonly taskId: TaskId; readonly composer: { current: ComposerHandle | null } }): ReactElement | null {
  const lock = useDesk((view) => (view.open?.taskId === taskId ? view.open.locked : null));
  const name = useDesk((view) => (view.open === null ? '' : shortName(view.open.customer.name)));
  const offline = useDesk((view) => view.connection.state !== 'live');
  return lock === null ? <Composer ref={composer} taskId={taskId} name={name} offline={offline} /> : <LockedComposer taskId={taskId} lock={lock} name={name} />;
}

/** In a conference the customer cannot tell the agents apart. */
function OneSender({ taskId }: { readonly taskId: TaskId }): ReactElement | null {
  const text = useText();
  const conference = useDesk((view) => view.tasks[taskId]?.phase.name === 'conference');
  const name = useDesk((view) => (view.open === null ? '' : shortName(view.open.customer.name)));
  const organisation = useDesk((view) => view.agent?.orgName ?? '');
  if (!conference) return null;
  return <p className="convo-tell"><Icon name="info" size="s" />{text('conversation.oneSender', { name, organisation })}</p>;
}
