// Looks words up in one or several dictionaries.
import { MAX_SUGGESTIONS } from '../../src-shared/domain/spelling.ts';
import type { Dictionary } from './dictionary.ts';

export interface Checker {
  /** Those of `words` that no dictionary has. */
  readonly misspelled: (words: readonly string[]) => readonly string[];
  readonly suggest: (word: string) => readonly string[];
}

export const createChecker = (dictionaries: readonly Dictionary[]): Checker => ({
  misspelled: (words) => words.filter((word) => !dictionaries.some((dictionary) => dictionary.has(word))),
  suggest: (word) => inTurn(dictionaries.map((dictionary) => dictionary.suggest(word))).slice(0, MAX_SUGGESTIONS),
});

/** The first of each, then the second of each: no language has all the places. */
function inTurn(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const mixed = Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1)));
  return [...new Set(mixed.flat())];
}
