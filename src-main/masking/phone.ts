// Telephone numbers: "+" and 8 to 15 digits always (ITU-T E.164); an international prefix when what follows
// is valid; national numbers when valid in a region and written like one, or when a phone word stands near.
import { isDigit } from './fold.ts';
import { type DigitGroup, NUMBER_TOPICS, type Scene, digitBetween, mayBegin, mayEnd, runsOn, tellingWordBefore, wordAfter, wordBefore } from './scene.ts';
import { Topic } from './vocabulary.ts';
import type { WordHit } from './words.ts';
import type { Candidate } from './candidate.ts';
import { Link, type LinkKind, followsDigit, gapAfter, isJoined } from './gaps.ts';
import { isCodePiece, isCompactDate, isDateAt, isHours, isInLink, isMeasured, isNetworkAddress, isThousands } from './looks.ts';
import type { PlanCheck } from './numbering-plan.ts';

const SHORTEST = 8;
const SHORTEST_LOCAL = 7;
const LONGEST = 15;
const REACH_BEFORE = 44;
const REACH_AFTER = 24;
/** How far from its number a word such as "order" may end. */
const REACH_OF_NAME = 12;
/** A word this short before a full stop is an abbreviation ("Art. 123"). */
const LONGEST_SHORTENED = 4;

/** What the words around a number say: `phone` may hide unknown plans, `veto` hides nothing shape-only. */
type Said = 'phone' | 'after' | 'veto' | 'nothing';

interface Window {
  readonly last: number;
  readonly digits: string;
}

/** Whether a comma or the end of a sentence parts a word from the number: "my parcel is lost, 0612…". */
const isNewThought = (between: string, shortened: boolean): boolean =>
  between.length > 28 || /[,!?;\n]|(?<!\b(?:nr|no|num))\. /i.test(shortened ? between.replace(/^\./, '') : between);

/** Whether a word after a number speaks of the next one: "0171 2345678, order 8812". */
const namesNextNumber = (text: string, end: number, word: WordHit): boolean =>
  /[,;/|\n]/.test(text.slice(end, word.start)) && digitBetween(text, word.end, Math.min(text.length, word.end + REACH_OF_NAME));

function whatIsSaid(scene: Scene, start: number, end: number): Said {
  const before = tellingWordBefore(scene, start, REACH_BEFORE);
  if (before !== undefined) {
    if ((before.topics & Topic.phone) !== 0) return 'phone';
    const adjacent = !digitBetween(scene.text, before.end, start) && !isNewThought(scene.text.slice(before.end, start), before.end - before.start <= LONGEST_SHORTENED);
    if (adjacent && (before.topics & Topic.reference) !== 0) return 'veto';
    if (adjacent && start - before.end <= 3 && (before.topics & Topic.money) !== 0) return 'veto';
  }
  const after = wordAfter(scene, end, NUMBER_TOPICS, REACH_AFTER);
  if (after === undefined || digitBetween(scene.text, end, after.start)) return 'nothing';
  if ((after.topics & Topic.phone) !== 0) return 'after';
  if (namesNextNumber(scene.text, end, after)) return 'nothing';
  return (after.topics & Topic.reference) !== 0 || ((after.topics & Topic.money) !== 0 && after.start - end <= 2) ? 'veto' : 'nothing';
}

/** The growing runs of groups from `first` that one number may have, shortest first. */
function windowsFrom(scene: Scene, groups: readonly DigitGroup[], first: number, kind: LinkKind): Window[] {
  const windows: Window[] = [];
  let digits = '';
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    if (group === undefined || group.taken) break;
    if (last > first && !isJoined(groups, last - 1, kind)) break;
    // A "+" opens the next number.
    if (last > first && groups[last - 1]?.gap?.includes('+') === true) break;
    if (digits.length + group.digits.length > LONGEST + 1) break;
    digits += group.digits;
    if (digits.length >= SHORTEST_LOCAL) windows.push({ last, digits });
  }
  return windows;
}

/** Where the "+", or the word for it, of a number is when one stands before `start`, brackets and spaces allowed between; else -1. */
function plusBefore(scene: Scene, start: number): number {
  const { text } = scene;
  let at = start - 1;
  while (at >= 0 && at >= start - 3 && (text[at] === ' ' || text[at] === '(')) at -= 1;
  if (text[at] !== '+') {
    const word = wordBefore(scene, start, Topic.joiner, 2);
    if (word === undefined || text.slice(word.start, word.end).toLowerCase() !== 'plus') return -1;
    return followsDigit(text, word.start) ? -1 : word.start;
  }
  while (text[at - 1] === '+') at -= 1;
  // "10+12345678" is a sum.
  if (isDigit(text.charCodeAt(at - 1))) return -1;
  return text[at - 1] === '(' ? at - 1 : at;
}

