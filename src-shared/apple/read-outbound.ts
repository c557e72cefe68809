// Apple's JSON of a template -> content that can be sent again exactly. null = it is none of the types an agent can send.
import type { Attachment } from '../domain/message.ts';
import type { CardFace, CardStyle, FormItem, FormOptions, ListItem, ListSection, Outbound, OutboundPage, Picture, Place, QuickChoice } from '../domain/outbound.ts';
import type { FormPageType, RequestKeys, Slot } from '../domain/rich.ts';
import { eventOf, isSet, momentOf } from './questions.ts';
import { at, idOf, numberOf, OBJECT_PLACE, record, type Json } from './reader.ts';

export interface OutboundParams {
  readonly type: string;
  readonly text: string;
  readonly attachments: readonly Omit<Attachment, 'place'>[];
  readonly apple: unknown;
}

/** Text as it stands; null where there is none. */
const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : null);

/** Objects of a list in Apple's order; those without one stay where they stand. */
function items(value: unknown): readonly Json[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  const read = all.map(record).filter((one) => one !== null);
  return read.map((item, index) => ({ item, order: numberOf(at(item, 'order')) ?? index })).sort((a, b) => a.order - b.order).map(({ item }) => item);
}

export function readOutbound({ type, text, attachments, apple }: OutboundParams): Outbound | null {
  switch (type) {
    case 'text': return text.trim() === '' ? null : { kind: 'text', text };
    case 'text-with-attachments': return attachments.length === 0 ? null : withFiles(text, attachments);
    case 'richLink': return richLink(record(at(record(apple), 'richLinkData')), text);
    case 'interactive': return interactive(record(at(record(apple), 'interactiveData')), text);
    default: return null;
  }
}

/** A file without a mark of its own stands behind the words. */
function withFiles(text: string, attachments: OutboundParams['attachments']): Outbound {
  const parts = text.split(OBJECT_PLACE);
  const plain = parts.join('');
  let before = 0;
  const places = parts.slice(0, -1).map((part) => (before += part.length));
  return { kind: 'attachments', text: plain, attachments: attachments.map((file, index) => ({ ...file, place: places[index] ?? plain.length })) };
}

function richLink(data: Json | null, text: string): Outbound | null {
  const url = words(at(data, 'url')) ?? text;
  const title = words(at(data, 'title'));
  if (data === null || title === null || url === '') return null;
  const assets = record(at(data, 'assets'));
  const image = words(at(record(at(assets, 'image')), 'data'));
  const video = record(at(assets, 'video'));
  const videoUrl = words(at(video, 'url'));
  return {
    kind: 'richLink', url, title,
    picture: image === null ? null : { id: 'image', data: image, alt: '' },
    video: videoUrl === null ? null : { url: videoUrl, mimeType: words(at(video, 'mimeType')) ?? 'video/mp4' },
  };
}

function interactive(message: Json | null, text: string): Outbound | null {
  const data = record(at(message, 'data'));
  if (data === null) return null;
  const keys: RequestKeys = { request: idOf(at(data, 'requestIdentifier')), session: idOf(at(message, 'sessionIdentifier')) };
  const quick = record(at(data, 'quick-reply'));
  if (quick !== null) {
    const summary = words(at(quick, 'summaryText')) ?? text;
    return { kind: 'quickReply', keys, summary, choices: items(at(quick, 'items')).map((item): QuickChoice<string> => ({ key: idOf(at(item, 'identifier')) ?? '', title: words(at(item, 'title')) ?? '' })) };
  }
  const received = record(at(message, 'receivedMessage')) ?? record(at(data, 'receivedMessage'));
  const reply = record(at(message, 'replyMessage')) ?? record(at(data, 'replyMessage'));
  const carded = {
    keys, summary: text === '' ? (words(at(received, 'title')) ?? '') : text,
    received: face(received, text), reply: reply === null ? null : face(reply, ''), pictures: items(at(data, 'images')).map(picture),
  };
  const list = record(at(data, 'listPicker'));
  if (list !== null) return { kind: 'listPicker', ...carded, sections: items(at(list, 'sections')).map(section) };
  const event = eventOf(data);
  if (event !== null) return { kind: 'timePicker', ...carded, event: eventParts(event) };
  const dynamic = record(at(record(at(data, 'dynamic')), 'data'));
  return dynamic === null ? null : { kind: 'form', ...carded, ...formParts(dynamic) };
}

const styles: readonly CardStyle[] = ['icon', 'small', 'large'];

const face = (card: Json | null, otherwise: string): CardFace<string> => ({
  title: words(at(card, 'title')) ?? otherwise, subtitle: words(at(card, 'subtitle')),
  secondarySubtitle: words(at(card, 'secondarySubtitle')), tertiarySubtitle: words(at(card, 'tertiarySubtitle')),
  imageTitle: words(at(card, 'imageTitle')), imageSubtitle: words(at(card, 'imageSubtitle')),
  picture: idOf(at(card, 'imageIdentifier')), style: styles.find((one) => one === at(card, 'style')) ?? null,
});

