import { expect, test } from 'vitest';
import { capabilityChips, deviceFacts } from './device.ts';

test.each([
  ['iPhone OS', 'iPhone'], ['Mac OS X', 'Mac'], ['Watch OS', 'Apple Watch'], ['iPadOS', 'iPad'], ['FridgeOS', 'FridgeOS'], ['', 'Unknown'],
])('%s is shown as %s', (agent, name) => {
  expect(deviceFacts(agent, 'Unknown').name).toBe(name);
});

test('planned capabilities are always told, on or off, others only when there', () => {
  expect(capabilityChips(['list', ' TIME', 'FOO', 'AUTH', 'AUTH2'])).toEqual([
    { code: 'QUICK', on: false }, { code: 'LIST', on: true }, { code: 'TIME', on: true }, { code: 'FORM', on: false },
    { code: 'AUTH2', on: true }, { code: 'FOO', on: true },
  ]);
});
