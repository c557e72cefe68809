// Finds values split over several messages of one sender. Each message is judged together with the tail of
// the conversation, so one more message costs a bounded window however long the conversation is.
import type { Finding } from './candidate.ts';
import { isOrdinaryWord } from './email.ts';
import { isDigit, isWordUnit } from './fold.ts';
import { maskParts } from './mask.ts';
import { normalise } from './normalise.ts';
import type { PlanCheck } from './numbering-plan.ts';

/** A message as masking sees it; `sender` only has to tell senders apart. */
export interface ConversationMessage {
  readonly sender: string;
  readonly text: string;
}

/** A message with what was found in it so far. */
export interface ScannedMessage extends ConversationMessage {
  readonly findings: readonly Finding[];
}

/** What one more message brought: its findings, and the earlier messages (index into the tail) with all of theirs. */
export interface AppendedMessage {
  readonly findings: readonly Finding[];
  readonly updates: readonly { readonly index: number; readonly findings: readonly Finding[] }[];
}

/** Messages of a conversation's end, whoever sent them, that are enough for `append`. */
export const TAIL_LENGTH = 24;

const MOST_PARTS = 6;
const LONGEST_EDGE = 96;
const LONGEST_WHOLE = 240;
const LONGEST_INNER = 48;
const BESIDE_REACH = 2;
/** A last part without digits: the letters that end an IBAN. */
const LONGEST_BARE = 12;

interface Part {
  /** Index into the tail; -1 for the new message, -2 for what only gives context. */
  readonly index: number;
  readonly text: string;
  /** Where `text` begins in its message. */
  readonly offset: number;
}

