// Digits read out loud: turns number words into digit groups so that the same rules judge them.
import { type DigitGroup, type Scene, digitGroup } from './scene.ts';
import { Topic } from './vocabulary.ts';
import type { WordHit } from './words.ts';

const FEWEST_WORDS = 4;

/** Whether a text has enough number words to read on. */
export function hasSpokenDigits(words: readonly WordHit[]): boolean {
  let count = 0;
  let joiners = 0;
  for (const word of words) {
    if ((word.topics & (Topic.digit | Topic.repeat)) !== 0) count += 1;
    if ((word.topics & Topic.joiner) !== 0) joiners += 1;
  }
  return count >= FEWEST_WORDS || (count > 0 && joiners > 1);
}

/** The scene's free groups and its number words as one row; "double five" is two fives. */
export function spokenGroups(scene: Scene): DigitGroup[] {
  const groups: DigitGroup[] = scene.groups.map((group) => ({ ...group }));
  let times = 1;
  let from = -1;
  let at = -1;
  for (const word of scene.words) {
    if ((word.topics & Topic.repeat) !== 0) {
      times = word.value;
      from = word.start;
      at = word.end;
    } else if ((word.topics & Topic.digit) !== 0) {
      const repeats = from >= 0 && word.start - at <= 2;
      groups.push(digitGroup(repeats ? from : word.start, word.end, String(word.value).repeat(repeats ? times : 1), 'spoken'));
      from = -1;
      times = 1;
    }
  }
  return groups.sort((a, b) => a.start - b.start);
}
