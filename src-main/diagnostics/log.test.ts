import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

// electron-log looks for Electron when it is loaded; what is tested here needs neither.
vi.mock('electron-log/main', () => ({ default: {} }));
const { errorFields, parseLines } = await import('./log.ts');
const { redactField, redactTree } = await import('./redact.ts');
const { bundleOf } = await import('./bundle.ts');
const { createCounters } = await import('./counters.ts');

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

test('lines are read back as they were written; foreign ones are left out', () => {
  expect(parseLines(['2026-11-24T14:57:50.123Z centre.unknown why=AgentFoo count=10', '2026-11-24T14:57:51.000Z bug kind=<text 28> place=at.main.cjs:4:2', 'half a li', ''])).toEqual([
    { at: '2026-11-24T14:57:50.123Z', event: 'centre.unknown', fields: { why: 'AgentFoo', count: 10 } },
    { at: '2026-11-24T14:57:51.000Z', event: 'bug', fields: { kind: '<text 28>', place: 'at.main.cjs:4:2' } },
  ]);
});

test('names beyond a hundred are counted together, and none of them is a text', () => {
  const counters = createCounters();
  for (let n = 0; n < 150; n += 1) counters.add('frames', `Kind${String(n)}`);
  counters.add('frames', 'my number is 0612345678');
  expect(counters.sum('frames')).toBe(151);
  expect(counters.all()['frames']).toMatchObject({ Kind0: 1, other: 51 });
  expect(Object.keys(counters.all()['frames'] ?? {})).toHaveLength(101);
});

test('nothing of a text gets into the bundle, wherever it stands', () => {
  const parts = { writtenAt: 1, startedAt: 0, app: { version: '0.1.0' }, memoryMegabytes: 80, health: {}, counts: {}, counters: {}, settings: {}, log: [] };
  fc.assert(fc.property(fc.object({ values: [fc.string(), fc.constant('melissa@gmail.com'), fc.constant('4111 1111 1111 1111')] }), (connection) => {
    const written = bundleOf({ ...parts, connection });
    expect(written).not.toMatch(/gmail|4111|\d{5}/);
    expect(() => JSON.parse(written) as unknown).not.toThrow();
  }));
  expect(redactTree({ at: '2026-11-24T14:57:50.123Z', version: '33.2.1', kernel: '5.15.0-1023-aws', list: ['two words', 'one', 7, null] })).toEqual({
    at: '2026-11-24T14:57:50.123Z', version: '33.2.1', kernel: '5.15.0-1023-aws', list: ['<text 9>', 'one', 7, null],
  });
});
