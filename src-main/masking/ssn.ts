// US social security numbers: nine digits, area not 000, 666 or 9xx, group not 00, serial not 0000 (the
// Social Security Administration's rules). The 3-2-4 shape stands by itself; other shapes need an SSN word.
import { type DigitGroup, type Scene, digitBetween, mayBegin, mayEnd, runsOn, tellingWordBefore, wordAfter } from './scene.ts';
import { Topic } from './vocabulary.ts';
import type { Candidate } from './candidate.ts';
import { Link, gapAfter, isJoined } from './gaps.ts';
import { isLetter } from './fold.ts';

const REACH_BEFORE = 48;
const REACH_AFTER = 28;
const LENGTH = 9;
/** What can say that nine digits are, or are not, an SSN. No card and no IBAN has nine: "credit check", "social security card" say nothing. */
const TELLING = Topic.ssn | Topic.phone | Topic.reference | Topic.money;
const SHAPE_GAP = /^ ?[-./\u00b7\u2022_ ] ?$/;

/** Whether nine digits can be a number the administration gives out. */
export function isIssuable(digits: string): boolean {
  const area = digits.slice(0, 3);
  return area !== '000' && area !== '666' && area < '900' && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}

/** Whether the nearest telling word says SSN (true), something else (false), or nothing is said. */
function saysSsn(scene: Scene, start: number, end: number): boolean | undefined {
  const before = tellingWordBefore(scene, start, REACH_BEFORE, TELLING);
  if (before !== undefined && (before.topics & Topic.ssn) !== 0) return true;
  const other = before !== undefined && !digitBetween(scene.text, before.end, start);
  const after = wordAfter(scene, end, TELLING, REACH_AFTER);
  if (!other && after !== undefined && (after.topics & Topic.ssn) !== 0 && !digitBetween(scene.text, end, after.start)) return true;
  return other ? false : undefined;
}

/** Three, two and four digits with the same separator twice, and not part of a longer row. */
function isShape(scene: Scene, groups: readonly DigitGroup[], first: number, last: number): string | undefined {
  const opening = groups[first];
  if (last !== first + 2 || opening?.digits.length !== 3 || groups[first + 1]?.digits.length !== 2) return undefined;
  const gap = gapAfter(groups, first);
  if (gap === undefined || gap !== gapAfter(groups, first + 1) || !SHAPE_GAP.test(gap)) return undefined;
  if (gapAfter(groups, first - 1) === gap || gapAfter(groups, last) === gap) return undefined;
  const { start } = opening;
  const glued = /[-_/.]/.test(scene.text[start - 1] ?? '') && isLetter(scene.text.charCodeAt(start - 2));
  return glued ? undefined : gap.trim();
}

/** The SSNs among `groups`, which are marked taken. */
export function findSsns(scene: Scene, groups: readonly DigitGroup[]): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const group = groups[first];
    // Without an SSN word only the shape counts, which begins with three digits.
    if (group === undefined || group.wideRun < LENGTH || (group.digits.length !== 3 && (scene.topics & Topic.ssn) === 0)) continue;
    let digits = '';
    let last = first;
    for (; last < groups.length && digits.length < LENGTH; last += 1) {
      const group = groups[last];
      if (group === undefined || group.taken || (last > first && !isJoined(groups, last - 1, Link.wide))) break;
      digits += group.digits;
    }
    last -= 1;
    const opening = groups[first];
    const closing = groups[last];
    if (digits.length !== LENGTH || opening === undefined || closing === undefined || !isIssuable(digits)) continue;
    if (!opening.spoken && !mayBegin(scene, opening.start, Topic.ssn) && !runsOn(scene, opening.start, Topic.ssn)) continue;
    if (!mayEnd(scene, closing.end)) continue;
    const said = saysSsn(scene, opening.start, closing.end);
    const shape = isShape(scene, groups, first, last);
    if (said !== true && (said === false || shape === undefined)) continue;
    // Read out or spaced digits in a longer row are something else ("1 2 3 4 5 6 7 8 9 10").
    if (shape === undefined && last > first && isJoined(groups, last, Link.phone) && (groups[last + 1]?.digits.length ?? 0) === closing.digits.length) continue;
    for (let i = first; i <= last; i += 1) {
      const group = groups[i];
      if (group !== undefined) group.taken = true;
    }
    found.push({ start: opening.start, end: closing.end, type: 'SSN' });
    first = last;
  }
  return found;
}