/** "(0)" after a country code is not dialled from abroad. */
function withoutTrunk(scene: Scene, groups: readonly DigitGroup[], first: number, last: number): string {
  let digits = '';
  for (let i = first; i <= last; i += 1) {
    const group = groups[i];
    if (group === undefined) continue;
    const bracketed = group.digits === '0' && scene.text[group.start - 1] === '(' && scene.text[group.end] === ')';
    if (!bracketed || i === first) digits += group.digits;
  }
  return digits;
}

function readInternational(scene: Scene, groups: readonly DigitGroup[], first: number, plan: PlanCheck): Window | undefined {
  for (const kind of [Link.phone, Link.wide] as const) {
    const windows = windowsFrom(scene, groups, first, kind).filter(({ digits }) => digits.length >= SHORTEST && digits.length <= LONGEST + 1);
    let fallback: Window | undefined;
    for (const window of windows.toReversed()) {
      const dialled = withoutTrunk(scene, groups, first, window.last);
      if (dialled.length < SHORTEST || dialled.length > LONGEST) continue;
      if (windows.length === 1 || plan.isInternational(dialled)) return window;
      // Country code 1 always has ten digits more; elsewhere the longest run is the safe reading.
      if (fallback === undefined || (dialled.startsWith('1') && dialled.length === 11)) fallback = window;
    }
    if (fallback !== undefined) return fallback;
  }
  return undefined;
}

function afterExitCode(digits: string, plan: PlanCheck): boolean {
  for (const code of plan.exitCodes) {
    if (!digits.startsWith(code) || digits.length < code.length + SHORTEST) continue;
    const dialled = digits.slice(code.length);
    if (plan.isInternational(dialled) || plan.isInternational(dialled.replace(/^(\d{2})0/, '$1'))) return true;
  }
  return false;
}

/** The fewest digits nobody counts out loud by chance, with a trunk zero in front. */
const LONG_READ_OUT = 10;

/**
 * "oh seven nine one one, four eight two…": a whole number read out, its first group perhaps written ("06, een twee…"); or typed digit
 * by digit, where scores and marks look the same and only mobile numbers count. Counting is none.
 */
function isReadOut(groups: readonly DigitGroup[], first: number, last: number): boolean {
  let digits = '';
  let typed = false;
  for (let i = first; i <= last; i += 1) {
    const group = groups[i];
    if (group === undefined || (i > first && group.digits.length > 1 && !group.spoken)) return false;
    typed ||= i > first && !group.spoken;
    digits += group.digits;
  }
  if (last === first || digits.length < LONG_READ_OUT || digits.startsWith('0123456789')) return false;
  return (typed ? /^0[67]/ : /^0[1-9]/).test(digits);
}

const sizesOf = (groups: readonly DigitGroup[], first: number, last: number): number[] =>
  groups.slice(first, last + 1).map((group) => group.digits.length);

/** Whether people write a national number in these groups: a trunk zero in front, or 3-3-4 in North America. */
function isPhoneShape(scene: Scene, groups: readonly DigitGroup[], first: number, last: number): boolean {
  const sizes = sizesOf(groups, first, last);
  const opening = groups[first]?.digits ?? '';
  if (sizes.length === 1) {
    // Without groups only mobile-like lengths with a trunk zero: 06…, 07…, 01512…
    return /^0[1-9]\d{8,10}$/.test(opening);
  }
  if (/^(?:1-)?3-3-4$/.test(sizes.join('-'))) {
    const gaps = new Set<string>();
    for (let i = last - 2; i < last; i += 1) gaps.add((gapAfter(groups, i) ?? '').replace(/[()]/g, ''));
    return gaps.size === 1 || scene.text[(groups[last - 2]?.start ?? 0) - 1] === '(';
  }
  // "(212)5559087"
  const area = groups[last - 1];
  if (area !== undefined && /^(?:1-)?3-7$/.test(sizes.join('-')) && scene.text[area.start - 1] === '(' && scene.text[area.end] === ')') return true;
  if (isReadOut(groups, first, last)) return true;
  const longest = Math.max(...sizes.slice(1));
  return opening.startsWith('0') && !opening.startsWith('00') && opening.length >= 2 && opening.length <= 6 && sizes.length <= 6 && longest >= 2;
}

/** Whether a number nobody vouches for can begin with these digits: a trunk zero, or a North American area. */
const mayOpen = ({ digits, spoken, phoneRun }: DigitGroup): boolean => (digits.startsWith('0') ? digits.length > 1 || spoken || phoneRun >= LONG_READ_OUT : digits === '1' || digits.length === 3);

function isSomethingElse(scene: Scene, groups: readonly DigitGroup[], first: number, last: number, said: Said): boolean {
  if (last - first >= 2 && (isDateAt(groups, first) || isDateAt(groups, last - 2))) return true;
  if (first === last && isCompactDate(groups[first]?.digits ?? '')) return true;
  return isNetworkAddress(scene, groups, first, last) || isHours(groups, first, last) || (said !== 'phone' && isThousands(groups, first, last));
}

