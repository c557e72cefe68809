// Questions of the business in Apple's JSON: quick reply, list picker, time picker, form.
import type { Choice, FormPage, FormPageType, RequestKeys, Rich, Section, Slot } from '../domain/rich.ts';
import { MAX_PAGE_ID, QUICK_REPLY_CHOICES } from './limits.ts';
import { at, idOf, numberOf, record, type Json, type Reader } from './reader.ts';

/** The interactive message around a question or an answer. */
export interface Frame {
  readonly keys: RequestKeys;
  /** Titles of the card the customer taps, and of what it becomes. */
  readonly received: Json | null;
  readonly data: Json;
}

export const isSet = (value: unknown): boolean => value === true || value === 'true';

/** An item that can be chosen; null when it has no title, which is what it would be known by. */
export function choiceOf(item: Json, read: Reader, name: string): Choice<string> | null {
  const title = read.line(at(item, 'title'), name);
  if (title === null) {
    read.note(`${name} title`);
    return null;
  }
  return { key: idOf(at(item, 'identifier')) ?? title, title, subtitle: read.line(at(item, 'subtitle'), name) };
}

export const choicesOf = (value: unknown, read: Reader, name: string): readonly Choice<string>[] =>
  read.items(value, name).flatMap((item) => choiceOf(item, read, name) ?? []);

export function quickReply({ keys, received, data }: Frame, read: Reader): Rich<string> | null {
  const body = record(at(data, 'quick-reply'));
  const choices = choicesOf(at(body, 'items'), read, 'quickReply item');
  const title = read.line(at(body, 'summaryText'), 'quickReply summary') ?? read.line(at(received, 'title'), 'received title');
  if (choices.length < QUICK_REPLY_CHOICES.least || choices.length > QUICK_REPLY_CHOICES.most) read.note('quickReply count');
  return title === null || choices.length === 0 ? null : { kind: 'quickReply', keys, title, choices };
}

export function sectionsOf(data: Json, read: Reader): readonly Section<string>[] {
  return read.items(at(record(at(data, 'listPicker')), 'sections'), 'list section').map((section): Section<string> => ({
    title: read.line(at(section, 'title'), 'list section'),
    several: isSet(at(section, 'multipleSelection')),
    items: choicesOf(at(section, 'items'), read, 'list item'),
  })).filter((section) => section.items.length > 0);
}

export function listPicker({ keys, received, data }: Frame, read: Reader): Rich<string> | null {
  const sections = sectionsOf(data, read);
  const title = read.line(at(received, 'title'), 'received title') ?? sections[0]?.title ?? null;
  return title === null || sections.length === 0 ? null : { kind: 'listPicker', keys, title, subtitle: read.line(at(received, 'subtitle'), 'received subtitle'), sections };
}

/** Directly under `data`; older senders nest it once more. */
export const eventOf = (data: Json): Json | null => record(at(data, 'event')) ?? record(at(record(at(data, 'timePicker')), 'event'));

/** Minutes of a day and more than any zone is away from GMT. */
const MAX_OFFSET = 18 * 60;

export function offsetOf(event: Json | null, read: Reader): number | null {
  const offset = numberOf(at(event, 'timezoneOffset'));
  if (offset === null) return null;
  if (Math.abs(offset) <= MAX_OFFSET) return Math.trunc(offset);
  read.note('time offset');
  return null;
}

const moment = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** ms since the epoch of Apple's `yyyy-MM-ddTHH:mm+0000`; null = no such moment. */
export function momentOf(value: unknown): number | null {
  const [, minute, seconds = '', zone = 'Z'] = (typeof value === 'string' ? moment.exec(value.trim()) : null) ?? [];
  if (minute === undefined) return null;
  const parsed = Date.parse(`${minute}${seconds === '' ? ':00' : seconds.slice(0, 7)}${zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`);
  return Number.isNaN(parsed) ? null : parsed;
}

const MAX_SECONDS = 366 * 86_400;

export function slotsOf(event: Json | null, read: Reader): readonly Slot[] {
  return read.items(at(event, 'timeslots'), 'time slot').flatMap((slot): Slot[] => {
    const start = momentOf(at(slot, 'startTime'));
    // A slot at a made-up time would be worse than none.
    if (start === null) {
      read.note('time start');
      return [];
    }
    const seconds = numberOf(at(slot, 'duration')) ?? 0;
    return [{ key: idOf(at(slot, 'identifier')) ?? String(start), start, seconds: seconds > 0 && seconds <= MAX_SECONDS ? seconds : 0 }];
  });
}

export const placeOf = (event: Json | null, read: Reader): string | null => read.line(at(record(at(event, 'location')), 'title'), 'time place');

export function timePicker({ keys, received, data }: Frame, read: Reader): Rich<string> | null {
  const event = eventOf(data);
  const slots = [...slotsOf(event, read)].sort((a, b) => a.start - b.start);
  const title = read.line(at(event, 'title'), 'time title') ?? read.line(at(received, 'title'), 'received title');
  return title === null || slots.length === 0 ? null : { kind: 'timePicker', keys, title, place: placeOf(event, read), offset: offsetOf(event, read), slots };
}

const pageTypes: Readonly<Record<string, FormPageType>> = { select: 'select', picker: 'picker', datePicker: 'date', input: 'input' };

export function form({ keys, received, data }: Frame, read: Reader): Rich<string> | null {
  const body = record(at(record(at(data, 'dynamic')), 'data'));
  const pages = read.items(at(body, 'pages'), 'form page').flatMap((page): FormPage<string>[] => {
    const kind = at(page, 'type');
    const type = typeof kind === 'string' && Object.hasOwn(pageTypes, kind) ? pageTypes[kind] : undefined;
    const question = read.line(at(page, 'subtitle'), 'form question') ?? read.line(at(page, 'title'), 'form question');
    if (type === undefined || question === null) {
      read.note('form page');
      return [];
    }
    const key = idOf(at(page, 'pageIdentifier'));
    if (key === null || key.length >= MAX_PAGE_ID) read.note('form page id');
    return [{ key: key ?? question, type, question, required: isSet(at(record(at(page, 'options')), 'required')), choices: choicesOf(at(page, 'items'), read, 'form item') }];
  });
  const title = read.line(at(received, 'title'), 'received title') ?? read.line(at(record(at(body, 'splash')), 'header'), 'form splash');
  return title === null || pages.length === 0 ? null : { kind: 'form', keys, title, subtitle: read.line(at(received, 'subtitle'), 'received subtitle'), pages };
}
