// Content -> a message as the contact centre and Apple take it. Exact: what is sent is what was checked, or nothing is.
import { isError, type Issue } from '../domain/issue.ts';
import type { CardFace, FormOptions, Outbound, OutboundOf, OutboundPage, Picture } from '../domain/outbound.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { FormPageType } from '../domain/rich.ts';
import { OBJECT_PLACE, type Json } from './reader.ts';
import { validate } from './validate.ts';

/** A message of the contact centre on its way out. */
export interface OutboundWire {
  readonly type: 'text' | 'text-with-attachments' | 'interactive' | 'richLink';
  readonly text: string;
  readonly attachments: readonly { readonly fileName: string; readonly mimeType: string; readonly url: string; readonly size: number | null }[];
  /** Apple's own JSON; null = the message has none. */
  readonly apple: Json | null;
}

/** The extension that draws Apple's own cards. */
const BID = 'com.apple.messages.MSMessageExtensionBalloonPlugin:0000000000:com.apple.icloud.apps.messages.business.extension';

/** The message, or everything that keeps it from being sent. `now` is ms since the epoch: slots must lie after it. */
export function toWire(content: Outbound, now: number): Result<OutboundWire, readonly Issue[]> {
  const errors = validate(content, now).filter(isError);
  return errors.length > 0 ? fail(errors) : ok(wireOf(content));
}

/** The message as it would be sent, checked or not: to show what waits. */
export function wireOf(content: Outbound): OutboundWire {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: content.text, attachments: [], apple: null };
    case 'attachments':
      return {
        type: 'text-with-attachments', text: withMarks(content),
        attachments: inOrder(content).map(({ fileName, mimeType, url, size }) => ({ fileName, mimeType, url, size })), apple: null,
      };
    case 'richLink':
      return { type: 'richLink', text: content.url, attachments: [], apple: { richLinkData: richLink(content) } };
    case 'quickReply':
      return interactive(content, { 'quick-reply': { summaryText: content.summary, items: content.choices.map(({ key, title }) => ({ identifier: key, title })) } });
    case 'listPicker':
      return interactive(content, { listPicker: { sections: listSections(content) } });
    case 'timePicker':
      return interactive(content, { event: event(content) });
    case 'form':
      return interactive(content, { dynamic: { version: '1.2', template: 'messageForms', data: form(content) } });
  }
}

const inOrder = ({ attachments }: OutboundOf<'attachments'>) => [...attachments].sort((a, b) => a.place - b.place);

/** The words with Apple's mark at the place of each file. */
function withMarks(content: OutboundOf<'attachments'>): string {
  let text = '';
  let at = 0;
  for (const { place } of inOrder(content)) {
    text += content.text.slice(at, place) + OBJECT_PLACE;
    at = Math.max(at, place);
  }
  return text + content.text.slice(at);
}

/** Without what is null: Apple's keys are there or they are not. */
const present = (json: Json): Json => Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));

const richLink = ({ url, title, picture, video }: OutboundOf<'richLink'>): Json => ({
  url, title, assets: present({ image: picture === null ? null : { data: picture.data, mimeType: 'image/png' }, video }),
});

function interactive(content: OutboundOf<'quickReply' | 'listPicker' | 'timePicker' | 'form'>, body: Json): OutboundWire {
  const { keys, summary } = content;
  const cards = content.kind === 'quickReply' ? {} : { receivedMessage: face(content.received), replyMessage: content.reply === null ? null : face(content.reply) };
  const images = content.kind === 'quickReply' || content.pictures.length === 0 ? null : content.pictures.map(image);
  const data = present({ version: '1.0', requestIdentifier: keys.request, images, ...body });
  return {
    type: 'interactive', text: summary, attachments: [],
    apple: { interactiveData: present({ bid: BID, useLiveLayout: true, sessionIdentifier: keys.session, data, ...cards }) },
  };
}

const image = ({ id, data, alt }: Picture): Json => present({ identifier: id, data, description: alt === '' ? null : alt });

const face = ({ title, subtitle, secondarySubtitle, tertiarySubtitle, imageTitle, imageSubtitle, picture, style }: CardFace<string>): Json =>
  present({ title, subtitle, secondarySubtitle, tertiarySubtitle, imageTitle, imageSubtitle, imageIdentifier: picture, style });

const listSections = ({ sections }: OutboundOf<'listPicker'>): readonly Json[] => sections.map((section, order) => ({
  title: section.title, order, multipleSelection: section.several,
  items: section.items.map(({ key, title, subtitle, picture, style }, at) => present({ identifier: key, title, subtitle, imageIdentifier: picture, order: at, style })),
}));

/** Apple's moment: GMT without seconds. */
const momentText = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}+0000`;

function event({ event: { key, title, picture, place, offset, slots } }: OutboundOf<'timePicker'>): Json {
  return present({
    identifier: key, title, imageIdentifier: picture,
    location: place === null ? null : { title: place.title, ...(place.point === null ? {} : present({ ...place.point })) },
    timezoneOffset: offset,
    timeslots: slots.map((slot) => ({ identifier: slot.key, startTime: momentText(slot.start), duration: slot.seconds })),
  });
}

const form = ({ splash, start, showSummary, private: isPrivate, pages }: OutboundOf<'form'>): Json => present({
  splash: splash === null ? null : present({ header: splash.header, splashtext: splash.text, buttonTitle: splash.button, imageIdentifier: splash.picture }),
  startPageIdentifier: start, showSummary, private: isPrivate, pages: pages.map(page),
});

const pageTypes: Readonly<Record<FormPageType, string>> = { select: 'select', picker: 'picker', date: 'datePicker', input: 'input' };

const page = (one: OutboundPage<string>): Json => present({
  pageIdentifier: one.key, type: pageTypes[one.type], title: one.title, subtitle: one.subtitle, hintText: one.hint,
  multipleSelection: one.type === 'select' ? one.several : null, pickerTitle: one.pickerTitle, selectedItemIndex: one.selected,
  items: one.items.length === 0 ? null : one.items.map(({ key, title, value, picture, next }) => present({ identifier: key, title, value, imageIdentifier: picture, nextPageIdentifier: next })),
  options: one.options === null ? null : optionsOf(one.options),
  nextPageIdentifier: one.next, submitForm: one.submit ? true : null,
});

const optionsOf = (options: FormOptions<string>): Json => present({
  required: options.required, inputType: options.inputType, labelText: options.label, prefixText: options.prefix, placeholder: options.placeholder, regex: options.regex,
  maximumCharacterCount: options.maxCharacters, keyboardType: options.keyboard, textContentType: options.contentType,
  dateFormat: options.dateFormat, startDate: options.startDate, minimumDate: options.minimumDate, maximumDate: options.maximumDate,
});
