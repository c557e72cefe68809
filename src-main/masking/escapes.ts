// Reads one escaped character out of a text: percent-encoding (also encoded twice), HTML entities and
// JSON escapes. Links, forms and pasted markup carry values in these shapes.
import { isDigit } from './fold.ts';

/** One decoded character and how many units of the input spelled it. */
export interface Escape {
  readonly codePoint: number;
  readonly length: number;
}

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const LONGEST_ENTITY = 24;

const NAMED: Readonly<Record<string, number>> = {
  nbsp: 0x20, ensp: 0x20, emsp: 0x20, emsp13: 0x20, emsp14: 0x20, thinsp: 0x20, hairsp: 0x20, numsp: 0x20, puncsp: 0x20,
  tab: 0x20, newline: 0x0a, commat: 0x40, period: 0x2e, lowbar: 0x5f, hyphen: 0x2d, dash: 0x2d, ndash: 0x2d, mdash: 0x2d,
  minus: 0x2d, horbar: 0x2d, shy: 0xad, zwj: 0x200d, zwnj: 0x200c, zerowidthspace: 0x200b, nobreak: 0x2060, lrm: 0x200e,
  rlm: 0x200f, plus: 0x2b, lpar: 0x28, rpar: 0x29, lsqb: 0x5b, lbrack: 0x5b, rsqb: 0x5d, rbrack: 0x5d, sol: 0x2f, bsol: 0x5c,
  colon: 0x3a, semi: 0x3b, comma: 0x2c, num: 0x23, excl: 0x21, quest: 0x3f, equals: 0x3d, percnt: 0x25, dollar: 0x24, ast: 0x2a,
  amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27, bull: 0x2022, middot: 0xb7, centerdot: 0xb7, sdot: 0x22c5, verbar: 0x7c,
  vert: 0x7c, eacute: 0xe9, egrave: 0xe8, uuml: 0xfc, ouml: 0xf6, auml: 0xe4, szlig: 0xdf, oslash: 0xf8, ccedil: 0xe7, ntilde: 0xf1,
};

function hexValue(unit: number): number {
  if (isDigit(unit)) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function hexByte(text: string, at: number): number {
  const high = hexValue(text.charCodeAt(at));
  const low = hexValue(text.charCodeAt(at + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** A `%XX` byte; `%25XX` (encoded twice) counts as `%XX`. */
function percentByte(text: string, at: number): Escape | undefined {
  if (text.charCodeAt(at) !== PERCENT) return undefined;
  const byte = hexByte(text, at + 1);
  if (byte < 0) return undefined;
  if (byte === PERCENT) {
    const inner = hexByte(text, at + 3);
    if (inner >= 0x20) return { codePoint: inner, length: 5 };
  }
  return { codePoint: byte, length: 3 };
}

/** Bytes that follow the lead byte in UTF-8. */
function trailingBytes(lead: number): number {
  if (lead >= 0xf0 && lead < 0xf8) return 3;
  if (lead >= 0xe0) return lead < 0xf0 ? 2 : -1;
  return lead >= 0xc0 ? 1 : -1;
}

function readPercent(text: string, at: number): Escape | undefined {
  const lead = percentByte(text, at);
  if (lead === undefined || lead.codePoint < 0x80) return lead;
  const more = trailingBytes(lead.codePoint);
  if (more < 0) return undefined;
  let codePoint = lead.codePoint & (0x3f >> more);
  let length = lead.length;
  for (let i = 0; i < more; i += 1) {
    const next = percentByte(text, at + length);
    if (next === undefined || (next.codePoint & 0xc0) !== 0x80) return undefined;
    codePoint = codePoint * 64 + (next.codePoint & 0x3f);
    length += next.length;
  }
  return codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff) ? { codePoint, length } : undefined;
}

function numericEntity(body: string): number {
  const hex = body.charCodeAt(1) === 0x78 || body.charCodeAt(1) === 0x58;
  const digits = body.slice(hex ? 2 : 1);
  if (!(hex ? /^[0-9a-f]{1,6}$/i : /^[0-9]{1,7}$/).test(digits)) return -1;
  const value = Number.parseInt(digits, hex ? 16 : 10);
  return value > 0 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff) ? value : -1;
}

function readEntity(text: string, at: number): Escape | undefined {
  // "&amp;#64;" is an entity encoded twice.
  const start = text.startsWith('amp;', at + 1) && (text[at + 5] === '#' || text.startsWith('nbsp;', at + 5)) ? at + 5 : at + 1;
  const limit = Math.min(text.length, start + LONGEST_ENTITY);
  let end = start;
  while (end < limit && text.charCodeAt(end) !== 0x3b) end += 1;
  if (end === start || end >= limit) return undefined;
  const body = text.slice(start, end);
  const codePoint = body.startsWith('#') ? numericEntity(body) : (NAMED[body.toLowerCase()] ?? -1);
  return codePoint < 0 ? undefined : { codePoint, length: end + 1 - at };
}

function readBackslash(text: string, at: number): Escape | undefined {
  const kind = text.charCodeAt(at + 1) | 0x20;
  if (kind === 0x75) {
    const high = hexByte(text, at + 2);
    const low = hexByte(text, at + 4);
    if (high < 0 || low < 0) return undefined;
    const unit = high * 256 + low;
    return unit >= 0xd800 && unit <= 0xdfff ? undefined : { codePoint: unit, length: 6 };
  }
  if (kind === 0x78) {
    const byte = hexByte(text, at + 2);
    return byte < 0 ? undefined : { codePoint: byte, length: 4 };
  }
  return undefined;
}

/** Whether a unit may begin an escape; anything else needs no look. */
export const mayStartEscape = (unit: number): boolean => unit === PERCENT || unit === AMPERSAND || unit === BACKSLASH;

/** The escaped character that starts at `at`, or undefined when there is none. Looks at most 30 units ahead. */
export function readEscape(text: string, at: number): Escape | undefined {
  switch (text.charCodeAt(at)) {
    case PERCENT: return readPercent(text, at);
    case AMPERSAND: return readEntity(text, at);
    case BACKSLASH: return readBackslash(text, at);
    default: return undefined;
  }
}
