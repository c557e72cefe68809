// Where an agent's selection in a masked text lies in the text itself, so that what masking missed can be marked.
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { Finding, Marking } from './candidate.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * `shown` is the text masked with `hidden`, one span each, in order. Answers the range of the text that the selection
 * covers: a hidden value that is touched belongs to it as a whole.
 */
function inputRange(shown: MaskedText, hidden: readonly Range[], selection: Range): Range {
  const at = (offset: number, side: 'start' | 'end'): number => {
    let shift = 0;
    for (const [index, span] of shown.spans.entries()) {
      const value = hidden[index];
      if (value === undefined || offset < span.start || (side === 'end' && offset === span.start)) break;
      if (offset < span.end || (side === 'end' && offset === span.end)) return value[side];
      shift = value.end - span.end;
    }
    return offset + shift;
  };
  return { start: at(selection.start, 'start'), end: at(selection.end, 'end') };
}

/** The marking for a selection (offsets into the masked text); null when it selects nothing. */
export function markSelection(shown: MaskedText, hidden: readonly (Finding | Marking)[], selection: Range): Marking | null {
  const within = (offset: number): number => Math.min(Math.max(0, Math.trunc(offset) || 0), shown.text.length);
  const chosen = { start: within(selection.start), end: within(selection.end) };
  if (chosen.start >= chosen.end || shown.text.slice(chosen.start, chosen.end).trim() === '') return null;
  return { ...inputRange(shown, hidden, chosen), type: 'MARKED' };
}

/** Markings come before findings: what they touch is hidden as a part of them. */
export function withMarkings(findings: readonly (Finding | Marking)[], markings: readonly Marking[]): readonly (Finding | Marking)[] {
  let all = findings;
  for (const marking of markings) {
    const touched = all.filter((one) => one.start < marking.end && marking.start < one.end);
    const start = Math.min(marking.start, ...touched.map((one) => one.start));
    const end = Math.max(marking.end, ...touched.map((one) => one.end));
    const rest = all.filter((one) => !touched.includes(one));
    all = [...rest, { start, end, type: 'MARKED' as const }].sort((a, b) => a.start - b.start);
  }
  return all;
}
