// International bank account numbers (ISO 13616): at a known country code exactly that country's length is
// read, separators skipped; the country's structure and mod-97 (ISO 7064) decide. Structures come from ibantools.
import { countrySpecs } from 'ibantools';
import { isDigit, isWordUnit } from './fold.ts';
import { type Scene, mayEnd } from './scene.ts';
import type { Candidate } from './candidate.ts';

const LONGEST_GAP = 3;
const DIGIT_CLASS = 0x30;
const LETTER_CLASS = 0x41;
const EITHER_CLASS = 0x2a;

/** One class a character of the whole number, the country code and check digits included. */
function structureOf(pattern: string): Uint8Array {
  const classes: number[] = [LETTER_CLASS, LETTER_CLASS, DIGIT_CLASS, DIGIT_CLASS];
  for (const [, set, times] of pattern.matchAll(/\[([^\]]+)\]\{(\d+)\}/g)) {
    const kind = set === '0-9' ? DIGIT_CLASS : set === 'A-Z' ? LETTER_CLASS : EITHER_CLASS;
    for (let i = 0; i < Number(times); i += 1) classes.push(kind);
  }
  return Uint8Array.from(classes);
}

const structures = new Map<number, Uint8Array>();
for (const [country, spec] of Object.entries(countrySpecs)) {
  if (typeof spec.chars !== 'number' || typeof spec.bban_regexp !== 'string') continue;
  const structure = structureOf(spec.bban_regexp);
  if (structure.length === spec.chars) structures.set(country.charCodeAt(0) * 256 + country.charCodeAt(1), structure);
}

const isAsciiLetter = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);

/** Greek and Cyrillic capitals that look like Latin ones. */
const LOOK_ALIKES = new Map(Array.from('\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0423Y\u0425X'.matchAll(/(.)(.)/gu),
  ([, other, latin]) => [other?.charCodeAt(0) ?? 0, latin?.charCodeAt(0) ?? 0] as const));

/** The capital Latin letter a unit is or looks like; other units stay. */
function upper(unit: number): number {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit;
  return unit >= 0x391 && unit <= 0x425 ? (LOOK_ALIKES.get(unit) ?? unit) : unit;
}

/** The next letter or digit at or after `at`, over at most three separators; -1 when there is none. */
function skipGap(text: string, at: number): number {
  for (let i = at; i <= at + LONGEST_GAP && i < text.length; i += 1) if (isWordUnit(text.charCodeAt(i))) return i;
  return -1;
}

/** mod-97 over the rearranged number, letters as 10 to 35. */
function passesMod97(units: Uint8Array): boolean {
  let rest = 0;
  for (let k = 0; k < units.length; k += 1) {
    const unit = units[(k + 4) % units.length] ?? 0;
    rest = isDigit(unit) ? (rest * 10 + unit - 0x30) % 97 : (rest * 100 + unit - 0x37) % 97;
  }
  return rest === 1;
}

/** A letter typed for the digit the structure asks for, as digit; -1 when it is none. */
const digitFor = (unit: number): number => (unit === 0x4f ? 0x30 : unit === 0x49 || unit === 0x4c ? 0x31 : -1);

/** The end of the IBAN whose country code starts at `start`, or -1. */
function readIban(text: string, start: number): number {
  const second = skipGap(text, start + 1);
  if (second < 0 || !isAsciiLetter(upper(text.charCodeAt(second)))) return -1;
  const structure = structures.get(upper(text.charCodeAt(start)) * 256 + upper(text.charCodeAt(second)));
  if (structure === undefined) return -1;
  const units = new Uint8Array(structure.length);
  let at = start;
  for (let k = 0; k < structure.length; k += 1) {
    const place = k === 0 ? start : skipGap(text, at);
    if (place < 0) return -1;
    let unit = upper(text.charCodeAt(place));
    const kind = structure[k];
    if (kind === DIGIT_CLASS && !isDigit(unit)) unit = digitFor(unit);
    else if (kind === LETTER_CLASS && !isAsciiLetter(unit)) return -1;
    if (unit < 0 || unit > 0x5a || !(isDigit(unit) || isAsciiLetter(unit))) return -1;
    units[k] = unit;
    at = place + 1;
  }
  return passesMod97(units) ? at : -1;
}

/** The IBANs in the scene. Every start is read at most one number far. */
export function findIbans(scene: Scene): Candidate[] {
  const { text } = scene;
  const found: Candidate[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (!isAsciiLetter(upper(text.charCodeAt(i)))) continue;
    const fresh = i === 0 || !isWordUnit(text.charCodeAt(i - 1));
    if (!fresh && !(isDigit(text.charCodeAt(i + 2)) && /(?:^|[^a-z])iban$/i.test(text.slice(Math.max(0, i - 5), i)))) continue;
    const end = readIban(text, i);
    if (end < 0 || !mayEnd(scene, end) || isDigit(text.charCodeAt(end))) continue;
    found.push({ start: i, end, type: 'IBAN' });
    i = end - 1;
  }
  return found;
}
