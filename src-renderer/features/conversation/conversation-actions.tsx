// Transfer, Conference, End and the details toggle: words where there is room, icons in a narrow pane, a menu in a narrow window.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskView } from '../../../src-shared/ipc/view.ts';
import type { MessageId } from '../../../src-shared/locales/index.ts';
import { useAction, useDesk, useLayout, useLayoutActions } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Hint, IconButton, Menu } from '../../ui/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { HandoverDialog } from '../handover/index.ts';
import { availability } from './availability.ts';
import type { Availability } from './availability.ts';
import { EndDialog } from './end-dialog.tsx';
import type { ExportFormat } from './use-export.tsx';

type OpenDialog = 'transfer' | 'conference' | 'end' | null;

export interface ConversationActionsProps {
  readonly task: TaskView;
  readonly onSearch: () => void;
  readonly onExport: (format: ExportFormat) => void;
}

export function ConversationActions({ task, onSearch, onExport }: ConversationActionsProps): ReactElement {
  const text = useText();
  const [asked, setAsked] = useState<OpenDialog>(null);
  const connection = useDesk((view) => view.connection.state);
  const end = useRef<HTMLButtonElement>(null);
  const may = availability(task, connection);
  const conference = task.phase.name === 'conference';
  const interrupted = task.assetRemoved && may.end === null;
  const inConversation = conference || task.phase.name === 'connected';
  // A dialog about a conversation that has moved on meanwhile has nothing to ask any more.
  const dialog = inConversation ? asked : null;
  const close = (): void => { setAsked(null); };

  useEffect(() => {
    // The compose box that held the focus is gone; what is left to do is End.
    if (interrupted && document.activeElement === document.body) end.current?.focus();
  }, [interrupted]);

  useAction('transfer', () => { setAsked('transfer'); }, may.transfer === null);
  useAction('conference', () => { setAsked('conference'); }, may.conference === null);
  useAction('endConversation', () => { setAsked('end'); }, may.end === null);
  const unavailable = (reason: typeof may.end): false | string => (reason === null ? false : text(reason));
  return (
    <div className="convo-acts">
      <HandoverButton kind="transfer" icon="swap" busy={task.busy === 'transfer'} unavailable={unavailable(may.transfer)} onPress={setAsked} />
      <HandoverButton kind="conference" icon="conference" busy={task.busy === 'conference'} unavailable={unavailable(may.conference)} onPress={setAsked} />
      <Button ref={end} kind={interrupted ? 'stop' : 'danger'} icon="end" busy={task.busy === 'end' || task.busy === 'exitConference'} unavailable={unavailable(may.end)} onPress={() => { setAsked('end'); }}>
        {text(conference ? 'conversation.endConference' : 'conversation.end')}
      </Button>
      <DetailsToggle />
      <WideMenu onSearch={onSearch} onExport={onExport} />
      <MoreMenu may={may} onChoose={setAsked} onSearch={onSearch} onExport={onExport} />
      {(dialog === 'transfer' || dialog === 'conference') && <HandoverDialog key={dialog} kind={dialog} task={task} onClose={close} />}
      {dialog === 'end' && <EndDialog task={task} onClose={close} />}
    </div>
  );
}

interface HandoverButtonProps {
  readonly kind: 'transfer' | 'conference';
  readonly icon: 'swap' | 'conference';
  readonly busy: boolean;
  readonly unavailable: false | string;
  readonly onPress: (kind: 'transfer' | 'conference') => void;
}

/** In a narrow pane its word goes and the tooltip stays. */
function HandoverButton({ kind, icon, busy, unavailable, onPress }: HandoverButtonProps): ReactElement {
  const name = useText()(`conversation.${kind}`);
  return (
    <Hint text={name}>
      <Button className="convo-act convo-wide" icon={icon} label={name} busy={busy} unavailable={unavailable} onPress={() => { onPress(kind); }}>
        <span>{name}</span>
      </Button>
    </Hint>
  );
}

/** Where the details slide over; beside the conversation they are always there and it is hidden. */
function DetailsToggle(): ReactElement {
  const text = useText();
  const open = useLayout((layout) => layout.detailsOpen);
  const { toggleDetails } = useLayoutActions();
  useAction('details', toggleDetails);
  return <IconButton className="convo-details-toggle convo-wide" icon="panel" label={text('conversation.details')} expanded={open} onPress={toggleDetails} />;
}

type ReadingActions = Pick<ConversationActionsProps, 'onSearch' | 'onExport'>;

/** What is done with a conversation by reading it: in both menus. */
function useReadingEntries({ onSearch, onExport }: ReadingActions): { readonly entries: readonly MenuEntry[]; readonly choose: (id: string) => void } {
  const text = useText();
  return {
    entries: [
      { id: 'search', name: text('conversation.search.open'), icon: 'search' },
      { id: 'text', name: text('conversation.export.text'), icon: 'download' },
      { id: 'pdf', name: text('conversation.export.pdf'), icon: 'download' },
    ],
    choose: (id) => {
      if (id === 'search') onSearch();
      if (id === 'text' || id === 'pdf') onExport(id);
    },
  };
}

/** Where Transfer, Conference and the details have their own controls. */
function WideMenu(reading: ReadingActions): ReactElement {
  const text = useText();
  const { entries, choose } = useReadingEntries(reading);
  return (
    <Menu
      trigger={<IconButton className="convo-wide" icon="more" label={text('conversation.actions')} />}
      label={text('conversation.actions')} groups={[{ id: 'reading', entries }]} onChoose={choose}
    />
  );
}

interface MoreMenuProps extends ReadingActions {
  readonly may: Availability;
  readonly onChoose: (dialog: OpenDialog) => void;
}

function MoreMenu({ may, onChoose, ...actions }: MoreMenuProps): ReactElement {
  const text = useText();
  const { toggleDetails } = useLayoutActions();
  const reading = useReadingEntries(actions);
  const blocked = (reason: MessageId | null): { readonly unavailable?: true; readonly detail?: string } => (reason === null ? {} : { unavailable: true, detail: text(reason) });
  const entries: readonly MenuEntry[] = [
    { id: 'transfer', name: text('conversation.transfer'), icon: 'swap', ...blocked(may.transfer) },
    { id: 'conference', name: text('conversation.conference'), icon: 'conference', ...blocked(may.conference) },
    { id: 'details', name: text('conversation.details'), icon: 'panel' },
    ...reading.entries,
  ];
  const choose = (id: string): void => {
    if (id === 'details') toggleDetails();
    else if (id === 'transfer' || id === 'conference') onChoose(id);
    else reading.choose(id);
  };
  return (
    <Menu
      trigger={<IconButton className="convo-narrow" icon="more" label={text('conversation.more')} />}
      label={text('conversation.actions')} groups={[{ id: 'actions', entries }]} onChoose={choose}
    />
  );
}
