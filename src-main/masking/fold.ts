// Folds one code point to what a reader takes it for: any script's digit, full-width and mathematical
// letters, odd spaces, dashes and dots. Sources: Unicode general categories, NFKC, Default_Ignorable_Code_Point.

/** The mark of a code point that a reader cannot see; it folds to nothing. */
export const DROPPED = '';

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u20e3\ufeff]/u;
const SPACE = /[\p{Zs}\u2028\u2029\u0085]/u;
const DASH = /[\p{Pd}\u2212\u2043\u02d7\u30fc]/u;
const DIGIT = /\p{Nd}/u;
const ASCII_ONLY = /^[\x20-\x7e]{1,4}$/;
const ENCLOSING = /[\u0335-\u0338\u20d0-\u20f0]/;

/** Enclosed digits that have no compatibility mapping: first code point, value of the first. */
const ENCLOSED_RUNS: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x2776, 0x277e, 1],
  [0x2780, 0x2788, 1],
  [0x278a, 0x2792, 1],
  [0x24f5, 0x24fd, 1],
  [0x24ff, 0x24ff, 0],
  [0x1f10b, 0x1f10c, 0],
];

const IDEOGRAPHIC_STOPS = new Set([0x3002, 0xff61, 0xff0e, 0x2024, 0xfe52]);

/** Unicode keeps every script's ten digits in a row, so the value is the distance from the row's start. */
function digitValue(codePoint: number): number {
  let first = codePoint;
  while (first > 0 && DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (codePoint - first) % 10;
}

/**
 * What a reader takes `codePoint` for: ASCII where there is an equal, `DROPPED` for what cannot be seen,
 * else the character itself.
 */
export function foldCodePoint(codePoint: number): string {
  const char = String.fromCodePoint(codePoint);
  if (codePoint < 0x80) return char;
  if (INVISIBLE.test(char) || ENCLOSING.test(char)) return DROPPED;
  if (SPACE.test(char)) return codePoint === 0x2028 || codePoint === 0x2029 || codePoint === 0x85 ? '\n' : ' ';
  if (DIGIT.test(char)) return String(digitValue(codePoint));
  if (DASH.test(char)) return '-';
  if (IDEOGRAPHIC_STOPS.has(codePoint)) return '.';
  for (const [first, last, value] of ENCLOSED_RUNS) {
    if (codePoint >= first && codePoint <= last) return String(value + codePoint - first);
  }
  if (codePoint < 0x100 && codePoint !== 0xb2 && codePoint !== 0xb3 && codePoint !== 0xb9) return char;
  const compatible = char.normalize('NFKC');
  return ASCII_ONLY.test(compatible) ? compatible : char;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const UNKNOWN = 0;
const NO = 1;
const YES = 2;
const letterCache = new Uint8Array(0x10000);

/** Whether a UTF-16 unit is part of a word: an ASCII letter, or any letter, mark or number beyond ASCII. */
export function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
  let known = letterCache[unit];
  if (known === UNKNOWN) {
    known = LETTER.test(String.fromCharCode(unit)) ? YES : NO;
    letterCache[unit] = known;
  }
  return known === YES;
}

/** Whether a UTF-16 unit is an ASCII digit. */
export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Whether a UTF-16 unit is a letter or digit. NaN (past the end of a text) is neither. */
export const isWordUnit = (unit: number): boolean => isDigit(unit) || isLetter(unit);

const baseCache = new Uint16Array(0x10000);

/** The unaccented lower-case letter a unit stands for in the vocabulary ("É" is "e"); other units stay. */
export function baseLetter(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
  const known = baseCache[unit] ?? 0;
  if (known !== 0) return known;
  const base = String.fromCharCode(unit).toLowerCase().normalize('NFD').charCodeAt(0);
  baseCache[unit] = base;
  return base;
}
