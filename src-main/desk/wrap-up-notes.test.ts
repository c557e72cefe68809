import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notesAttributes } from './wrap-up-notes.ts';

test('notes are kept whole, in values of at most 1,024 bytes', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 1500 }), (notes) => {
    const values = Object.values(notesAttributes(notes));
    expect(values.join('')).toBe(notes.trim());
    for (const value of values) expect(Buffer.byteLength(value)).toBeLessThanOrEqual(1024);
  }), { numRuns: 30 });
});

test('no notes, no attributes', () => {
  expect(notesAttributes('  \n')).toEqual({});
});
