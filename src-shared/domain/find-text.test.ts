// Words are found whatever their case, accents and vowel signs, and where they stand is told exactly.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, foldSearch, placesOf } from './find-text.ts';

const marked = (text: string, words: string): string[] => placesOf(text, foldSearch(words)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Één kop Koffie, een KOFFIE', 'koffie', ['Koffie', 'KOFFIE']],
  ['Één kop', 'een', ['Één']],
  ['مُحَمَّد هنا', 'محمد', ['مُحَمَّد']],
  ['ﬁets', 'fi', ['ﬁ']],
  ['a  b', ' a ', ['a']],
  ['😀 ok 😀', '😀', ['😀', '😀']],
  ['nothing', '', []],
])('in %j, %j is %j', (text, words, found) => { expect(marked(text, words)).toEqual(found); });

test('what is marked says what was searched for, in order and apart', () => {
  const text = fc.array(fc.constantFrom('a', 'É', 'e\u0301', 'ß', 'İ', 'ﬁ', '😀', ' ', 'مُ', 'K'), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, text, (inside, words) => {
    const folded = foldSearch(words);
    const places = placesOf(inside, folded);
    expect(places.length > 0).toBe(contains(inside, folded));
    let last = 0;
    for (const { start, end } of places) {
      expect(start).toBeGreaterThanOrEqual(Math.min(last, start));
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(inside.length);
      last = end;
    }
  }));
});
