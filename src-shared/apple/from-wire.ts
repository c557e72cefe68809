// Apple's JSON -> content. Never throws: what cannot be read becomes a card that says so, and the faults are named for counting.
import type { Attachment, Content } from '../domain/message.ts';
import type { BrokenKind, CardState, Rich } from '../domain/rich.ts';
import { addressOf } from './address.ts';
import { formAnswer, isFormAnswer, isQuickReplyAnswer, listAnswer, quickReplyAnswer, timeAnswer } from './answers.ts';
import { eventOf, form, listPicker, quickReply, timePicker, type Frame } from './questions.ts';
import { at, createReader, idOf, OBJECT_PLACE, record, type Json, type Reader } from './reader.ts';
import { tapbackOf } from './tapback.ts';

/** A message of the contact centre as far as it is Apple's. */
export interface WireMessage {
  /** `text`, `text-with-attachments`, `interactive`, `richLink`, `close`; anything else is not supported. */
  readonly type: string;
  readonly text: string;
  readonly attachments: readonly Omit<Attachment, 'place'>[];
  /** `interactiveData`, `interactiveDataRef` or `richLinkData`, as Apple has them. */
  readonly apple: unknown;
  /** From the customer: a picker that comes in is an answer. */
  readonly inbound: boolean;
}

export interface Read {
  readonly content: Content;
  /** Names of what did not fit the formats; never content. */
  readonly faults: readonly string[];
}

export function fromWire(wire: WireMessage): Read {
  const read = createReader();
  return { content: contentOf(wire, read), faults: read.faults };
}

function contentOf(wire: WireMessage, read: Reader): Content {
  const { type, text, apple, inbound } = wire;
  switch (type) {
    case 'text':
    case 'text-with-attachments':
      return wordsAndFiles(wire);
    case 'close':
      return { kind: 'close' };
    case 'richLink':
      return richLink(record(apple), text, read);
    case 'interactive': {
      const rich = interactive(record(apple), text, inbound, read);
      return { kind: 'rich', rich, addresses: [] };
    }
    default:
      return { kind: 'unsupported', type, text: text.replaceAll(OBJECT_PLACE, '') };
  }
}

/** Each U+FFFC is the place of the next attachment; attachments without one stand before the words. */
function wordsAndFiles({ type, text, attachments, inbound }: WireMessage): Content {
  const [first = '', ...rest] = text.split(OBJECT_PLACE);
  const places: number[] = [];
  let words = first;
  for (const part of rest) {
    places.push(words.length);
    words += part;
  }
  if (type === 'text' && attachments.length === 0) {
    const tapback = inbound ? tapbackOf(words) : null;
    return tapback === null ? { kind: 'text', text: words } : { kind: 'rich', rich: tapback, addresses: [] };
  }
  const bare = words.trim() === '';
  return { kind: 'attachments', text: bare ? '' : words, attachments: attachments.map((file, index) => ({ ...file, place: bare ? 0 : (places[index] ?? 0) })) };
}

function broken(of: BrokenKind, text: string, read: Reader): Rich<string> {
  read.note(of);
  return { kind: 'broken', of, title: read.line(text, 'text') };
}

function richLink(apple: Json | null, text: string, read: Reader): Content {
  const data = record(at(apple, 'richLinkData'));
  const reference = record(at(apple, 'richLinkDataRef'));
  // The address of a reference is that of the encrypted card; what it links to stands in the words.
  const address = addressOf(at(data, 'url')) ?? addressOf(text);
  const host = address?.host ?? null;
  const title = read.line(at(data, 'title'), 'link title') ?? read.line(at(reference, 'title'), 'link title') ?? host;
  if (title === null || (data === null && reference === null)) return { kind: 'rich', rich: broken('richLink', text, read), addresses: [] };
  const opens = address?.opens === true;
  if (!opens) read.note('link address');
  return { kind: 'rich', rich: { kind: 'richLink', title, host, opens }, addresses: opens ? [address.href] : [] };
}

