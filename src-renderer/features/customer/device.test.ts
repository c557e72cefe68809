import { expect, test } from 'vitest';
import { capabilityChips, deviceFacts } from './device.ts';

test.each([
  ['iPhone OS', 'iPhone'], ['Mac OS X', 'Mac'], ['Watch OS', 'Apple Watch'], ['iPadOS', 'iPad'], ['FridgeOS', 'FridgeOS'], ['', 'Unknown'],
])('%s is shown as %s', (agent, name) => {
  expect(deviceFacts(agent, 'Unknown').name).toBe(name);
});

test('what templates need is always told, on or off, however the list is written', () => {
  expect(capabilityChips(['list', ' TIME', 'FOO', 'AUTH'])).toEqual([
    { code: 'QUICK', on: false }, { code: 'LIST', on: true }, { code: 'TIME', on: true }, { code: 'FORM', on: false },
  ]);
});
