// What may stand between two digit groups of one number, worked out once a pair. Checksums allow wide
// separators, shapes narrow ones, read-out numbers a word.
import { isDigit, isWordUnit } from './fold.ts';
import { type DigitGroup, type Scene, wordBefore } from './scene.ts';
import { Topic } from './vocabulary.ts';

/** How closely a group is tied to the next: not at all, by any few marks, as inside a phone number. */
export const Link = { none: 0, wide: 1, phone: 2 } as const;
export type LinkKind = typeof Link.wide | typeof Link.phone;

const LONGEST_GAP = 4;
const LONGEST_SPOKEN_GAP = 18;
const SPOKEN = Topic.joiner | Topic.dot | Topic.repeat;

/** Marks inside phone numbers: space, hyphen, full stop, slash, brackets, underscore and the middle dots. */
const PHONE_MARKS = new Set(Array.from(' -./()_\u00b7\u2022\u2027\u22c5\u2219\u25cf', (mark) => mark.charCodeAt(0)));
/** Between read-out digits people also pause with commas and new lines. */
const PAUSES = new Set(Array.from(',\n', (mark) => mark.charCodeAt(0)));

/** A spoken separator ("dash", "streepje") with spaces around it. */
function isSpokenGap(scene: Scene, from: number, to: number): boolean {
  if ((scene.topics & SPOKEN) === 0 || to - from > LONGEST_SPOKEN_GAP) return false;
  const word = wordBefore(scene, to, SPOKEN, 3);
  if (word === undefined || word.start < from || word.start > from + 3) return false;
  for (let i = from; i < to; i += 1) {
    if ((i < word.start || i >= word.end) && isWordUnit(scene.text.charCodeAt(i))) return false;
  }
  return true;
}

function linkOf(scene: Scene, left: DigitGroup, right: DigitGroup): 0 | LinkKind {
  const { text } = scene;
  if (right.start - left.end > LONGEST_GAP) return isSpokenGap(scene, left.end, right.start) ? Link.phone : Link.none;
  let link: LinkKind = Link.phone;
  for (let i = left.end; i < right.start; i += 1) {
    const unit = text.charCodeAt(i);
    if (PHONE_MARKS.has(unit)) continue;
    if (isWordUnit(unit)) return isSpokenGap(scene, left.end, right.start) ? Link.phone : Link.none;
    if (!((left.spoken || right.spoken) && PAUSES.has(unit))) link = Link.wide;
  }
  return link;
}

/** Ties the groups of a scene together; to be called before the recognisers look at them. */
export function linkGroups(scene: Scene, groups: readonly DigitGroup[]): void {
  let phoneRun = 0;
  let wideRun = 0;
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    const group = groups[i];
    const next = groups[i + 1];
    if (group === undefined) continue;
    group.link = next === undefined ? Link.none : linkOf(scene, group, next);
    group.gap = next === undefined || next.start - group.end > LONGEST_GAP ? undefined : scene.text.slice(group.end, next.start);
    wideRun = group.digits.length + (group.link >= Link.wide ? wideRun : 0);
    phoneRun = group.digits.length + (group.link >= Link.phone ? phoneRun : 0);
    group.wideRun = wideRun;
    group.phoneRun = phoneRun;
  }
}

/** The text between group `index` and the next, when they stand close together. */
export const gapAfter = (groups: readonly DigitGroup[], index: number): string | undefined => groups[index]?.gap;

/** Whether group `index` and the one after it may belong to one number. */
export const isJoined = (groups: readonly DigitGroup[], index: number, kind: LinkKind): boolean => (groups[index]?.link ?? Link.none) >= kind;

/** Whether a digit stands directly before `at`, spaces aside. */
export const followsDigit = (text: string, at: number): boolean => isDigit(text.charCodeAt(text[at - 1] === ' ' ? at - 2 : at - 1));
