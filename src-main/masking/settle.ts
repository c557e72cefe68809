// Repeats a scan on its own masked result until nothing more is found, so that masking twice is masking once:
// a word hidden in an e-mail address must not have vouched for, or spoken against, the number beside it.
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
      i = finding.end - 1;
      digits += VISIBLE_DIGITS;
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

/** An offset of the masked text back in the input; inside a mask it is the edge of the value. */
function backToInput(offset: number, findings: readonly Finding[], masked: ReturnType<typeof maskWith>, edge: 'start' | 'end'): number {
  let shift = 0;
  for (let i = 0; i < findings.length; i += 1) {
    const finding = findings[i];
    const span = masked.spans[i];
    if (finding === undefined || span === undefined || offset < span.start || (offset === span.start && edge === 'end')) break;
    if (offset < span.end || (edge === 'end' && offset === span.end)) return edge === 'start' ? finding.start : finding.end;
    shift = finding.end - span.end;
  }
  return offset + shift;
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
    const more = again.map((one) => ({
      ...one, start: backToInput(one.start, findings, masked, 'start'), end: backToInput(one.end, findings, masked, 'end'),
    }));
    findings = merge(findings, more);
  }
  return findings;
}
