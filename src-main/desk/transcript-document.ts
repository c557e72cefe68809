// A conversation as a document: what an export says, by day and in the agent's language, from items that are masked already. Pure.
import type { MessageId } from '../../src-shared/locales/index.ts';
import type { EventLine, ItemView } from '../../src-shared/ipc/view.ts';
import { assertNever } from '../../src-shared/domain/result.ts';

export type TextOf = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

export interface DocumentEntry {
  /** '' = a line about the chat itself. */
  readonly who: string;
  readonly side: 'customer' | 'business' | 'chat';
  readonly time: string;
  /** What it is beside words: files, a card. */
  readonly notes: readonly string[];
  readonly text: string;
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
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const days: { day: string; entries: DocumentEntry[] }[] = [];
  for (const item of items) {
    const entry = entryOf(item, { customer, agent, text });
    if (entry === null) continue;
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

type Who = Pick<DocumentParts, 'customer' | 'agent' | 'text'>;

function entryOf(item: ItemView, { customer, agent, text }: Who): Omit<DocumentEntry, 'time'> | null {
  if (item.kind === 'event') return { who: '', side: 'chat', notes: [], text: eventText(item.event, text) };
  const { content, delivery, from } = item;
  const notes: string[] = [];
  if (content.kind === 'attachments') for (const file of content.attachments) notes.push(text('conversation.export.file', { name: file.fileName.text }));
  // Its texts follow, a line each; without any the kind is all there is to say.
  if (content.kind === 'rich') notes.push(text('rich.line', { about: content.rich.kind, text: '', some: 'no' }));
  if (content.kind === 'unsupported') notes.push(text('conversation.unsupported'));
  if (delivery.state !== 'sent') notes.push(text('conversation.notSent', { code: delivery.state === 'failed' ? delivery.failure.code : 'other' }));
  const who = from === 'customer' ? customer : from === 'self' ? agent : item.name;
  return { who, side: from === 'customer' ? 'customer' : 'business', notes: notes.filter((note) => note !== ''), text: content.text.text };
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
