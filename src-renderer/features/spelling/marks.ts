// Where the lines of a text go. Pure.
import { wordsIn, type PlacedWord } from '../../../src-shared/domain/spelling.ts';
import type { Lookup } from './lookup.ts';
import type { Written } from './watch-box.ts';

/** UTF-16 units; `end` is behind the last one. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Words that are whole: the one that ends at the cursor may still be being written. */
const wholeWords = ({ text, at }: Written): readonly PlacedWord[] => wordsIn(text).filter(({ word, start }) => start + word.length !== at);

/** The misspelled words, as far as is known. */
export const marksOf = (written: Written, isWrong: Lookup['isWrong']): readonly Mark[] =>
  wholeWords(written).filter(({ word }) => isWrong(word) === true).map(({ word, start }) => ({ start, end: start + word.length }));

/** The words that nobody has been asked about. */
export const unknownWords = (written: Written, isWrong: Lookup['isWrong']): readonly string[] =>
  wholeWords(written).filter(({ word }) => isWrong(word) === null).map(({ word }) => word);

export interface Piece {
  readonly text: string;
  readonly wrong: boolean;
}

/** The text in pieces, as far as the last mark needs it: what comes behind the word it hangs in moves no line. */
export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const last = marks.at(-1);
  if (last === undefined) return [];
  const rest = /^\S*/.exec(text.slice(last.end))?.[0] ?? '';
  const pieces = marks.flatMap(({ start, end }, index): readonly Piece[] => [
    { text: text.slice(marks[index - 1]?.end ?? 0, start), wrong: false },
    { text: text.slice(start, end), wrong: true },
  ]);
  return [...pieces, { text: rest, wrong: false }];
}
