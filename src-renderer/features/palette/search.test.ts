// Finding in the palette: what comes first, and that the work stays small among 5,000 entries (performance.md: p99 within a frame).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPaletteIndex, MOST_SHOWN, type PaletteEntry } from './search.ts';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
const names = (entries: readonly PaletteEntry[]): readonly string[] => entries.map(({ name }) => name);
const entriesOf = (...all: readonly string[]): readonly PaletteEntry[] => all.map((name, index) => ({ id: String(index), name }));

test('what begins with the words comes first, then words that begin so, then the rest, then what is said beside the name', () => {
  const index = createPaletteIndex([{ id: 'w', name: 'Warranty', words: 'end of term' }, ...entriesOf('Send', 'The end', 'End the conversation')], fold);
  expect(names(index.find('end').shown)).toEqual(['End the conversation', 'The end', 'Send', 'Warranty']);
});

test('every word has to be there, whatever the case, the accents and the order', () => {
  const index = createPaletteIndex(entriesOf('Café Zürich', 'Café Bern'), fold);
  expect(names(index.find('ZUR cafe').shown)).toEqual(['Café Zürich']);
  expect(index.find('nowhere')).toMatchObject({ shown: [], more: 0 });
});

describe('5,000 entries', () => {
  const many = Array.from({ length: 5_000 }, (_, number) => ({ id: String(number), name: `Template ${String(number)} about ${number % 7 === 0 ? 'delivery' : 'warranty'}` }));

  test('are folded once, and only what is typed after that', () => {
    let folded = 0;
    const index = createPaletteIndex(many, (text) => {
      folded += 1;
      return fold(text);
    });
    expect(folded).toBe(5_000);
    for (const term of ['d', 'de', 'del', 'deli', 'delivery 4']) index.find(term);
    expect(folded).toBe(5_005);
  });

  test('are looked at once a key at most, and fewer the longer the term is', () => {
    const index = createPaletteIndex(many, fold);
    const looked = ['w', 'wa', 'deli', 'deliv', 'delivery 49', 'delivery 490'].map((term) => index.find(term).looked);
    expect(looked).toEqual([5_000, 4_285, 5_000, 715, 715, expect.any(Number)]);
    expect(looked.at(-1)).toBeLessThan(40);
  });

  test('are not drawn beyond a screen or two, and the rest is counted', () => {
    const found = createPaletteIndex(many, fold).find('template');
    expect(found.shown).toHaveLength(MOST_SHOWN);
    expect(found.more).toBe(5_000 - MOST_SHOWN);
  });
});

test('whatever is typed before, the answer is that of a fresh index', () => {
  const some = entriesOf('End', 'Send', 'Café', 'The end of it', 'Transfer', 'te');
  const term = fc.string({ unit: fc.constantFrom('e', 'n', 'd', ' ', 'E', 'é', 't', 'c'), maxLength: 6 });
  fc.assert(fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), (terms) => {
    const index = createPaletteIndex(some, fold);
    for (const one of terms) expect(names(index.find(one).shown)).toEqual(names(createPaletteIndex(some, fold).find(one).shown));
  }));
});
