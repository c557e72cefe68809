import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

// electron-log looks for Electron when it is loaded; what is tested here needs neither.
vi.mock('electron-log/main', () => ({ default: {} }));
const { errorFields, redactField } = await import('./log.ts');

test('codes, numbers and versions are written, texts are not', () => {
  expect(redactField('signedInElsewhere')).toBe('signedInElsewhere');
  expect(redactField('task.accept')).toBe('task.accept');
  expect(redactField(42)).toBe('42');
  expect(redactField('My number is +31 6 1234 5678')).toBe('<text 28>');
  expect(redactField('melissa@gmail.com')).toBe('<text 17>');
  expect(redactField('4111111111111111')).toBe('<text 16>');
  expect(redactField('NL91ABNA0417164300')).toBe('<text 18>');
});

test('no five digits in a row ever get through', () => {
  fc.assert(fc.property(fc.string(), fc.integer({ min: 10_000, max: 999_999_999 }), (text, digits) => {
    expect(redactField(`${text}${String(digits)}`)).not.toMatch(/\d{5}/);
  }));
});

test('an error is written by kind and place, without its message', () => {
  const fields = errorFields(new TypeError('customer said 4111111111111111'));
  expect(JSON.stringify(fields)).not.toContain('4111');
  expect(fields).toMatchObject({ kind: 'TypeError' });
});