const picture = (image: Json): Picture => ({ id: idOf(at(image, 'identifier')) ?? '', data: words(at(image, 'data')) ?? '', alt: words(at(image, 'description')) ?? '' });

const section = (one: Json): ListSection<string> => ({
  title: words(at(one, 'title')) ?? '', several: isSet(at(one, 'multipleSelection')),
  items: items(at(one, 'items')).map((item): ListItem<string> => {
    const style = at(item, 'style');
    return {
      key: idOf(at(item, 'identifier')) ?? '', title: words(at(item, 'title')) ?? '', subtitle: words(at(item, 'subtitle')),
      picture: idOf(at(item, 'imageIdentifier')), style: style === 'icon' || style === 'default' ? style : null,
    };
  }),
});

function eventParts(event: Json) {
  const location = record(at(event, 'location'));
  const [latitude, longitude] = [numberOf(at(location, 'latitude')), numberOf(at(location, 'longitude'))];
  const title = words(at(location, 'title'));
  const place: Place<string> | null = title === null ? null : {
    title, point: latitude === null || longitude === null ? null : { latitude, longitude, radius: numberOf(at(location, 'radius')) },
  };
  return {
    key: idOf(at(event, 'identifier')) ?? '', title: words(at(event, 'title')) ?? '', picture: idOf(at(event, 'imageIdentifier')), place,
    offset: numberOf(at(event, 'timezoneOffset')), zone: null,
    slots: items(at(event, 'timeslots')).flatMap((slot): Slot[] => {
      const start = momentOf(at(slot, 'startTime'));
      return start === null ? [] : [{ key: idOf(at(slot, 'identifier')) ?? String(start), start, seconds: numberOf(at(slot, 'duration')) ?? 0 }];
    }),
  };
}

function formParts(data: Json) {
  const splash = record(at(data, 'splash'));
  const header = words(at(splash, 'header'));
  const pages = items(at(data, 'pages')).flatMap(page);
  const isPrivate = at(data, 'private');
  return {
    splash: header === null ? null : { header, text: words(at(splash, 'splashtext')), button: words(at(splash, 'buttonTitle')), picture: idOf(at(splash, 'imageIdentifier')) },
    start: idOf(at(data, 'startPageIdentifier')) ?? pages[0]?.key ?? '', showSummary: isSet(at(data, 'showSummary')),
    private: typeof isPrivate === 'boolean' ? isPrivate : null, pages,
  };
}

const pageTypes: Readonly<Record<string, FormPageType>> = { select: 'select', picker: 'picker', datePicker: 'date', input: 'input' };

function page(one: Json): OutboundPage<string>[] {
  const kind = at(one, 'type');
  const type = typeof kind === 'string' && Object.hasOwn(pageTypes, kind) ? pageTypes[kind] : undefined;
  if (type === undefined) return [];
  const options = record(at(one, 'options'));
  return [{
    key: idOf(at(one, 'pageIdentifier')) ?? '', type, title: words(at(one, 'title')), subtitle: words(at(one, 'subtitle')),
    // Apple's wheel and input pages have their hint beside the options, some senders inside.
    hint: words(at(one, 'hintText')) ?? words(at(options, 'hintText')),
    next: idOf(at(one, 'nextPageIdentifier')), submit: isSet(at(one, 'submitForm')), several: isSet(at(one, 'multipleSelection')),
    items: items(at(one, 'items')).map((item): FormItem<string> => ({
      key: idOf(at(item, 'identifier')) ?? '', title: words(at(item, 'title')) ?? '', value: words(at(item, 'value')) ?? '',
      picture: idOf(at(item, 'imageIdentifier')), next: idOf(at(item, 'nextPageIdentifier')),
    })),
    pickerTitle: words(at(one, 'pickerTitle')), selected: numberOf(at(one, 'selectedItemIndex')),
    options: options === null ? null : optionsOf(options),
  }];
}

function optionsOf(options: Json): FormOptions<string> {
  const required = at(options, 'required');
  const inputType = at(options, 'inputType');
  return {
    required: required === undefined ? null : isSet(required), inputType: inputType === 'singleline' || inputType === 'multiline' ? inputType : null,
    label: words(at(options, 'labelText')), prefix: words(at(options, 'prefixText')), placeholder: words(at(options, 'placeholder')), regex: words(at(options, 'regex')),
    maxCharacters: numberOf(at(options, 'maximumCharacterCount')), keyboard: words(at(options, 'keyboardType')), contentType: words(at(options, 'textContentType')),
    dateFormat: words(at(options, 'dateFormat')), startDate: words(at(options, 'startDate')), minimumDate: words(at(options, 'minimumDate')), maximumDate: words(at(options, 'maximumDate')),
  };
}
