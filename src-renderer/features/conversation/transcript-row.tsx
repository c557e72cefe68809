// One row of the transcript, by its kind.
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { assertNever } from '../../../src-shared/domain/result.ts';
import { useText, useTimeFormats } from '../../text/index.ts';
import { Avatar, VisuallyHidden } from '../../ui/index.ts';
import { EventLine, MessageBubble } from '../bubbles/index.ts';
import type { BubbleActions } from '../bubbles/index.ts';
import type { Ties } from '../../../src-shared/ipc/ties.ts';
import type { TranscriptRow } from './transcript-rows.ts';

export interface TranscriptRowProps {
  readonly row: TranscriptRow;
  readonly name: string;
  readonly initials: string;
  readonly locked: boolean;
  readonly ties: Ties;
  readonly actions: BubbleActions;
}

export function TranscriptRowView(props: TranscriptRowProps): ReactElement {
  const { row } = props;
  switch (row.kind) {
    case 'message':
      return (
        <MessageBubble
          item={row.item} initials={props.initials} opensGroup={row.opensGroup} closesGroup={row.closesGroup}
          queuePlace={row.queue?.place ?? 0} queueOf={row.queue?.of ?? 0} locked={props.locked} actions={props.actions}
          answer={props.ties.answers.get(row.key) ?? null} question={props.ties.questions.get(row.key) ?? null} reactions={props.ties.reactions.get(row.key) ?? ''}
        />
      );
    case 'event':
      return <EventLine item={row.item} />;
    case 'typing':
      return <Typing name={props.name} initials={props.initials} />;
    default:
      return assertNever(row);
  }
}

function Typing({ name, initials }: { readonly name: string; readonly initials: string }): ReactElement {
  const text = useText();
  return (
    <div className="msg msg-in">
      <Avatar initials={initials} size="s" />
      <div className="bubble typing"><VisuallyHidden>{text('conversation.typing', { name })}</VisuallyHidden><i /><i /><i /></div>
    </div>
  );
}

/** What a screen reader calls a row: who wrote, and when. */
export function useRowLabel(): (row: TranscriptRow, customer: string) => string | undefined {
  const text = useText();
  const { time } = useTimeFormats();
  return useCallback((row: TranscriptRow, customer: string) => {
    if (row.kind !== 'message') return undefined;
    const { from, name, at } = row.item;
    if (from === 'self') return text('conversation.rowLabelOwn', { time: time(at) });
    return text('conversation.rowLabel', { name: from === 'customer' || name === '' ? customer : name, time: time(at) });
  }, [text, time]);
}
