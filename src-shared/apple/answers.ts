// Answers of customers in Apple's JSON. Apple sends what was chosen in the shape of the question, reduced to the choice.
import type { Choice, FormAnswerPage, Rich } from '../domain/rich.ts';
import { choicesOf, eventOf, offsetOf, placeOf, sectionsOf, slotsOf, type Frame } from './questions.ts';
import { at, idOf, numberOf, record, type Json, type Reader } from './reader.ts';

/** The question's title as the answer carries it; Apple may leave it out. */
const askedTitle = ({ received }: Frame, read: Reader): string | null => read.line(at(received, 'title'), 'received title');

/** What the reply card says of the choice: the last resort when the choice itself is missing. */
const replyTitle = (data: Json, read: Reader): string | null => {
  const reply = record(at(data, 'replyMessage'));
  return read.line(at(reply, 'alternateTitle'), 'reply title') ?? read.line(at(reply, 'title'), 'reply title');
};

const onlyWords = (title: string | null): readonly Choice<string>[] => (title === null ? [] : [{ key: title, title, subtitle: null }]);

/** True for an answer: a question has no chosen one. */
export const isQuickReplyAnswer = (data: Json): boolean => {
  const body = record(at(data, 'quick-reply'));
  return at(body, 'selectedIndex') !== undefined || at(body, 'selectedIdentifier') !== undefined;
};

export function quickReplyAnswer(frame: Frame, read: Reader): Rich<string> | null {
  const { keys, data } = frame;
  const body = record(at(data, 'quick-reply'));
  const items = read.items(at(body, 'items'), 'quickReply item');
  const id = idOf(at(body, 'selectedIdentifier'));
  const index = numberOf(at(body, 'selectedIndex'));
  const picked = items.find((item) => id !== null && idOf(at(item, 'identifier')) === id) ?? (index === null ? undefined : items[index]);
  const chosen = choicesOf(picked === undefined ? [] : [picked], read, 'quickReply item');
  const choices = chosen.length > 0 ? chosen : onlyWords(replyTitle(data, read));
  if (chosen.length === 0) read.note('quickReply selected');
  const title = read.line(at(body, 'summaryText'), 'quickReply summary') ?? askedTitle(frame, read);
  return choices.length === 0 ? null : { kind: 'choiceAnswer', of: 'quickReply', keys, choices, title };
}

export function listAnswer(frame: Frame, read: Reader): Rich<string> | null {
  const chosen = sectionsOf(frame.data, read).flatMap((section) => section.items);
  const choices = chosen.length > 0 ? chosen : onlyWords(replyTitle(frame.data, read));
  return choices.length === 0 ? null : { kind: 'choiceAnswer', of: 'listPicker', keys: frame.keys, choices, title: askedTitle(frame, read) };
}

export function timeAnswer(frame: Frame, read: Reader): Rich<string> | null {
  const event = eventOf(frame.data);
  const slots = slotsOf(event, read);
  const [slot] = slots;
  if (slots.length > 1) read.note('time slots');
  if (slot === undefined) return null;
  const title = askedTitle(frame, read) ?? read.line(at(event, 'title'), 'time title');
  return { kind: 'timeAnswer', keys: frame.keys, title, place: placeOf(event, read), offset: offsetOf(event, read), slot };
}

export const isFormAnswer = (data: Json): boolean => at(record(at(data, 'dynamic')), 'selections') !== undefined;

export function formAnswer(frame: Frame, read: Reader): Rich<string> | null {
  const pages = read.items(at(record(at(frame.data, 'dynamic')), 'selections'), 'form selection').flatMap((page): FormAnswerPage<string>[] => {
    const question = read.line(at(page, 'subtitle'), 'form question') ?? read.line(at(page, 'title'), 'form question');
    if (question === null) {
      read.note('form question');
      return [];
    }
    const values = read.items(at(page, 'items'), 'form value').flatMap((item) => read.words(at(item, 'title')) ?? read.words(at(item, 'value')) ?? []);
    return [{ key: idOf(at(page, 'pageIdentifier')) ?? question, question, values }];
  });
  return pages.length === 0 ? null : { kind: 'formAnswer', keys: frame.keys, title: askedTitle(frame, read), pages };
}
