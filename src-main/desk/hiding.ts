// What is hidden in texts the agent sends: what masking finds, and values that came from the customer's data.
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { Finding, Marking, Masker } from '../masking/index.ts';

export interface Hiding {
  readonly masker: Masker;
  /** The policy in force. */
  readonly masking: boolean;
}

/** Shorter values would hide half of a text by chance. */
const SHORTEST = 3;

/** What is hidden of a text; `values` are hidden wherever they stand. */
export function hiddenOf(text: string, values: readonly string[], { masker, masking }: Hiding): readonly (Finding | Marking)[] {
  if (!masking) return [];
  const all: (Finding | Marking)[] = [...masker.find(text)];
  for (const value of values) {
    if (value.length < SHORTEST) continue;
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
      const range = { start, end: start + value.length };
      if (!all.some((one) => one.start < range.end && range.start < one.end)) all.push({ ...range, type: 'MARKED' });
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

export const hide = (text: string, values: readonly string[], hiding: Hiding): MaskedText => hiding.masker.maskWith(text, hiddenOf(text, values, hiding));
