// What the recognisers look at: the normalised text, its digit groups, the meaningful words in it and
// the ranges already claimed. Built once a message; every question about context is answered here.
import { isDigit, isLetter, isWordUnit } from './fold.ts';
import type { WordHit } from './words.ts';
import { Topic } from './vocabulary.ts';

/** A run of digits (or a spoken digit). `soft`: a letter stands in for a digit, as in "49O6". */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly soft: boolean;
  readonly spoken: boolean;
  /** Claimed, or part of something that is no number to hide (a UUID, an address on a network). */
  taken: boolean;
  /** Set when the groups are linked: the tie to the next group, the text between, the digits tied to from here on. */
  link: number;
  gap: string | undefined;
  wideRun: number;
  phoneRun: number;
}

/** A digit group that is not linked yet. */
export const digitGroup = (start: number, end: number, digits: string, how: 'written' | 'soft' | 'spoken'): DigitGroup => ({
  start, end, digits, soft: how === 'soft', spoken: how === 'spoken', taken: false, link: 0, gap: undefined, wideRun: digits.length, phoneRun: digits.length,
});

/** A claimed range of the normalised text. */
export interface Claim {
  readonly start: number;
  readonly end: number;
}

export interface Scene {
  readonly text: string;
  readonly words: readonly WordHit[];
  readonly groups: readonly DigitGroup[];
  /** Every topic any word of the text has. */
  readonly topics: number;
}

const LONGEST_SOFT_RUN = 19;

/** The digit a letter is often typed for, or -1. */
function lookAlike(unit: number): number {
  if (unit === 0x4f || unit === 0x6f || unit === 0x41e || unit === 0x43e || unit === 0x39f || unit === 0x3bf) return 0;
  return unit === 0x6c || unit === 0x49 ? 1 : -1;
}

/** Reads "49O6" from `start` when every unit is a digit or stands in for one and digits are the majority. */
function readSoftRun(text: string, start: number): DigitGroup | undefined {
  let digits = '';
  let real = 0;
  let at = start;
  for (; at < text.length && digits.length <= LONGEST_SOFT_RUN; at += 1) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      digits += text[at] ?? '';
      real += 1;
    } else {
      const value = lookAlike(unit);
      if (value < 0) break;
      digits += String(value);
    }
  }
  if (real === digits.length || real < 2 || real * 2 < digits.length || isWordUnit(text.charCodeAt(at))) return undefined;
  return digitGroup(start, at, digits, 'soft');
}

/** The digit groups of a normalised text, in order. */
export function findGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (isDigit(unit)) {
      let end = i + 1;
      while (isDigit(text.charCodeAt(end))) end += 1;
      const fresh = i === 0 || !isWordUnit(text.charCodeAt(i - 1));
      const soft = fresh && lookAlike(text.charCodeAt(end)) >= 0 ? readSoftRun(text, i) : undefined;
      groups.push(soft ?? digitGroup(i, end, text.slice(i, end), 'written'));
      i = (soft?.end ?? end) - 1;
    } else if (lookAlike(unit) >= 0 && isWordUnit(text.charCodeAt(i + 1)) && (i === 0 || !isWordUnit(text.charCodeAt(i - 1)))) {
      const soft = readSoftRun(text, i);
      if (soft !== undefined) {
        groups.push(soft);
        i = soft.end - 1;
      }
    }
  }
  return groups;
}

/** Marks the groups inside `claims` as taken. Both are in order. */
export function takeClaimed(groups: readonly DigitGroup[], claims: readonly Claim[]): void {
  let c = 0;
  for (const group of groups) {
    while (c < claims.length && (claims[c]?.end ?? 0) <= group.start) c += 1;
    const claim = claims[c];
    if (claim !== undefined && claim.start < group.end) group.taken = true;
  }
}

