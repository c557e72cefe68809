// Hostile text must not buy more than linear work: eight times the text may cost about eight times as much,
// quadratic work would cost sixty-four. Ratios instead of clock times keep this true on slow machines.
import { describe, expect, test } from 'vitest';
import { createMasker } from './index.ts';

const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });

const SHAPES = [
  '1', '1 ', '1-', '1.', '1:', '12 ', '4', '4 ', '4111 ', '41 11 ', '0 ', '(0)', '06 12 34 56 78 ', '0612345678 ', '+', '+1', '+1 ', '+31 6 ', '@', 'a@', '"@', 'a"@', 'a@b.', 'a@b.c@d ', 'a.', 'a ',
  'tel 1 ', 'tel 12345678 ', 'ssn 1 2 ', '123-45-6789 ', 'NL91', 'NL91 ', 'nl 1', 'N L 9 1 ', 'me25 ', 'at ', 'at dot ', 'a at b dot c ', 'one ', 'double ', 'double one ', 'plus ', 'j o h n ', 'a dot ', '%40', '%25', '&#6', '&amp;', '&', '\\u0040',
  '\uff11', '1\u200b', '\u200b', '\u0661 ', '\u{1f600}1', '\ud800', 'O0 ', 'l1 ', '*', '****1', '4242 4242 4242 4242 ', '4242424242424242 1 ', 'exp 1 ', 'cvv 123 ', '12/12/2024 ', '1.1.1.1 ', 'card ', 'order ', '\n1', '12345678-1234-', 'ab12', 'phone_', 'aA',
];

const SHORT = 2000;
const LONG = 16_000;
const LINEAR = LONG / SHORT;
const GENEROUS = 3;
/** Below this many milliseconds a clock says nothing about growth. */
const NOISE = 4;

const repeat = (shape: string, length: number): string => shape.repeat(Math.ceil(length / shape.length)).slice(0, length);

function fastest(text: string): number {
  let best = Infinity;
  for (let run = 0; run < 4; run += 1) {
    const before = performance.now();
    masker.mask(text);
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

describe('hostile text', () => {
  test.each(SHAPES)('grows linearly: %j', (shape) => {
    const short = fastest(repeat(shape, SHORT));
    const long = fastest(repeat(shape, LONG));
    expect(long).toBeLessThan(Math.max(short, NOISE) * LINEAR * GENEROUS);
  });

  test('random mixtures of hostile shapes end soon and masking them settles', () => {
    let seed = 20_250_101;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 0x1_0000_0000) * below);
    };
    for (let round = 0; round < 60; round += 1) {
      const pieces = Array.from({ length: 1 + next(4) }, () => SHAPES[next(SHAPES.length)] ?? '1');
      let text = '';
      while (text.length < 10_000) text += pieces[next(pieces.length)] ?? '1';
      const { text: masked } = masker.mask(text);
      expect(masker.mask(masked).text).toBe(masked);
    }
  });
});
