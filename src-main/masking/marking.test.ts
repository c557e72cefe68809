import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMasker } from './index.ts';
import { markSelection, withMarkings } from './marking.ts';

const masker = createMasker({ regions: ['GB', 'NL'] });

function mark(text: string, selected: string): string {
  const hidden = masker.find(text);
  const shown = masker.maskWith(text, hidden);
  const start = shown.text.indexOf(selected);
  const marking = markSelection(shown, hidden, { start, end: start + selected.length });
  return masker.maskWith(text, withMarkings(hidden, marking ? [marking] : [])).text;
}

describe('marking what masking missed', () => {
  test('hides the selected part wholly and leaves the rest', () => {
    expect(mark('My customer code is HV-204 881, thanks', 'HV-204 881')).toBe('My customer code is *********, thanks');
  });

  test('finds its place after values that are hidden already', () => {
    expect(mark('Call +447966197542 or ask for Melissa', 'Melissa')).toBe('Call *********7542 or ask for *******');
    expect(mark('Write to melissa@gmail.com, code 77', '77')).toBe('Write to m******@gmail.com, code **');
  });

  test('a hidden value that is touched goes with it', () => {
    expect(mark('Call +447966197542 now', '42 n')).not.toContain('7542');
  });

  test('nothing selected, nothing marked', () => {
    const shown = masker.mask('Hello there');
    expect(markSelection(shown, [], { start: 3, end: 3 })).toBeNull();
    expect(markSelection(shown, [], { start: 5, end: 6 })).toBeNull();
    expect(markSelection(shown, [], { start: -4, end: Number.NaN })).toBeNull();
  });

  test('any selection: it is hidden, and what is hidden stays in order without overlap', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(), fc.nat(), (head, a, b) => {
      const text = `${head} +447966197542 ${head} melissa@gmail.com`;
      const hidden = masker.find(text);
      const shown = masker.maskWith(text, hidden);
      const start = Math.min(a % shown.text.length, b % shown.text.length);
      const end = Math.max(a % shown.text.length, b % shown.text.length);
      const marking = markSelection(shown, hidden, { start, end });
      if (!marking) return;
      const all = withMarkings(hidden, [marking]);
      all.forEach((one, index) => {
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
      });
      expect(all.some((one) => one.type === 'MARKED' && one.start <= marking.start && one.end >= marking.end)).toBe(true);
    }));
  });

  test('a marking survives findings that come later', () => {
    const text = 'code 12 34 or +447966197542';
    const later = withMarkings(masker.find(text), [{ start: 5, end: 10, type: 'MARKED' }]);
    expect(masker.maskWith(text, later).text).toBe('code **** or *********7542');
  });
});