interface Piece {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** The end of a long message that a value may begin in, cut at white space. */
function lastOf(index: number, text: string): Part {
  if (text.length <= LONGEST_WHOLE) return { index, text, offset: 0 };
  const cut = text.slice(-LONGEST_EDGE).search(/\s/u);
  const offset = text.length - LONGEST_EDGE + (cut < 0 ? 0 : cut);
  return { index, text: text.slice(offset), offset };
}

function firstOf(text: string): Part {
  if (text.length <= LONGEST_WHOLE) return { index: -1, text, offset: 0 };
  const cut = /\s\S*$/u.exec(text.slice(0, LONGEST_EDGE))?.index ?? LONGEST_EDGE;
  return { index: -1, text: text.slice(0, cut), offset: 0 };
}

/** An address torn at its "@" or full stop belongs together; anything else is words and numbers apart. */
const glue = (left: string, right: string): string => (/[@\uff20.]\s*$/u.test(left) || /^\s*[@\uff20.]/u.test(right) ? '' : ' ');

function join(parts: readonly Part[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts: number[] = [];
  parts.forEach((part, i) => {
    if (i > 0) {
      const separator = part.index === -2 || parts[i - 1]?.index === -2 ? '\n' : glue(text, part.text);
      text = separator === '' ? text.trimEnd() : text + separator;
    }
    starts.push(text.length);
    text += part.text;
  });
  return { text, starts };
}

/** The pieces of a finding in the joined text, one a part it touches. */
function piecesOf(finding: Finding, parts: readonly Part[], starts: readonly number[], length: number): Piece[] {
  const pieces: Piece[] = [];
  parts.forEach((part, i) => {
    const from = starts[i] ?? 0;
    const to = Math.min(from + part.text.length, starts[i + 1] ?? length);
    let start = Math.max(finding.start, from) - from;
    let end = Math.min(finding.end, to) - from;
    while (start < end && /\s/u.test(part.text[start] ?? '')) start += 1;
    while (end > start && /\s/u.test(part.text[end - 1] ?? '')) end -= 1;
    if (start < end) pieces.push({ part, start, end });
  });
  return pieces;
}

/** Whether a part holds nothing but its piece; "3295 7990 thanks" does not. */
function fills({ part, start, end }: Piece, mayLead: boolean): boolean {
  for (let i = 0; i < part.text.length; i += 1) {
    if (i === start && end > start) i = end;
    if ((i >= end || !mayLead) && isWordUnit(part.text.charCodeAt(i))) return false;
  }
  return true;
}

const digitsOf = (text: string): string => normalise(text).text.replace(/\D/g, '');

/** Without a checksum a split value must be all that its messages say, and a valid number. */
function isBelievable(finding: Finding, pieces: readonly Piece[], plan: PlanCheck): boolean {
  if (pieces.some(({ part }) => part.index === -2)) return false;
  const inner = pieces.slice(1, -1);
  if (inner.some((piece) => !fills(piece, finding.type === 'CARD'))) return false;
  const opening = pieces[0];
  // "look" and "@acme.nl" are two messages.
  if (finding.type === 'EMAIL') return opening === undefined || !isOrdinaryWord(opening.part.text.slice(opening.start, opening.end));
  if (finding.type !== 'PHONE' && finding.type !== 'SSN') return true;
  const closing = pieces.at(-1);
  if (opening === undefined || closing === undefined || !fills(opening, true) || !fills(closing, false)) return false;
  if (finding.type === 'SSN') return true;
  const value = pieces.map(({ part, start, end }) => part.text.slice(start, end)).join('');
  return normalise(value).text.trimStart().startsWith('+') || plan.isNational(digitsOf(value)) || plan.isInternational(digitsOf(value).replace(/^00/, ''));
}

/** Whether a message can go on with a value begun in `before`: a digit, a sign of an address, or a few letters after messages with those. */
function mayContinue(text: string, recent: readonly string[]): boolean {
  if (/[@\uff20.]\s*$/u.test(recent.at(-1) ?? '') || (text.length <= LONGEST_BARE && recent.some((one) => /\d/.test(one)))) return true;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (isDigit(unit) || unit === 0x40 || unit >= 0x80) return true;
  }
  return /^\s*\.\w|\b(?:at|dot|punt|punkt|point|punto|ponto|zero|one|two|three|four|five|six|seven|eight|nine)\b/i.test(text);
}

const isAlone = /^[\s,;:.]*(?:(?:exp|expiry|expires|valid|thru|cvv|cvc|code)[\s.:]*)*(?:(?:0?[1-9]|1[0-2])\s?[-/. ]\s?(?:20)?[2-4]\d)?[\s,;]*(?:(?:cvv|cvc|code)[\s.:]*)?(?:\d{3,4})?[\s.!]*$/i;

/** A message that is nothing but an expiry date or code, right after a card. */
function detailsBeside(text: string): Finding[] {
  if (text.length > 48 || !/\d/.test(text) || !isAlone.test(text)) return [];
  return Array.from(text.matchAll(/\d{1,2}\s?[-/. ]\s?\d{2,4}|\d{3,4}/g), (match) => ({
    start: match.index, end: match.index + match[0].length, type: 'CARD' as const, detail: match[0].length > 4 ? 'expiry' as const : 'securityCode' as const,
  }));
}

const stars = (finding: Finding): number => finding.shown?.replace(/[^*]/g, '').length ?? 0;

/** Whether a known finding makes `piece` needless: it reaches as far and, of split values, shows less. */
const hidesMore = (known: Finding, piece: Finding): boolean => known.start <= piece.start && known.end >= piece.end
  && (piece.shown === undefined || known.end - known.start > piece.end - piece.start || stars(known) > stars(piece));

const overlaps = (a: Finding, b: Finding): boolean => a.start < b.end && b.start < a.end;

/** Adds findings; a piece of a longer value takes the place of what was found in the message alone. */
function withMore(known: readonly Finding[], more: readonly Finding[]): Finding[] {
  return [...known.filter((one) => !more.some((other) => overlaps(one, other))), ...more].sort((a, b) => a.start - b.start);
}

export interface ConversationScan {
  readonly findAll: (messages: readonly ConversationMessage[]) => Finding[][];
  readonly append: (tail: readonly ScannedMessage[], next: ConversationMessage) => AppendedMessage;
}

/** Builds the conversation scan on the scan of single texts. */
export function createConversationScan(find: (text: string) => Finding[], newPlan: () => PlanCheck): ConversationScan {
  /** The parts before the new message: earlier ones of its sender, newest last, and a question just asked. */
  function partsBefore(tail: readonly ScannedMessage[], sender: string): Part[] {
    const parts: Part[] = [];
    const asked = tail.at(-1);
    for (let index = tail.length - 1; index >= Math.max(0, tail.length - TAIL_LENGTH) && parts.length < MOST_PARTS - 1; index -= 1) {
      const message = tail[index];
      if (message?.sender !== sender) continue;
      parts.unshift(lastOf(index, message.text));
      // A long message can only be where the value begins.
      if (message.text.length > LONGEST_INNER) break;
    }
    if (asked !== undefined && asked.sender !== sender && /[?:]\s*$/u.test(asked.text)) parts.unshift({ ...lastOf(-2, asked.text), index: -2 });
    return parts;
  }

  function append(tail: readonly ScannedMessage[], next: ConversationMessage): AppendedMessage {
    let findings: readonly Finding[] = find(next.text);
    const updates = new Map<number, readonly Finding[]>();
    const recent = tail.filter(({ sender }) => sender === next.sender).slice(1 - MOST_PARTS);
    if (!mayContinue(next.text, recent.map(({ text }) => text.slice(-LONGEST_EDGE)))) return { findings, updates: [] };
    const own = firstOf(next.text);
    const before = partsBefore(tail, next.sender);
    // The longest window speaks first; what it finds in the new message is not judged again.
    const taken: Piece[] = [];
    for (let first = 0; first < before.length; first += 1) {
      const parts = [...before.slice(first), own];
      const { text, starts } = join(parts);
      for (const found of find(text)) {
        const pieces = piecesOf(found, parts, starts, text.length);
        const closing = pieces.at(-1);
        if (closing?.part !== own || taken.some((one) => one.start < closing.end && closing.start < one.end)) continue;
        if (pieces.length > 1 && !isBelievable(found, pieces, newPlan())) continue;
        if (pieces.length > 1) taken.push(closing);
        const values = pieces.map(({ part, start, end }) => part.text.slice(start, end));
        const masks = pieces.length > 1 ? maskParts(found.type, values) : [];
        pieces.forEach(({ part, start, end }, i) => {
          const mask = masks[i];
          const piece: Finding = {
            start: start + part.offset, end: end + part.offset, type: found.type,
            ...(found.detail === undefined ? {} : { detail: found.detail }), ...(mask === undefined ? {} : { shown: mask }),
          };
          const known = part === own ? findings : (updates.get(part.index) ?? tail[part.index]?.findings ?? []);
          // What is hidden already stays, unless it turns out to be a piece of more.
          if (known.some((one) => hidesMore(one, piece))) return;
          const merged = withMore(known, [piece]);
          if (part === own) findings = merged;
          else updates.set(part.index, merged);
        });
      }
    }
    if (recent.slice(-BESIDE_REACH).some((message) => message.findings.some((one) => one.type === 'CARD')) || findings.some((one) => one.type === 'CARD' && one.shown !== undefined)) {
      findings = withMore(detailsBeside(next.text).filter((one) => !findings.some((other) => overlaps(one, other))), findings);
    }
    return { findings, updates: Array.from(updates, ([index, changed]) => ({ index, findings: changed })) };
  }

  function findAll(messages: readonly ConversationMessage[]): Finding[][] {
    const all: ScannedMessage[] = [];
    for (const message of messages) {
      const from = Math.max(0, all.length - TAIL_LENGTH);
      const { findings, updates } = append(all.slice(from), message);
      for (const update of updates) {
        const earlier = all[from + update.index];
        if (earlier !== undefined) all[from + update.index] = { ...earlier, findings: update.findings };
      }
      all.push({ ...message, findings });
    }
    return all.map(({ findings }) => [...findings]);
  }

  return { findAll, append };
}
