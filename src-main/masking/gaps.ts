// What may stand between two digit groups of one number. Checksums allow wide separators, shapes narrow ones.
import { isWordUnit } from './fold.ts';
import { type DigitGroup, type Scene, wordBefore } from './scene.ts';
import { Topic } from './vocabulary.ts';

/** `wide`: any few marks. `phone`: what people write inside a phone number. */
export type GapKind = 'wide' | 'phone';

const LONGEST_GAP = 4;
const LONGEST_SPOKEN_GAP = 18;
const PHONE_GAP = /^(?:[ \-./()\u00b7\u2022\u2027\u22c5\u2219\u25cf_]{0,4}|\(0\))$/;
const PLAIN = /^[ \-./]?$/;

/** A spoken separator ("dash", "streepje") with spaces around it. */
function isSpokenGap(scene: Scene, from: number, to: number): boolean {
  if (to - from > LONGEST_SPOKEN_GAP) return false;
  const word = wordBefore(scene, to, Topic.joiner | Topic.dot | Topic.repeat, 3);
  if (word === undefined || word.start < from || word.start > from + 3) return false;
  for (let i = from; i < to; i += 1) {
    if ((i < word.start || i >= word.end) && isWordUnit(scene.text.charCodeAt(i))) return false;
  }
  return true;
}

/** The text between group `index` and the next. */
export function gapAfter(scene: Scene, groups: readonly DigitGroup[], index: number): string | undefined {
  const left = groups[index];
  const right = groups[index + 1];
  return left === undefined || right === undefined || right.start - left.end > LONGEST_GAP ? undefined : scene.text.slice(left.end, right.start);
}

/** Whether group `index` and the one after it may belong to one number. */
export function isJoined(scene: Scene, groups: readonly DigitGroup[], index: number, kind: GapKind): boolean {
  const left = groups[index];
  const right = groups[index + 1];
  if (left === undefined || right === undefined) return false;
  const length = right.start - left.end;
  if (length > LONGEST_GAP) return (left.spoken || right.spoken || length <= LONGEST_SPOKEN_GAP) && isSpokenGap(scene, left.end, right.start);
  for (let i = left.end; i < right.start; i += 1) {
    if (isWordUnit(scene.text.charCodeAt(i))) return isSpokenGap(scene, left.end, right.start);
  }
  if (kind === 'wide') return true;
  const gap = scene.text.slice(left.end, right.start);
  if (PLAIN.test(gap)) return true;
  return PHONE_GAP.test(gap) || ((left.spoken || right.spoken) && /^[, .\n-]{1,3}$/.test(gap));
}
