// Payment cards: 12 to 19 digits that pass Luhn and fit an issuer, or pass Luhn next to a card word in a
// grouping people write cards in.
import { isDigit } from './fold.ts';
import { fitOf, lengthsFor, mayIssue } from './issuers.ts';
import { type LuhnRow, luhnRow } from './luhn.ts';
import { type DigitGroup, type Scene, gluedLettersBefore, mayBegin, mayEnd, runsOn, wordAfter, wordBefore } from './scene.ts';
import { Topic } from './vocabulary.ts';
import type { Candidate } from './candidate.ts';
import { Link, gapAfter, isJoined } from './gaps.ts';

const SHORTEST = 12;
const LONGEST = 19;
const LONGEST_RARE = 13;
const CONTEXT_REACH = 48;

/** Uneven groupings on cards and in forms: fours and a rest, American Express, Diners, eights. */
const GROUPINGS = new Set(('4-4-4 4-4-4-1 4-4-4-2 4-4-4-3 4-4-4-4 4-4-4-4-1 4-4-4-4-2 4-4-4-4-3 4-4-4-4-4 4-6-4 4-6-5 4-4-8 8-4-4 4-8-4 4-12 12-4 8-8 6-10 6-6-4 4-6-6 '
  + '5-5-5 4-7-4 6-13 4-5-6 4-4-4-2-2').split(' '));

/** Whether people write cards in groups of these sizes: a usual grouping, or one group, single digits, pairs, threes or fives with a rest. */
function isCardGrouping(sizes: readonly number[]): boolean {
  if (sizes.length === 1) return true;
  const first = sizes[0] ?? 0;
  if ((first <= 3 || first === 5) && sizes.every((size, i) => size === first || (i === sizes.length - 1 && size < first))) return true;
  return sizes.length <= 5 && GROUPINGS.has(sizes.join('-'));
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

/** How good a reading groups `first` to `last` are as a card that fits an issuer so well, 0 for none. Their digits passed Luhn already. */
function rankOf(scene: Scene, groups: readonly DigitGroup[], first: number, last: number, length: number, fit: 0 | 1 | 2): number {
  const start = groups[first]?.start ?? 0;
  const end = groups[last]?.end ?? start;
  const said = saysCard(scene, start, end);
  // As long as a phone number and rare as a card: a card word must vouch for it, and "+" speaks against it.
  if (!said && (length <= LONGEST_RARE || /\+ ?$/.test(scene.text.slice(Math.max(0, start - 2), start)))) return 0;
  // A length the issuer hardly uses, cut out of a longer row, is chance.
  if (fit < 2 && goesOn(groups, first, last)) return 0;
  const window = groups.slice(first, last + 1);
  // Without an issuer a card word must vouch for it.
  if (fit === 0 && (!said || length < 13 || /^(\d)\1*$/.test(window.map((group) => group.digits).join('')))) return 0;
  const sizes = window.map((group) => group.digits.length);
  const usual = isCardGrouping(sizes);
  const whole = !isJoined(groups, first - 1, Link.wide) && !isJoined(groups, last, Link.wide);
  // Short even groups in a longer row are a list of numbers.
  const inList = sizes.length > 1 && (sizes[0] ?? 0) < 4 && !whole;
  const believable = usual ? !inList : fit === 2 && whole && hasEvenGaps(groups, first, last);
  if (!believable && !(fit > 0 && said)) return 0;
  return fit * 100 + (usual ? 50 : 0) + (whole ? 25 : 0) + length;
}

/** The digits that are free and tied together from each group on; undefined when they are too few for a card everywhere. */
function freeRuns(groups: readonly DigitGroup[]): Int32Array | undefined {
  if (!groups.some((group) => group.wideRun >= SHORTEST)) return undefined;
  const runs = new Int32Array(groups.length);
  let run = 0;
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    const group = groups[i];
    if (group === undefined) continue;
    run = group.taken ? 0 : group.digits.length + (group.link >= Link.wide ? run : 0);
    runs[i] = run;
  }
  return runs;
}

/** The last group of the best card that begins with group `first`, or -1. Tries eight lengths at most. */
function readCard(scene: Scene, groups: readonly DigitGroup[], first: number, row: LuhnRow, free: number): number {
  const from = row.startOf(first);
  const lengths = lengthsFor(row.leadAt(from));
  // Without an issuer only a card word can vouch for it.
  if (lengths === 0 && (scene.topics & Topic.card) === 0) return -1;
  let best = -1;
  let bestRank = 0;
  for (let length = SHORTEST; length <= LONGEST && length <= free; length += 1) {
    const fit = fitOf(lengths, length);
    if (fit === 0 && (scene.topics & Topic.card) === 0) continue;
    const last = row.groupEndingAt(from + length);
    if (last < 0 || !row.passes(from, from + length) || !mayEnd(scene, groups[last]?.end ?? 0)) continue;
    const rank = rankOf(scene, groups, first, last, length, fit);
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
  const runs = freeRuns(groups);
  if (runs === undefined) return found;
  const row = luhnRow(groups);
  for (let first = 0; first < groups.length; first += 1) {
    const opening = groups[first];
    const free = runs[first] ?? 0;
    if (opening === undefined || free < SHORTEST || followsCountryCode(scene, opening) || isFraction(scene.text, opening)) continue;
    if (!mayIssue(opening.digits) && (scene.topics & Topic.card) === 0) continue;
    if (!opening.spoken && !mayBegin(scene, opening.start, Topic.card) && !runsOn(scene, opening.start, Topic.card)) continue;
    const last = readCard(scene, groups, first, row, free);
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
