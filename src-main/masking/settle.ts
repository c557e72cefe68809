// Repeats a scan on its own masked result until nothing more is found, so that masking twice is masking once:
// a word hidden in an e-mail address must not have vouched for, or spoken against, the number beside it.
import type { Candidate, Finding } from './candidate.ts';
import { maskWith } from './mask.ts';

const MOST_ROUNDS = 4;

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
  for (let round = 1; round < MOST_ROUNDS && findings.length > 0; round += 1) {
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
