import { describe, expect, it } from 'vitest';
import { find, foldFor, indexOf, type Findable } from './search.ts';

const one = (templateId: string, title: string, shortcut = '', text = ''): Findable => ({ templateId, title, shortcut, text });
const ids = (found: { readonly templates: readonly Findable[] }): string[] => found.templates.map(({ templateId }) => templateId);
const fold = foldFor('en');

describe('finding a template', () => {
  const index = indexOf([
    one('a', 'Confirm the repair', 'ok', 'Your visit is booked'), one('b', 'Repair confirmed', 'conf'), one('c', 'Prepaid label', 'label', 'For repairs'), one('d', 'Één ogenblik', 'moment'),
    one('e', 'Goodbye', 'repair'), one('f', 'Hello', 'hello', 'How can I help?'),
  ], fold);

  it('looks into shortcut, title and text, the best fit first', () => {
    expect(ids(find(index, 'repair'))).toEqual(['e', 'b', 'a', 'c']);
    expect(ids(find(index, 'CONF'))).toEqual(['b', 'a']);
    expect(ids(find(index, 'booked'))).toEqual(['a']);
  });

  it('wants every word, in any order, whatever the case and the accents', () => {
    expect(ids(find(index, 'confirm repair'))).toEqual(['a', 'b']);
    expect(ids(find(index, '  een '))).toEqual(['d']);
    expect(ids(find(index, 'repair nothing'))).toEqual([]);
  });

  it('keeps the order of the library for no term', () => {
    expect(ids(find(index, ' '))).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('a thousand templates', () => {
  it('are folded once, and a key looks at no more than what the keys before it left', () => {
    let folded = 0;
    const counting = (text: string): string => {
      folded += 1;
      return fold(text);
    };
    const library = Array.from({ length: 1_000 }, (_, n) => one(String(n), n % 10 === 0 ? `Repair ${String(n)}` : `Delivery ${String(n)}`, `s${String(n)}`, 'words '.repeat(200)));
    const index = indexOf(library, counting);
    expect(folded).toBe(3_000);
    let found = find(index, 'r');
    expect(found.examined).toBe(1_000);
    const examined: number[] = [];
    for (const term of ['re', 'rep', 'repa', 'repai', 'repair', 'repair 5', 'repair 50']) {
      found = find(index, term, found);
      examined.push(found.examined);
    }
    // All of them have an r: 'words', 'Delivery'.
    expect(examined[0]).toBe(1_000);
    expect(examined.slice(1)).toEqual([100, 100, 100, 100, 100, 19]);
    expect(ids(found).slice(0, 3)).toEqual(['50', '500', '150']);
    // Shorter again: all are looked at, nothing is folded but the term.
    expect(find(index, 'rep', found).examined).toBe(1_000);
    expect(folded).toBe(3_000 + 9);
  });
});
