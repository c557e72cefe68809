import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCharacters } from './message.ts';

const whole = (text: string): number => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
const pieces = fc.constantFrom('a', 'é', 'e\u0301', '👨‍👩‍👧‍👦', '🇳🇱', '🇧', '\r\n', '\r', 'ก็', '각', '\u200d', '\ufe0f', '👍🏽');

it('counts as one pass over the whole text does, wherever a window ends', () => {
  fc.assert(fc.property(fc.array(pieces, { maxLength: 400 }), fc.nat({ max: 40 }), (parts, shift) => {
    const text = 'é' + 'x'.repeat(1_000 + shift) + parts.join('');
    expect(countCharacters(text)).toBe(whole(text));
  }), { numRuns: 60 });
});

it('takes a cluster longer than any window, and a very long text, in little time', () => {
  expect(countCharacters(`a${'\u0301'.repeat(300_000)}b`)).toBe(2);
  expect(countCharacters('👨‍👩‍👧‍👦'.repeat(10_000))).toBe(10_000);
  expect(countCharacters('é'.repeat(1_000_000), 10_000)).toBeGreaterThan(10_000);
}, 2_000);
