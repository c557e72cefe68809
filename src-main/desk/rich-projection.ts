// Rich content and the places of files as the window sees them: every text on its own, and with what was found or marked in the whole message.
import { createHash } from 'node:crypto';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import { mapRich, textsOf, type Rich } from '../../src-shared/domain/rich.ts';
import type { Finding, Marking, Masker } from '../masking/index.ts';

type Hidden = Finding | Marking;

export interface RichContext {
  readonly masker: Masker;
  /** The policy in force. */
  readonly masking: boolean;
  /** What is hidden of a message's conversation text, in its order. */
  readonly hidden: (message: Message) => readonly Hidden[];
}

/** What masking scans of rich content: its texts, a line each. */
export const richText = (rich: Rich<string>): string => textsOf(rich).join('\n');

/** Ids come from outside too, so the window gets what tells them apart and not what they say. */
export const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 16);

/** The part of what is hidden in the whole that lies in one of its texts; a value that goes on beyond it leaves nothing of itself. */
function hiddenIn(all: readonly Hidden[], start: number, end: number): Hidden[] {
  return all.filter((one) => one.start < end && one.end > start).map((one): Hidden => {
    const inside = one.start >= start && one.end <= end;
    const range = { start: Math.max(one.start, start) - start, end: Math.min(one.end, end) - start };
    return inside ? { ...one, ...range } : { ...range, type: 'MARKED' };
  });
}

export function projectRich(message: Message, rich: Rich<string>, context: RichContext): Rich<MaskedText> {
  const all = context.hidden(message);
  let at = 0;
  const text = (words: string): MaskedText => {
    const known = hiddenIn(all, at, at + words.length);
    at += words.length + 1;
    const own = context.masking ? context.masker.find(words) : [];
    const more = own.filter((one) => !known.some((other) => one.start < other.end && other.start < one.end));
    return context.masker.maskWith(words, [...known, ...more].sort((a, b) => a.start - b.start));
  };
  return mapRich(rich, text, keyOf);
}

/** Where a place of the text lies in the masked text. `spans` and `hidden` are the same values, in order. */
export function placeIn(masked: MaskedText, hidden: readonly Hidden[], place: number): number {
  let shift = 0;
  for (const [index, one] of hidden.entries()) {
    const span = masked.spans[index];
    if (span === undefined || one.start >= place) break;
    // Inside of what is hidden there is no place: it goes behind.
    if (one.end > place) return span.end;
    shift = span.end - one.end;
  }
  return place + shift;
}

/** Masked texts as one, with their spans. */
export function joinMasked(texts: readonly MaskedText[], separator: string): MaskedText {
  let text = '';
  const spans: MaskedText['spans'][number][] = [];
  for (const [index, one] of texts.entries()) {
    if (index > 0) text += separator;
    const shift = text.length;
    spans.push(...one.spans.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift })));
    text += one.text;
  }
  return { text, spans };
}