/** Index of the last word that starts before `at`. */
function lastWordBefore(words: readonly WordHit[], at: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The nearest word of `topics` that ends at most `reach` units before `at`. */
export function wordBefore(scene: Scene, at: number, topics: number, reach: number): WordHit | undefined {
  for (let i = lastWordBefore(scene.words, at); i >= 0; i -= 1) {
    const word = scene.words[i];
    if (word === undefined || word.end < at - reach) return undefined;
    if (word.end <= at && (word.topics & topics) !== 0) return word;
  }
  return undefined;
}

/**
 * The nearest word before `at` that says what a number is. "id" and "code" after another such word only
 * complete it: a "taxpayer id" is not an id.
 */
export function tellingWordBefore(scene: Scene, at: number, reach: number, topics = NUMBER_TOPICS): WordHit | undefined {
  const word = wordBefore(scene, at, topics, reach);
  if (word === undefined || (word.topics & Topic.label) === 0) return word;
  const head = wordBefore(scene, word.start, topics | Topic.card, 2);
  return head !== undefined && (head.topics & (Topic.ssn | Topic.card)) !== 0 ? head : word;
}

/** The nearest word of `topics` that starts at most `reach` units after `at`. */
export function wordAfter(scene: Scene, at: number, topics: number, reach: number): WordHit | undefined {
  for (let i = lastWordBefore(scene.words, at) + 1; i < scene.words.length; i += 1) {
    const word = scene.words[i];
    if (word === undefined || word.start > at + reach) return undefined;
    if ((word.topics & topics) !== 0) return word;
  }
  return undefined;
}

/** Whether a digit stands between two offsets; looks at `from`..`to` only. */
export function digitBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

/** Where the letters glued to the left of `at` begin; `at` itself when there are none. At most 24 back. */
export function gluedLettersBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && start > at - 24 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Where the letters glued to the right of `at` end; `at` itself when there are none. At most 24 on. */
export function gluedLettersAfter(text: string, at: number): number {
  let end = at;
  while (end < at + 24 && isLetter(text.charCodeAt(end))) end += 1;
  return end;
}

/**
 * Whether a number may begin at `at`: nothing glued before it, or a word that says what it is ("ssn280…",
 * "VISA4111…"). Serials, hashes and codes begin in the middle of other letters and digits.
 */
export function mayBegin(scene: Scene, at: number, topics: number): boolean {
  const letters = gluedLettersBefore(scene.text, at);
  if (letters === at) return true;
  const word = wordBefore(scene, at, topics, 0);
  return word?.end === at && !isDigit(scene.text.charCodeAt(word.start - 1));
}

/** How far before a number that is glued to a word another word may say what it is. */
const REACH_OVER_WORD = 32;

/** "my card is4111…": an ordinary word has run into a number that an earlier word announces. Serials mix capitals and digits. */
export function runsOn(scene: Scene, at: number, topic: number): boolean {
  if ((scene.topics & topic) === 0) return false;
  const letters = gluedLettersBefore(scene.text, at);
  if (at - letters < 2 || isDigit(scene.text.charCodeAt(letters - 1)) || !/^[a-z]+$/.test(scene.text.slice(letters, at))) return false;
  return ((tellingWordBefore(scene, at, REACH_OVER_WORD)?.topics ?? 0) & topic) !== 0;
}

/** Whether a number may end at `at`: nothing glued, or plain letters of a word that goes on ("…1111exp"). */
export function mayEnd(scene: Scene, at: number): boolean {
  const end = gluedLettersAfter(scene.text, at);
  if (end === at) return true;
  if (isDigit(scene.text.charCodeAt(end))) {
    // "x113": an extension.
    return end - at <= 3 && /^(?:x|ext|exp|cvv|cvc)$/i.test(scene.text.slice(at, end));
  }
  return end - at >= 3 || /^x$/i.test(scene.text.slice(at, end));
}

/** Every topic that can say what a number is. */
export const NUMBER_TOPICS = Topic.card | Topic.ssn | Topic.phone | Topic.reference | Topic.money | Topic.iban;
