// A conversation as a document: what an export says, by day and in the agent's language, from items that are masked already. Pure.
import { plainText } from '../../src-shared/domain/masking.ts';
import { assertNever } from '../../src-shared/domain/result.ts';
import { tiesOf, type Ties } from '../../src-shared/ipc/ties.ts';
import type { EventLine, ItemView } from '../../src-shared/ipc/view.ts';
import { note, richLines, type DocumentLine, type TextOf } from './transcript-rich.ts';

export interface DocumentEntry {
  /** '' = a line about the chat itself. */
  readonly who: string;
  readonly side: 'customer' | 'business' | 'chat';
  readonly time: string;
  readonly lines: readonly DocumentLine[];
}

export interface TranscriptDocument {
  readonly title: string;
  readonly facts: readonly string[];
  readonly days: readonly { readonly day: string; readonly entries: readonly DocumentEntry[] }[];
  readonly locale: string;
}

export interface DocumentParts {
  readonly items: readonly ItemView[];
  readonly customer: string;
  readonly agent: string;
  readonly queue: string;
  readonly masking: boolean;
  /** Older messages exist that are not in it. */
  readonly bounded: boolean;
  readonly now: number;
  readonly locale: string;
  readonly text: TextOf;
}

export function transcriptDocument({ items, customer, agent, queue, masking, bounded, now, locale, text }: DocumentParts): TranscriptDocument {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  const ties = tiesOf(items);
  const days: { day: string; entries: DocumentEntry[] }[] = [];
  for (const item of items) {
    // A reaction stands with its message, a large answer has come.
    if (ties.placed.has(item.itemId)) continue;
    const entry = entryOf(item, ties, { customer, agent, now, locale, text });
    const name = day.format(item.at);
    const last = days.at(-1);
    const of = last?.day === name ? last : { day: name, entries: [] };
    if (of !== last) days.push(of);
    of.entries.push({ ...entry, time: time.format(item.at) });
  }
  const count = items.filter((item) => item.kind === 'message').length;
  return {
    title: text('conversation.log', { name: customer }),
    facts: [
      queue, text('conversation.export.made', { when: whole.format(now), agent, count }),
      ...(masking ? [text('conversation.export.masked')] : []), ...(bounded ? [text('conversation.export.bounded', { count })] : []),
    ].filter((fact) => fact !== ''),
    days, locale,
  };
}

type Telling = Pick<DocumentParts, 'customer' | 'agent' | 'now' | 'locale' | 'text'>;

function entryOf(item: ItemView, ties: Ties, telling: Telling): Omit<DocumentEntry, 'time'> {
  const { customer, agent, text } = telling;
  if (item.kind === 'event') return { who: '', side: 'chat', lines: [{ kind: 'words', text: plainText(eventText(item.event, text)) }] };
  const { delivery, from, itemId } = item;
  const reaction = ties.reactions.get(itemId);
  return {
    who: from === 'customer' ? customer : from === 'self' ? agent : item.name,
    side: from === 'customer' ? 'customer' : 'business',
    lines: [
      ...contentLines(item, ties, telling),
      ...(reaction === undefined ? [] : [note(text('rich.reacted', { emoji: reaction }))]),
      ...(delivery.state === 'sent' ? [] : [note(text('conversation.notSent', { code: delivery.state === 'failed' ? delivery.failure.code : 'other' }))]),
    ],
  };
}

function contentLines({ itemId, at, content }: Extract<ItemView, { kind: 'message' }>, ties: Ties, { now, locale, text }: Telling): readonly DocumentLine[] {
  const words: DocumentLine[] = content.text.text.trim() === '' ? [] : [{ kind: 'words', text: content.text }];
  switch (content.kind) {
    case 'text':
      return words;
    case 'attachments':
      return [...content.attachments.map((file) => note(text('conversation.export.file', { name: file.fileName.text }))), ...words];
    case 'rich': {
      const question = ties.questions.get(itemId)?.content;
      const asked = question?.kind === 'rich' && 'title' in question.rich ? question.rich.title : null;
      return richLines(content.rich, { at, now, asked, locale, text });
    }
    case 'unsupported':
      return [note(text('conversation.unsupported')), ...words];
    default:
      return assertNever(content);
  }
}

function eventText(event: EventLine, text: TextOf): string {
  switch (event.type) {
    case 'joined': return text('conversation.event.joined', { name: event.name });
    case 'left': return text('conversation.event.left', { name: event.name });
    case 'ended': return event.name === null ? text('conversation.event.ended') : text('conversation.event.endedBy', { name: event.name });
    case 'customerLeft': return text('conversation.event.customerLeft');
    case 'customerReturned': return text('conversation.event.customerReturned');
    case 'transferred': return text('conversation.event.transferred', { name: event.name, to: event.to });
    case 'invited': return text('conversation.event.invited', { name: event.name, to: event.to });
    case 'notAccepted': return text('conversation.event.notAccepted', { to: event.to });
    case 'workflowStarted': return text('workflows.started', { name: event.name });
    case 'workflowFinished': return text('workflows.finished', { name: event.name, message: event.message.text || 'none' });
    case 'workflowFailed': return text('workflows.failed', { name: event.name, message: event.message.text || 'none' });
    case 'workflowUnknown': return text('workflows.unknown', { name: event.name });
    default: return assertNever(event);
  }
}
