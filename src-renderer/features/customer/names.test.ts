import { expect, test } from 'vitest';
import { plainText } from '../../../src-shared/domain/masking.ts';
import { shortName } from './names.ts';

test('a customer is called by the first word of the name', () => {
  expect(shortName(plainText('Melissa Jansen'))).toBe('Melissa');
  expect(shortName(plainText(' Noor van den Berg'))).toBe('Noor');
  expect(shortName(plainText(''))).toBe('');
});

test('a name in which something is masked stays whole', () => {
  const masked = { text: 'Jan ******0193', spans: [{ start: 4, end: 14, kind: 'PHONE' as const }] };
  expect(shortName(masked)).toBe('Jan ******0193');
});