function interactive(apple: Json | null, text: string, inbound: boolean, read: Reader): Rich<string> {
  const message = record(at(apple, 'interactiveData'));
  const reference = record(at(apple, 'interactiveDataRef'));
  if (message === null) {
    if (reference === null) return broken('interactive', text, read);
    const keys = { request: idOf(at(reference, 'requestIdentifier')), session: idOf(at(reference, 'sessionIdentifier')) };
    return { kind: 'deferred', keys, title: read.line(at(reference, 'title'), 'reference title') ?? read.line(text, 'text') };
  }
  const data = record(at(message, 'data'));
  if (data === null) return app(message, text, read);
  const frame: Frame = {
    data,
    keys: { request: idOf(at(data, 'requestIdentifier')), session: idOf(at(message, 'sessionIdentifier')) },
    received: record(at(message, 'receivedMessage')) ?? record(at(data, 'receivedMessage')),
  };
  const told = text === '' ? (idOf(at(frame.received, 'title')) ?? '') : text;
  // A reply card stands beside the data in one sender's JSON and inside it in another's.
  const answered: Frame = { ...frame, data: at(data, 'replyMessage') === undefined ? { ...data, replyMessage: at(message, 'replyMessage') } : data };
  if (at(data, 'quick-reply') !== undefined) return (inbound || isQuickReplyAnswer(data) ? quickReplyAnswer(answered, read) : quickReply(frame, read)) ?? broken('quickReply', told, read);
  if (at(data, 'listPicker') !== undefined) return (inbound ? listAnswer(answered, read) : listPicker(frame, read)) ?? broken('listPicker', told, read);
  if (at(data, 'dynamic') !== undefined) return (inbound || isFormAnswer(data) ? formAnswer(answered, read) : form(frame, read)) ?? broken('form', told, read);
  if (at(data, 'authenticate') !== undefined) return authentication(frame, inbound, read);
  if (at(data, 'payment') !== undefined) return payment(frame, inbound, read);
  if (eventOf(data) !== null || at(data, 'event') !== undefined || at(data, 'timePicker') !== undefined) {
    return (inbound ? timeAnswer(answered, read) : timePicker(frame, read)) ?? broken('timePicker', told, read);
  }
  return broken('interactive', told, read);
}

/** An answer without a word of success has not succeeded. */
const stateOf = (part: Json | null, inbound: boolean): CardState => (!inbound ? 'asked' : /^(success|succeeded|completed)$/i.test(idOf(at(part, 'status')) ?? '') ? 'succeeded' : 'failed');

function authentication({ data, received }: Frame, inbound: boolean, read: Reader): Rich<string> {
  const part = record(at(data, 'authenticate'));
  if (part === null) return broken('authentication', '', read);
  return { kind: 'card', card: 'authentication', state: stateOf(part, inbound), title: read.line(at(received, 'title'), 'received title'), detail: read.line(at(received, 'subtitle'), 'received subtitle') };
}

function payment({ data, received }: Frame, inbound: boolean, read: Reader): Rich<string> {
  const part = record(at(data, 'payment'));
  if (part === null) return broken('payment', '', read);
  const request = record(at(part, 'paymentRequest'));
  const total = record(at(request, 'total'));
  const amount = [idOf(at(request, 'currencyCode')), idOf(at(total, 'amount'))].filter((one) => one !== null).join(' ');
  const title = read.line(at(received, 'title'), 'received title') ?? read.line(at(total, 'label'), 'payment label');
  return { kind: 'card', card: 'payment', state: stateOf(part, inbound), title, detail: read.line(amount, 'payment amount') };
}

/** An iMessage app has no `data`; it is known by its name. */
function app(message: Json, text: string, read: Reader): Rich<string> {
  const name = read.line(at(message, 'appName'), 'app name');
  const received = read.line(at(record(at(message, 'receivedMessage')), 'title'), 'received title');
  if (name === null && at(message, 'appId') === undefined) return broken('interactive', text, read);
  return { kind: 'card', card: 'app', state: 'asked', title: received ?? name, detail: received === null ? null : name };
}
