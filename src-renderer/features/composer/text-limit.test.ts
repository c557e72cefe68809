import { expect, test } from 'vitest';
import { maySend, measureText } from './text-limit.ts';

test('nothing and blanks cannot be sent', () => {
  expect(measureText('')).toEqual({ state: 'empty', count: 0 });
  expect(measureText(' \n ')).toEqual({ state: 'empty', count: 3 });
  expect(maySend(measureText(' '))).toBe(false);
});

test('the counter warns from 9,000 and blocks above 10,000, saying by how much', () => {
  expect(measureText('a'.repeat(8_999)).state).toBe('fits');
  expect(measureText('a'.repeat(9_000)).state).toBe('nearLimit');
  expect(maySend(measureText('a'.repeat(10_000)))).toBe(true);
  expect(measureText('a'.repeat(10_012))).toEqual({ state: 'tooLong', count: 10_012, by: 12 });
  expect(maySend(measureText('a'.repeat(10_001)))).toBe(false);
});

test('what the agent sees as one character counts as one', () => {
  expect(measureText('👨‍👩‍👧‍👦').count).toBe(1);
  expect(measureText('é'.normalize('NFD')).count).toBe(1);
  expect(measureText('👍🏽'.repeat(10_000)).state).toBe('nearLimit');
});