function readNational(scene: Scene, groups: readonly DigitGroup[], first: number, plan: PlanCheck): Window | undefined {
  const opening = groups[first];
  // Numbers nobody vouches for have to begin like one.
  if (opening === undefined || (!mayOpen(opening) && (scene.topics & Topic.phone) === 0)) return undefined;
  const continuing = isJoined(groups, first - 1, Link.phone) && groups[first - 1]?.taken === false;
  // Nothing of what follows can make it one without a phone word: said first, because hostile text asks it thousands of times.
  if ((scene.topics & Topic.phone) === 0 && (continuing || opening.phoneRun < SHORTEST)) return undefined;
  const windows = windowsFrom(scene, groups, first, Link.phone);
  const said = whatIsSaid(scene, opening.start, groups[windows.at(-1)?.last ?? first]?.end ?? opening.end);
  if (said === 'veto' || (continuing && said !== 'phone')) return undefined;

  const free = said === 'nothing';
  if (free && !mayOpen(opening)) return undefined;
  if (free && (isCodePiece(scene.text, opening.start, opening.end) || isInLink(scene.text, opening.start))) return undefined;
  for (const window of windows.toReversed()) {
    const size = window.digits.length;
    const last = groups[window.last] ?? opening;
    if (size < SHORTEST || size > LONGEST || last.soft || (opening.soft && free)) continue;
    if (isSomethingElse(scene, groups, first, window.last, said)) continue;
    if (said !== 'phone' && (isMeasured(scene.text, opening.start, last.end) || isCodePiece(scene.text, opening.start, last.end))) continue;
    if (!mayEnd(scene, last.end)) continue;
    if (afterExitCode(window.digits, plan) && !(free && /^001\d{10}$/.test(last.digits))) return window;
    // A phone word and a single reading: nothing to choose between.
    if (said === 'phone' && windows.length === 1 && !isMeasured(scene.text, opening.start, last.end)) return window;
    if ((!free || isPhoneShape(scene, groups, first, window.last)) && plan.isNational(window.digits)) return window;
  }
  return said === 'phone' ? vouchedFor(scene, groups, first, windows, plan) : undefined;
}

/** A phone word vouches for numbers of other countries' plans and for wider separators. */
function vouchedFor(scene: Scene, groups: readonly DigitGroup[], first: number, windows: readonly Window[], plan: PlanCheck): Window | undefined {
  const opening = groups[first];
  if (opening === undefined) return undefined;
  for (const window of windows.toReversed()) {
    const size = window.digits.length;
    const last = groups[window.last] ?? opening;
    const local = size === 7 && /^3-4$/.test(sizesOf(groups, first, window.last).join('-'));
    if ((size < SHORTEST && !local) || size > LONGEST || !mayEnd(scene, last.end)) continue;
    if (isSomethingElse(scene, groups, first, window.last, 'phone') || isMeasured(scene.text, opening.start, last.end)) continue;
    return window;
  }
  for (const window of windowsFrom(scene, groups, first, Link.wide).toReversed()) {
    if (window.digits.length < SHORTEST || window.digits.length > LONGEST || !window.digits.startsWith('0')) continue;
    if (!isSomethingElse(scene, groups, first, window.last, 'phone') && plan.isNational(window.digits)) return window;
  }
  return undefined;
}

/** The telephone numbers among `groups`, which are marked taken. */
export function findPhones(scene: Scene, groups: readonly DigitGroup[], plan: PlanCheck): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const opening = groups[first];
    if (opening === undefined || opening.taken || opening.wideRun < SHORTEST_LOCAL) continue;
    // No country code begins with 0: "+0200" is an offset, "+0612345678" a slip.
    const plus = opening.digits.startsWith('0') && !opening.spoken ? -1 : plusBefore(scene, opening.start);
    if (plus < 0 && !opening.spoken && !mayBegin(scene, opening.start, Topic.phone) && !runsOn(scene, opening.start, Topic.phone)) continue;
    const window = plus >= 0 ? readInternational(scene, groups, first, plan) : readNational(scene, groups, first, plan);
    if (window === undefined) continue;
    const end = groups[window.last]?.end ?? opening.end;
    let start = plus >= 0 ? plus : opening.start;
    // "(415) 914-6389": the bracket belongs to the number when it closes inside it.
    if (plus < 0 && scene.text[start - 1] === '(' && scene.text.slice(start, end).includes(')')) start -= 1;
    for (let i = first; i <= window.last; i += 1) {
      const group = groups[i];
      if (group !== undefined) group.taken = true;
    }
    found.push({ start, end, type: 'PHONE' });
    first = window.last;
  }
  return found;
}
