// Repeats a scan on its own masked result until nothing more is found, so that masking twice is masking once:
// a word hidden in an e-mail address must not have vouched for, or spoken against, the number beside it.
import type { MaskedSpan } from '../../src-shared/domain/masking.ts';
import type { Candidate, Finding } from './candidate.ts';
import { isLetter, isWordUnit } from './fold.ts';
import { maskWith } from './mask.ts';

const MOST_ROUNDS = 4;
const VISIBLE_DIGITS = 4;
const SHORTEST_NUMBER = 7;
/** Words that may spell a value; four or more digits, or an "at", need a second look too. */
const SPOKEN_HINT = /\b(?:dot|punt|punkt|point|punto|ponto|zero|nul|null|one|een|eins|two|twee|zwei|three|four|vier|five|six|sept|cinq|quatro|cuatro|cinco|otto|acht|huit)\b/i;

/** Whether what the findings leave visible could be found in a second look: a sign of an address, a word or enough digits. */
function leavesEnough(text: string, findings: readonly Finding[]): boolean {
  let digits = 0;
  let next = 0;
  for (let i = 0; i < text.length; i += 1) {
    const finding = findings[next];
    if (finding !== undefined && i >= finding.start) {
      // A domain stays to be read, digits and all; of a number the last few do.
      if (finding.type === 'EMAIL') digits += text.slice(finding.start, finding.end).replace(/\D/g, '').length;
      else digits += VISIBLE_DIGITS;
      i = finding.end - 1;
      next += 1;
      continue;
    }
    const unit = text.charCodeAt(i);
    // Anything beyond ASCII may be a digit or a sign of another script, an escape may be anything.
    if (unit === 0x40 || unit === 0x25 || unit === 0x26 || unit === 0x5c || (unit >= 0x80 && !isLetter(unit))) return true;
    if (isWordUnit(unit) && (!isLetter(unit))) digits += 1;
  }
  return digits - VISIBLE_DIGITS >= SHORTEST_NUMBER - VISIBLE_DIGITS || SPOKEN_HINT.test(text);
}

/** Leads offsets of the masked text, asked in growing order, back to the input; inside a mask to the value's edge. */
function backToInput(findings: readonly Finding[], spans: readonly MaskedSpan[]): (offset: number, edge: 'start' | 'end') => number {
  let i = 0;
  let shift = 0;
  return (offset, edge) => {
    for (; i < findings.length; i += 1) {
      const finding = findings[i];
      const span = spans[i];
      if (finding === undefined || span === undefined || offset < span.start || (offset === span.start && edge === 'end')) break;
      if (offset < span.end || (edge === 'end' && offset === span.end)) return edge === 'start' ? finding.start : finding.end;
      shift = finding.end - span.end;
    }
    return offset + shift;
  };
}

/** Joins new findings with the known ones; what overlaps becomes one. */
function merge(known: readonly Finding[], more: readonly Finding[]): Finding[] {
  const merged: Finding[] = [];
  for (const one of [...known, ...more].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || one.start >= last.end) merged.push(one);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, one.end), type: last.type };
  }
  return merged;
}

/** The findings of `scan` in `text`, and those that only show once the first ones are masked. */
export function settle(text: string, scan: (text: string) => readonly Candidate[]): Finding[] {
  let findings: Finding[] = [...scan(text)];
  for (let round = 1; round < MOST_ROUNDS && findings.length > 0 && leavesEnough(text, findings); round += 1) {
    const masked = maskWith(text, findings);
    const again = scan(masked.text);
    if (again.length === 0) break;
    const back = backToInput(findings, masked.spans);
    const more = again.map((one) => ({ ...one, start: back(one.start, 'start'), end: back(one.end, 'end') }));
    findings = merge(findings, more);
  }
  return findings;
}
