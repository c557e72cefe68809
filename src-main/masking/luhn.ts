// The Luhn check (ISO/IEC 7812-1, annex B) over all digits of a text at once: both sums are kept for every digit, so that any
// window of the row is judged in one step, however many windows a hostile text asks for.
import type { DigitGroup } from './scene.ts';

/** The digits of all groups in a row. */
export interface LuhnRow {
  /** Where in the row a group begins. */
  readonly startOf: (group: number) => number;
  /** The group that ends just before a place in the row; -1 when none does. */
  readonly groupEndingAt: (place: number) => number;
  /** Whether the digits from one place to before another pass. */
  readonly passes: (from: number, to: number) => boolean;
  /** Six digits from a place on, as a number. */
  readonly leadAt: (from: number) => number;
}

/** How many digits of an issuer's range there are at most. */
export const LEAD = 6;

/** Puts the digits of `groups` in a row. */
export function luhnRow(groups: readonly DigitGroup[]): LuhnRow {
  let size = 0;
  for (const group of groups) size += group.digits.length;
  const starts = new Int32Array(groups.length);
  const ending = new Int32Array(size + 1).fill(-1);
  const digits = new Uint8Array(size);
  const evenDoubled = new Int32Array(size + 1);
  const oddDoubled = new Int32Array(size + 1);
  let at = 0;
  for (let g = 0; g < groups.length; g += 1) {
    const text = groups[g]?.digits ?? '';
    starts[g] = at;
    for (let i = 0; i < text.length; i += 1) {
      const digit = text.charCodeAt(i) - 0x30;
      const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
      const even = at % 2 === 0;
      digits[at] = digit;
      evenDoubled[at + 1] = (evenDoubled[at] ?? 0) + (even ? doubled : digit);
      oddDoubled[at + 1] = (oddDoubled[at] ?? 0) + (even ? digit : doubled);
      at += 1;
    }
    ending[at] = g;
  }
  return {
    startOf: (group) => starts[group] ?? 0,
    groupEndingAt: (place) => ending[place] ?? -1,
    // The last digit of a number never counts double, so the one before it does.
    passes: (from, to) => {
      const sums = to % 2 === 0 ? evenDoubled : oddDoubled;
      return ((sums[to] ?? 0) - (sums[from] ?? 0)) % 10 === 0;
    },
    leadAt: (from) => {
      let lead = 0;
      for (let i = from; i < from + LEAD; i += 1) lead = lead * 10 + (digits[i] ?? 0);
      return lead;
    },
  };
}
