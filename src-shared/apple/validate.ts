// Whether content may be sent: Apple's limits and the rules of each type, with the field named. Pure.
import type { Issue } from '../domain/issue.ts';
import { countCharacters, MAX_TEXT_CHARACTERS } from '../domain/message.ts';
import { picturesOf, type CardFace, type Outbound, type OutboundOf, type Picture } from '../domain/outbound.ts';
import { variablesOf } from '../domain/variables.ts';
import { addressOf } from './address.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURES_BYTES, MAX_UI_TEXT, QUICK_REPLY_CHOICES } from './limits.ts';
import type { Note } from './note.ts';
import { validateForm } from './validate-form.ts';
import { validateSlots } from './validate-slots.ts';

/** `now`: ms since the epoch. Errors keep the content from being sent; warnings do not. */
export function validate(content: Outbound, now: number): readonly Issue[] {
  const issues: Issue[] = [];
  const note: Note = (path, code, values, severity = 'error') => { issues.push({ path, code, severity, ...(values && { values }) }); };
  check(content, now, note);
  for (const name of variablesOf(content)) note(name, 'unresolved', { name });
  return issues;
}

function check(content: Outbound, now: number, note: Note): void {
  switch (content.kind) {
    case 'text':
      if (content.text.trim() === '') note('text', 'empty');
      wholeText(content.text, note);
      return;
    case 'attachments':
      if (content.attachments.length === 0) note('attachments', 'empty');
      wholeText(content.text, note);
      return;
    case 'richLink':
      if (addressOf(content.url) === null || !/^https?:/i.test(content.url.trim())) note('url', 'badAddress');
      uiText('title', content.title, note);
      pictures(content, note);
      return;
    case 'quickReply':
      uiText('summary', content.summary, note);
      if (content.choices.length < QUICK_REPLY_CHOICES.least) note('choices', 'tooFew', { min: QUICK_REPLY_CHOICES.least });
      if (content.choices.length > QUICK_REPLY_CHOICES.most) note('choices', 'tooMany', { max: QUICK_REPLY_CHOICES.most });
      content.choices.forEach((choice, index) => { uiText(`choices.${String(index)}.title`, choice.title, note); });
      uniqueKeys('choices', content.choices, note);
      return;
    case 'listPicker':
      carded(content, note);
      sections(content, note);
      return;
    case 'timePicker':
      carded(content, note);
      uiText('event.title', content.event.title, note);
      if (content.event.place !== null) uiText('event.place', content.event.place.title, note);
      known('event.picture', content.event.picture, content.pictures, note);
      validateSlots(content.event, now, note);
      return;
    case 'form':
      carded(content, note);
      if (content.splash !== null) {
        uiText('splash.header', content.splash.header, note);
        maybeText('splash.text', content.splash.text, note);
        maybeText('splash.button', content.splash.button, note);
        known('splash.picture', content.splash.picture, content.pictures, note);
      }
      validateForm(content, now, { note, uiText, maybeText, uniqueKeys, known });
  }
}

/** What the compose box may hold, templates too. */
function wholeText(text: string, note: Note): void {
  const by = countCharacters(text, MAX_TEXT_CHARACTERS) - MAX_TEXT_CHARACTERS;
  if (by > 0) note('text', 'tooLong', { max: MAX_TEXT_CHARACTERS, by });
}

/** A text Apple draws: there must be one, and not too much of it. */
function uiText(path: string, text: string, note: Note): void {
  if (text.trim() === '') note(path, 'empty');
  const by = Array.from(text).length - MAX_UI_TEXT;
  if (by > 0) note(path, 'tooLong', { max: MAX_UI_TEXT, by });
}

function maybeText(path: string, text: string | null, note: Note): void {
  if (text !== null) uiText(path, text, note);
}

function uniqueKeys(path: string, keyed: readonly { readonly key: string }[], note: Note): void {
  const seen = new Set<string>();
  keyed.forEach(({ key }, index) => {
    if (key === '') note(`${path}.${String(index)}.key`, 'empty');
    else if (seen.has(key)) note(`${path}.${String(index)}.key`, 'duplicate', { id: key });
    seen.add(key);
  });
}

function known(path: string, id: string | null, all: readonly Picture[], note: Note): void {
  if (id !== null && !all.some((picture) => picture.id === id)) note(path, 'pictureMissing', { id });
}

const PNG = 'iVBORw0KGgo';

/** Bytes of base64. */
export const bytesOf = (data: string): number => Math.floor((data.replace(/=+$/, '').length * 3) / 4);

function pictures(content: Outbound, note: Note): void {
  const all = picturesOf(content);
  all.forEach(({ data }, index) => {
    const path = content.kind === 'richLink' ? 'picture' : `pictures.${String(index)}`;
    if (!data.startsWith(PNG)) note(path, 'pictureNotPng');
    if (bytesOf(data) > MAX_PICTURE_BYTES) note(path, 'pictureTooLarge', { max: MAX_PICTURE_BYTES, bytes: bytesOf(data) });
  });
  const bytes = all.reduce((sum, { data }) => sum + bytesOf(data), 0);
  if (bytes >= MAX_PICTURES_BYTES) note('pictures', 'picturesTooLarge', { max: MAX_PICTURES_BYTES, bytes });
}

function carded(content: OutboundOf<'listPicker' | 'timePicker' | 'form'>, note: Note): void {
  card('received', content.received, content.pictures, note);
  if (content.reply !== null) card('reply', content.reply, content.pictures, note);
  uniqueKeys('pictures', content.pictures.map(({ id }) => ({ key: id })), note);
  pictures(content, note);
}

function card(path: string, face: CardFace<string>, all: readonly Picture[], note: Note): void {
  uiText(`${path}.title`, face.title, note);
  for (const part of ['subtitle', 'secondarySubtitle', 'tertiarySubtitle', 'imageTitle', 'imageSubtitle'] as const) maybeText(`${path}.${part}`, face[part], note);
  known(`${path}.picture`, face.picture, all, note);
}

function sections({ sections: all, pictures: shown }: OutboundOf<'listPicker'>, note: Note): void {
  if (all.length === 0) note('sections', 'noItems');
  all.forEach((section, number) => {
    const path = `sections.${String(number)}`;
    uiText(`${path}.title`, section.title, note);
    if (section.items.length === 0) note(`${path}.items`, 'noItems');
    section.items.forEach((item, index) => {
      uiText(`${path}.items.${String(index)}.title`, item.title, note);
      maybeText(`${path}.items.${String(index)}.subtitle`, item.subtitle, note);
      known(`${path}.items.${String(index)}.picture`, item.picture, shown, note);
    });
  });
  uniqueKeys('items', all.flatMap((section) => section.items), note);
}
