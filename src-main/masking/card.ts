// Payment cards: 12 to 19 digits that pass Luhn and fit an issuer, or pass Luhn next to a card word in a
// grouping people write cards in.
import { isDigit } from './fold.ts';
import { type LuhnRow, addToRow, issuerFit, mayIssue, passesLuhn } from './issuers.ts';
import { type DigitGroup, type Scene, gluedLettersBefore, mayBegin, mayEnd, wordAfter, wordBefore } from './scene.ts';
import { Topic } from './vocabulary.ts';
import type { Candidate } from './candidate.ts';
import { Link, gapAfter, isJoined } from './gaps.ts';

const SHORTEST = 12;
const LONGEST = 19;
const LONGEST_RARE = 13;
const CONTEXT_REACH = 48;

/** Groupings on cards and in forms: fours, American Express, Diners, one group, single digits, pairs, eights. */
function isCardGrouping(sizes: readonly number[]): boolean {
  if (sizes.length === 1) return true;
  const key = sizes.join('-');
  if (/^4(?:-4){2,3}(?:-[1-4])?$/.test(key) || /^4-6-[45]$/.test(key) || /^(?:4-4-8|8-4-4|4-8-4|4-12|12-4|8-8|6-10|6-6-4|4-6-6|5-5-5|4-7-4|6-13|4-5-6|4-4-4-2-2)$/.test(key)) return true;
  const first = sizes[0] ?? 0;
  return sizes.every((size, i) => size === first || (i === sizes.length - 1 && size < first)) && (first <= 3 || first === 5);
}

/** A run in `DE12 3456 …` form is an account number whose check failed, not a card. */
function followsCountryCode(scene: Scene, group: DigitGroup): boolean {
  const letters = gluedLettersBefore(scene.text, group.start);
  return group.start - letters === 2 && group.digits.length === 2 && !isDigit(scene.text.charCodeAt(letters - 1));
}

/** "3.14159…": digits right after a decimal point are a fraction. */
function isFraction(text: string, group: DigitGroup): boolean {
  const before = text.charCodeAt(group.start - 1);
  return (before === 0x2e || before === 0x2c) && isDigit(text.charCodeAt(group.start - 2)) && group.digits.length > 6;
}

/** Whether the same separator stands between all groups: a number typed in one go, not several numbers. */
function hasEvenGaps(groups: readonly DigitGroup[], first: number, last: number): boolean {
  const gap = gapAfter(groups, first);
  if (gap === undefined || last - first < 2) return false;
  for (let i = first; i <= last; i += 1) {
    if ((groups[i]?.digits.length ?? 0) < 2 || (i < last && gapAfter(groups, i) !== gap)) return false;
  }
  return true;
}

/** Whether the row goes on beyond the window in the same manner: then the window is only a cut of it. */
function goesOn(groups: readonly DigitGroup[], first: number, last: number): boolean {
  const inner = first < last ? gapAfter(groups, first) : undefined;
  const before = gapAfter(groups, first - 1);
  const after = gapAfter(groups, last);
  return (before !== undefined && before === inner && (groups[first - 1]?.digits.length ?? 0) > 2)
    || (after !== undefined && after === inner && (groups[last + 1]?.digits.length ?? 0) > 2);
}

/** Whether the nearest telling word before, or a card word right after, says card. */
const saysCard = (scene: Scene, start: number, end: number): boolean => (scene.topics & Topic.card) !== 0
  && (wordBefore(scene, start, Topic.card | Topic.reference, CONTEXT_REACH)?.topics === Topic.card
  || wordAfter(scene, end, Topic.card | Topic.reference, 24)?.topics === Topic.card);

/** How good a reading groups `first` to `last` are as a card, 0 for none. Their digits passed Luhn already. */
function rankOf(scene: Scene, groups: readonly DigitGroup[], first: number, last: number): number {
  const window = groups.slice(first, last + 1);
  const digits = window.map((group) => group.digits).join('');
  const start = window[0]?.start ?? 0;
  const end = window.at(-1)?.end ?? start;
  const fit = issuerFit(digits);
  // As long as a phone number and rare as a card: a card word must vouch for it, and "+" speaks against it.
  if (digits.length <= LONGEST_RARE && !saysCard(scene, start, end)) return 0;
  if (/\+ ?$/.test(scene.text.slice(Math.max(0, start - 2), start)) && !saysCard(scene, start, end)) return 0;
  // Without an issuer a card word must vouch for it.
  if (fit === 0 && (digits.length < 13 || /^(\d)\1*$/.test(digits) || !saysCard(scene, start, end))) return 0;
  const sizes = window.map((group) => group.digits.length);
  const usual = isCardGrouping(sizes);
  const whole = !isJoined(groups, first - 1, Link.wide) && !isJoined(groups, last, Link.wide);
  // A length the issuer hardly uses, cut out of a longer row, is chance; short even groups are a list of numbers.
  if (fit < 2 && goesOn(groups, first, last)) return 0;
  const inList = sizes.length > 1 && (sizes[0] ?? 0) < 4 && !whole;
  const believable = usual ? !inList : fit === 2 && whole && hasEvenGaps(groups, first, last);
  if (!believable && !(fit > 0 && saysCard(scene, start, end))) return 0;
  return fit * 100 + (usual ? 50 : 0) + (whole ? 25 : 0) + digits.length;
}

/** The last group of the best card that begins with group `first`, or -1. Looks at 19 digits at most. */
function readCard(scene: Scene, groups: readonly DigitGroup[], first: number): number {
  const row: LuhnRow = { length: 0, evenDoubled: 0, oddDoubled: 0 };
  let best = -1;
  let bestRank = 0;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    if (group === undefined || group.taken || row.length + group.digits.length > LONGEST) break;
    if (last > first && !isJoined(groups, last - 1, Link.wide)) break;
    for (let i = 0; i < group.digits.length; i += 1) addToRow(row, group.digits.charCodeAt(i) - 0x30);
    if (row.length < SHORTEST || !passesLuhn(row) || !mayEnd(scene, group.end)) continue;
    const rank = rankOf(scene, groups, first, last);
    if (rank > bestRank) {
      best = last;
      bestRank = rank;
    }
  }
  return best;
}

/** The cards among `groups`, which are marked taken. */
export function findCards(scene: Scene, groups: readonly DigitGroup[]): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const opening = groups[first];
    if (opening === undefined || opening.taken || opening.wideRun < SHORTEST || followsCountryCode(scene, opening) || isFraction(scene.text, opening)) continue;
    if (!mayIssue(opening.digits) && (scene.topics & Topic.card) === 0) continue;
    if (!opening.spoken && !mayBegin(scene, opening.start, Topic.card)) continue;
    const last = readCard(scene, groups, first);
    if (last < 0) continue;
    const closing = groups[last] ?? opening;
    for (let i = first; i <= last; i += 1) {
      const group = groups[i];
      if (group !== undefined) group.taken = true;
    }
    found.push({ start: opening.start, end: closing.end, type: 'CARD' });
    first = last;
  }
  return found;
}
