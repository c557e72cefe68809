// Draws the mask over a value: numbers keep their last four letters or digits, e-mail addresses their first
// character and domain, spoken addresses the first character, card details nothing.
import type { MaskedSpan, MaskedText, SensitiveKind } from '../../src-shared/domain/masking.ts';
import type { Finding, Marking } from './candidate.ts';
import { isWordUnit } from './fold.ts';
import { normalise } from './normalise.ts';

const STAR = '*';
const SHOWN_OF_A_NUMBER = 4;

/** What a reader sees of a value, white space and invisible characters dropped. */
const visible = (value: string): string => normalise(value).text.replace(/\s+/gu, '');

interface PartMask {
  readonly shown: string;
  /** Letters and digits the parts before this one may still show. */
  readonly left: number;
}

/** Masks one part of a number that may show `keep` letters or digits at its end. */
function maskNumberPart(value: string, keep: number): PartMask {
  const characters = Array.from(visible(value));
  let left = keep;
  const shown = characters.toReversed().map((character) => {
    if (left === 0 || !isWordUnit(character.charCodeAt(0))) return STAR;
    left -= 1;
    return character;
  });
  return { shown: shown.toReversed().join(''), left };
}

/** The number rule: a star for every character but the last four letters or digits. */
export function maskNumber(value: string): string {
  const { shown, left } = maskNumberPart(value, SHOWN_OF_A_NUMBER);
  // Four or fewer would hide nothing at all.
  return left > 0 || !shown.includes(STAR) ? STAR.repeat(shown.length) : shown;
}

/** Stars for a local part of which `first` begins the address. */
function maskLocal(local: string, first: boolean): string {
  const characters = Array.from(local);
  const lead = first && characters.length > 1 ? (characters[0] ?? '') : '';
  return lead + STAR.repeat(characters.length - (lead === '' ? 0 : 1));
}

/** The e-mail rule, for written and spoken addresses. */
export function maskEmail(value: string): string {
  const address = visible(value);
  const at = address.lastIndexOf('@');
  // "jan@gmail dot com" is spoken: without its spaces the rest would read as something else.
  if (at < 0 || /@\s*\S+\s/u.test(normalise(value).text.trim()) || /[[\](){}<>]/.test(address.replace(/@\[[\d.:a-f]+\]$/i, ''))) return maskLocal(address, true);
  return maskLocal(address.slice(0, at), true) + address.slice(at);
}

/** The masks of a value whose parts stand in several messages, one a part. */
export function maskParts(type: SensitiveKind, parts: readonly string[]): string[] {
  if (type !== 'EMAIL') {
    let left = SHOWN_OF_A_NUMBER;
    const masks = parts.toReversed().map((part) => {
      const mask = maskNumberPart(part, left);
      left = mask.left;
      return mask.shown;
    });
    return masks.toReversed();
  }
  const seen = parts.map(visible);
  const signAt = seen.findIndex((part) => part.includes('@'));
  const oneLetter = seen.join('').indexOf('@') === 1;
  return seen.map((part, i) => {
    if (signAt < 0 || i < signAt) return maskLocal(part, i === 0 && !oneLetter) || part;
    if (i > signAt) return part;
    const at = part.indexOf('@');
    return maskLocal(part.slice(0, at), i === 0) + part.slice(at);
  });
}

/** What is shown in place of a finding in `text`. */
function shownFor(text: string, finding: Finding | Marking): string {
  if (finding.type === 'MARKED') return STAR.repeat(Math.max(1, visible(text.slice(finding.start, finding.end)).length));
  if (finding.shown !== undefined) return finding.shown;
  const value = text.slice(finding.start, finding.end);
  if (finding.detail !== undefined) return STAR.repeat(visible(value).length);
  return finding.type === 'EMAIL' ? maskEmail(value) : maskNumber(value);
}

/** Replaces the findings, sorted and without overlap, by their masks; spans index into the result. */
export function maskWith(text: string, findings: readonly (Finding | Marking)[]): MaskedText {
  if (findings.length === 0) return { text, spans: [] };
  const spans: MaskedSpan[] = [];
  let out = '';
  let at = 0;
  for (const finding of findings) {
    out += text.slice(at, finding.start);
    const start = out.length;
    out += shownFor(text, finding);
    spans.push({ start, end: out.length, kind: finding.type });
    at = finding.end;
  }
  return { text: out + text.slice(at), spans };
}
