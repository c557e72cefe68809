// Finds the vocabulary in a text: one walk over a letter tree, in time linear in the text, without
// allocating for the words that mean nothing here.
import { baseLetter, isLetter } from './fold.ts';
import { DIGIT_WORDS, REPEAT_WORDS, Topic, VOCABULARY } from './vocabulary.ts';

/** A word of the vocabulary found in a text. `value` is a spoken digit, or how often "double" repeats. */
export interface WordHit {
  readonly start: number;
  readonly end: number;
  readonly topics: number;
  readonly value: number;
}

const EDGES = 28;
const GAP = 26;
const HASH = 27;

interface Entry {
  topics: number;
  value: number;
}

interface Tree {
  readonly next: Int16Array;
  /** What the word that ends here says; `whole` must stand alone, `stem` may go on. */
  readonly whole: (Entry | undefined)[];
  readonly stem: (Entry | undefined)[];
}

function edgeOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61;
  if (unit === 0x23) return HASH;
  return unit === 0x20 || unit === 0x2d || unit === 0x27 || unit === 0x5f || unit === 0x2e || unit === 0x2f ? GAP : -1;
}

function plant(): Tree {
  let next = new Int16Array(4096 * EDGES);
  let nodes = 1;
  const whole: (Entry | undefined)[] = [];
  const stem: (Entry | undefined)[] = [];
  const grow = (): number => {
    if ((nodes + 1) * EDGES > next.length) {
      const larger = new Int16Array(next.length * 2);
      larger.set(next);
      next = larger;
    }
    nodes += 1;
    return nodes - 1;
  };
  const add = (word: string, topics: number, value: number): void => {
    const open = word.endsWith('*');
    const letters = open ? word.slice(0, -1) : word;
    let node = 0;
    for (let i = 0; i < letters.length; i += 1) {
      // Vocabulary may hold a digit ("3 digits"): such a word is looked for elsewhere.
      const edge = edgeOf(letters.charCodeAt(i));
      if (edge < 0) return;
      let child = next[node * EDGES + edge] ?? 0;
      if (child === 0) {
        child = grow();
        next[node * EDGES + edge] = child;
      }
      node = child;
    }
    const table = open ? stem : whole;
    const known = table[node];
    if (known === undefined) table[node] = { topics, value };
    else {
      known.topics |= topics;
      if (topics & (Topic.digit | Topic.repeat)) known.value = value;
    }
  };
  for (const [topic, words] of VOCABULARY) for (const word of words) add(word, topic, 0);
  DIGIT_WORDS.forEach((words, value) => {
    for (const word of words) add(word, Topic.digit, value);
  });
  for (const [times, words] of REPEAT_WORDS) for (const word of words) add(word, Topic.repeat, times);
  return { next, whole, stem };
}

/** Planted with the first text: not while the window is opening. */
let planted: Tree | undefined;

const isLower = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

/** A word begins after anything but a letter, and at the hump of a camelCase key. */
function startsWord(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return !isLetter(before) || (isLower(before) && isUpper(text.charCodeAt(at)));
}

function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return !isLetter(unit) || (isUpper(unit) && isLower(text.charCodeAt(at - 1)));
}

/** Steps over the separator inside a phrase: one to three marks count as one space. */
function afterGap(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && edgeOf(text.charCodeAt(end)) === GAP) end += 1;
  return end;
}

/** The words of the vocabulary in a normalised text, in order; where several fit, the longest. */
export function findWords(text: string): WordHit[] {
  const hits: WordHit[] = [];
  const { next, whole, stem } = (planted ??= plant());
  for (let i = 0; i < text.length; i += 1) {
    if (!isLetter(text.charCodeAt(i)) || !startsWord(text, i)) continue;
    let node = 0;
    let at = i;
    let best: Entry | undefined;
    let bestEnd = i;
    while (at < text.length) {
      const edge = edgeOf(baseLetter(text.charCodeAt(at)));
      const child = edge < 0 ? 0 : (next[node * EDGES + edge] ?? 0);
      if (child === 0) break;
      node = child;
      at = edge === GAP ? afterGap(text, at) : at + 1;
      const entry = (endsWord(text, at) ? whole[node] : undefined) ?? stem[node];
      if (entry !== undefined) {
        best = entry;
        bestEnd = at;
      }
    }
    if (best !== undefined) {
      // A stem reaches to the end of its word, within reason.
      const limit = Math.min(text.length, bestEnd + 24);
      while (bestEnd < limit && !endsWord(text, bestEnd)) bestEnd += 1;
      hits.push({ start: i, end: bestEnd, topics: best.topics, value: best.value });
      i = bestEnd - 1;
    }
  }
  return hits;
}
