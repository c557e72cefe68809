// What a card or an answer says in a document, line by line: what was asked, what there was to choose, and what was chosen. Pure.
import { RECEIVING_LASTS } from '../../src-shared/apple/limits.ts';
import { plainText, type MaskedText } from '../../src-shared/domain/masking.ts';
import { assertNever } from '../../src-shared/domain/result.ts';
import type { Choice, FormAnswerPage, Rich, Slot } from '../../src-shared/domain/rich.ts';
import { ownOffset, zoneName } from '../../src-shared/domain/zones.ts';
import type { MessageId } from '../../src-shared/locales/index.ts';
import { joinMasked } from './rich-projection.ts';

export type TextOf = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/** `note`: what it is, told by Parley; `words`: what somebody wrote; `item`: one of several things. */
export interface DocumentLine {
  readonly kind: 'note' | 'words' | 'item';
  readonly text: MaskedText;
}

export interface RichParts {
  /** When the message came, and when the document is made. */
  readonly at: number;
  readonly now: number;
  /** The title of the question an answer belongs to, where that is known. */
  readonly asked: MaskedText | null;
  readonly locale: string;
  readonly text: TextOf;
}

export const note = (words: string): DocumentLine => ({ kind: 'note', text: plainText(words) });
const words = (text: MaskedText | null): DocumentLine[] => (text === null || text.text === '' ? [] : [{ kind: 'words', text }]);
const item = (...texts: readonly (MaskedText | null)[]): DocumentLine => ({ kind: 'item', text: joinMasked(texts.filter((one) => one !== null && one.text !== '') as MaskedText[], ' – ') });
const choice = ({ title, subtitle }: Choice<MaskedText>): DocumentLine => item(title, subtitle);

export function richLines(rich: Rich<MaskedText>, { at, now, asked, locale, text }: RichParts): readonly DocumentLine[] {
  const answered = (title: MaskedText | null): DocumentLine => {
    const question = asked ?? title;
    return note(question === null ? text('rich.answeredSomething') : text('rich.answered', { title: question.text }));
  };
  const kind = (...more: readonly string[]): DocumentLine => note([text('rich.kind', { kind: rich.kind }), ...more].join(' · '));
  switch (rich.kind) {
    case 'quickReply':
      return [kind(), ...words(rich.title), ...rich.choices.map(choice)];
    case 'listPicker': {
      const pick = text('rich.pick', { several: String(rich.sections.some(({ several }) => several)) });
      const sections = rich.sections.flatMap(({ title, items }) => [...(rich.sections.length > 1 ? words(title) : []), ...items.map(choice)]);
      return [kind(pick), ...words(rich.title), ...words(rich.subtitle), ...sections];
    }
    case 'timePicker':
      return [kind(), ...words(rich.title), ...words(rich.place), ...rich.slots.map((slot) => item(plainText(slotText(slot, rich.offset, locale, text))))];
    case 'form':
      return [kind(), ...words(rich.title), ...words(rich.subtitle), ...rich.pages.map(({ question, choices }) => item(question, joinMasked(choices.map(({ title }) => title), ', ')))];
    case 'richLink':
      return [kind(), ...words(rich.title), ...words(rich.host)];
    case 'choiceAnswer':
      return [answered(rich.title), ...rich.choices.map(({ title, subtitle }): DocumentLine => ({ ...item(title, subtitle), kind: 'words' }))];
    case 'timeAnswer': {
      const offset = rich.offset ?? ownOffset(rich.slot.start);
      const own = slotText(rich.slot, null, locale, text);
      return [
        answered(rich.title), ...words(plainText(slotText(rich.slot, offset, locale, text))),
        ...(offset === ownOffset(rich.slot.start) ? [] : [note(text('rich.ownTime', { when: own }))]), ...words(rich.place),
      ];
    }
    case 'formAnswer':
      return [answered(rich.title), ...rich.pages.map((page) => item(page.question, valueOf(page, text)))];
    case 'tapback':
      return words(rich.words);
    case 'deferred':
      return [note(text(now - at < RECEIVING_LASTS ? 'rich.receiving' : 'rich.notRetrieved')), ...words(rich.title)];
    case 'card':
      return [note(text('rich.card', { card: rich.card, state: rich.state })), ...words(rich.title), ...words(rich.detail)];
    case 'broken':
      return [note(text('rich.broken', { of: rich.of })), ...words(rich.title)];
    default:
      return assertNever(rich);
  }
}

const valueOf = ({ values }: FormAnswerPage<MaskedText>, text: TextOf): MaskedText => (values.length === 0 ? plainText(text('rich.blank')) : joinMasked(values, ', '));

/** In the zone of the event, or in this computer's; the moment is moved and read as GMT, since a distance has no name among the zones. */
function slotText({ start, seconds }: Slot, offset: number | null, locale: string, text: TextOf): string {
  const zone = offset ?? ownOffset(start);
  const moved = start + zone * 60_000;
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
  const time = seconds === 0 ? clock.format(moved) : `${clock.format(moved)}–${clock.format(moved + seconds * 1000)}`;
  return text('rich.when', { day: day.format(moved), time, zone: zoneName(zone) });
}
