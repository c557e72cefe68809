// Turns a text into what a reader takes it for, with a map back to the input. Plain ASCII without
// escapes, nearly every message, passes through untouched and without a map.
import { DROPPED, foldCodePoint } from './fold.ts';
import { mayStartEscape, readEscape } from './escapes.ts';

/** A normalised text; `start` and `end` lead from its units to the input's. */
export interface Normalised {
  readonly text: string;
  /** Offset in the input where unit `at` begins. */
  readonly start: (at: number) => number;
  /** Offset in the input just after the unit before `at`. */
  readonly end: (at: number) => number;
}

function needsNormalising(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80 || mayStartEscape(unit) || unit === 0x09 || unit === 0x0d) return true;
  }
  return false;
}

/** 1: folds to itself; one cell a UTF-16 unit. */
const foldState = new Uint8Array(0x10000);
/** What code points fold to, those beyond 16 bits also when it is themselves. */
const folded = new Map<number, string>();
const MOST_FOLDED = 20_000;

/** What a code point beyond ASCII folds to. */
function foldCached(codePoint: number): string {
  const small = codePoint < 0x10000;
  if (small && foldState[codePoint] === 1) return String.fromCharCode(codePoint);
  const known = folded.get(codePoint);
  if (known !== undefined) return known;
  const result = foldCodePoint(codePoint);
  if (small && result === String.fromCharCode(codePoint)) foldState[codePoint] = 1;
  // Code points beyond 16 bits are many and rare: a bounded number of them is kept.
  else if (small || folded.size < MOST_FOLDED) folded.set(codePoint, result);
  return result;
}

const identity = (text: string): Normalised => ({ text, start: (at) => at, end: (at) => at });

/** Normalises `text`. Linear in its length; never throws, lone surrogates included. */
export function normalise(text: string): Normalised {
  if (!needsNormalising(text)) return identity(text);
  let out = '';
  let starts = new Int32Array(text.length + 8);
  let ends = new Int32Array(text.length + 8);
  let size = 0;
  const push = (piece: string, from: number, to: number): void => {
    if (size + piece.length > starts.length) {
      const grow = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const bigger = new Int32Array(old.length * 2 + piece.length);
        bigger.set(old);
        return bigger;
      };
      starts = grow(starts);
      ends = grow(ends);
    }
    for (const stop = size + piece.length; size < stop; size += 1) {
      starts[size] = from;
      ends[size] = to;
    }
    out += piece;
  };

  for (let i = 0; i < text.length;) {
    const unit = text.charCodeAt(i);
    let codePoint = unit;
    let length = 1;
    if (mayStartEscape(unit)) {
      const escape = readEscape(text, i);
      if (escape !== undefined) ({ codePoint, length } = escape);
    } else if (unit >= 0xd800 && unit <= 0xdfff) {
      codePoint = text.codePointAt(i) ?? unit;
      if (codePoint > 0xffff) length = 2;
    }
    if (codePoint < 0x80) {
      // Tabs and carriage returns are spaces to a reader; a line feed stays, it separates lines.
      const plain = codePoint === 0x09 || codePoint === 0x0d ? ' ' : String.fromCharCode(codePoint);
      push(plain, i, i + length);
    } else {
      const result = foldCached(codePoint);
      if (result !== DROPPED) push(result, i, i + length);
    }
    i += length;
  }
  return {
    text: out,
    start: (at) => (at < size ? (starts[at] ?? text.length) : text.length),
    end: (at) => (at > 0 ? (ends[Math.min(at, size) - 1] ?? 0) : 0),
  };
}
