// Payment cards: 12 to 19 digits that pass Luhn and fit an issuer, or pass Luhn next to a card word in a
// grouping people write cards in.
import { isDigit } from './fold.ts';
import { issuerFit, passesLuhn } from './issuers.ts';
import { type DigitGroup, type Scene, gluedLettersBefore, mayBegin, mayEnd, wordAfter, wordBefore } from './scene.ts';
import { Topic } from './vocabulary.ts';
import type { Candidate } from './candidate.ts';
import { gapAfter, isJoined } from './gaps.ts';

const SHORTEST = 12;
const LONGEST = 19;
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
function hasEvenGaps(scene: Scene, groups: readonly DigitGroup[], first: number, last: number): boolean {
  const gap = gapAfter(scene, groups, first);
  if (gap === undefined || last - first < 2) return false;
  for (let i = first; i <= last; i += 1) {
    if ((groups[i]?.digits.length ?? 0) < 2 || (i < last && gapAfter(scene, groups, i) !== gap)) return false;
  }
  return true;
}

/** Whether the row goes on beyond the window in the same manner: then the window is only a cut of it. */
function goesOn(scene: Scene, groups: readonly DigitGroup[], first: number, last: number): boolean {
  const inner = first < last ? gapAfter(scene, groups, first) : undefined;
  const before = gapAfter(scene, groups, first - 1);
  const after = gapAfter(scene, groups, last);
  return (before !== undefined && before === inner && (groups[first - 1]?.digits.length ?? 0) > 2)
    || (after !== undefined && after === inner && (groups[last + 1]?.digits.length ?? 0) > 2);
}

interface Reading {
  readonly last: number;
  readonly rank: number;
}

/** The best card that begins with group `first`, if any. Looks at 19 digits at most. */
function readCard(scene: Scene, groups: readonly DigitGroup[], first: number): Reading | undefined {
  let digits = '';
  const sizes: number[] = [];
  let best: Reading | undefined;
  const opening = groups[first];
  if (opening === undefined) return undefined;
  let context: boolean | undefined;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    if (group === undefined || group.taken || digits.length + group.digits.length > LONGEST) break;
    if (last > first && !isJoined(scene, groups, last - 1, 'wide')) break;
    digits += group.digits;
    sizes.push(group.digits.length);
    if (digits.length < SHORTEST || !passesLuhn(digits) || !mayEnd(scene, group.end)) continue;
    const fit = issuerFit(digits);
    const usual = isCardGrouping(sizes);
    if (fit === 0 || !usual) {
      context ??= wordBefore(scene, opening.start, Topic.card | Topic.reference, CONTEXT_REACH)?.topics === Topic.card
        || (wordAfter(scene, group.end, Topic.card | Topic.reference, 24)?.topics === Topic.card);
    }
    // Without an issuer a card word must vouch for it; an odd grouping needs one as well, unless the run is all there is.
    const whole = !isJoined(scene, groups, first - 1, 'wide') && !isJoined(scene, groups, last, 'wide');
    if (fit === 0 && !(context === true && usual && digits.length >= 13 && !/^(\d)\1*$/.test(digits))) continue;
    if (!usual && context !== true && !(whole && fit === 2 && hasEvenGaps(scene, groups, first, last))) continue;
    // A length the issuer hardly uses, cut out of a longer row, is chance.
    if (fit < 2 && goesOn(scene, groups, first, last)) continue;
    // Short even groups inside a longer row are a list of numbers.
    if (sizes.length > 1 && (sizes[0] ?? 0) < 4 && !whole && context !== true) continue;
    const rank = fit * 100 + (usual ? 50 : 0) + (whole ? 25 : 0) + digits.length;
    if (best === undefined || rank > best.rank) best = { last, rank };
  }
  return best;
}

/** The cards among `groups`, which are marked taken. */
export function findCards(scene: Scene, groups: readonly DigitGroup[]): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const opening = groups[first];
    if (opening === undefined || opening.taken || followsCountryCode(scene, opening) || isFraction(scene.text, opening)) continue;
    if (!opening.spoken && !mayBegin(scene, opening.start, Topic.card)) continue;
    const reading = readCard(scene, groups, first);
    if (reading === undefined) continue;
    const closing = groups[reading.last] ?? opening;
    for (let i = first; i <= reading.last; i += 1) {
      const group = groups[i];
      if (group !== undefined) group.taken = true;
    }
    found.push({ start: opening.start, end: closing.end, type: 'CARD' });
    first = reading.last;
  }
  return found;
}
