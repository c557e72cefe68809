// The organisation's file: what holds of it, what is said of a bad one, and that a doubt shows least.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockedBy, noPolicy, parsePolicy, policyPath, readPolicy } from './admin-policy.ts';

test('what it sets is locked, and what it is silent about stays the agent\'s', () => {
  const policy = parsePolicy('{ "$schema": "x", "theme": "dark", "notificationPreview": false, "language": "nl-NL", "keepAwakeWhileAvailable": true }');
  expect(policy).toEqual({ theme: 'dark', notificationPreview: false, language: 'nl-NL', keepAwakeWhileAvailable: true, problem: null });
  expect(lockedBy(policy)).toEqual(['theme', 'locale', 'preview']);
  const spelling = parsePolicy('{ "spelling": false, "spellingLanguages": ["nl", "en-GB"] }');
  expect(spelling).toEqual({ spelling: false, spellingLanguages: ['nl', 'en-GB'], problem: null });
  expect(lockedBy(spelling)).toEqual(['spelling', 'spellingLanguages']);
  expect(parsePolicy('{ "spellingLanguages": [] }')).toMatchObject({ problem: { names: ['spellingLanguages'] } });
  expect(lockedBy(parsePolicy('{}'))).toEqual([]);
});

describe('a file that is not right', () => {
  test.each([['no JSON', '{ "theme": '], ['a list', '[]'], ['a word', '"dark"'], ['nothing', '']])('%s: nothing is quoted or recorded, and it is said', (_name, text) => {
    expect(parsePolicy(text)).toEqual({ notificationPreview: false, contentProtection: true, problem: { kind: 'notJson' } });
  });

  test('wrong parts are named, right ones hold', () => {
    expect(parsePolicy('{ "theme": "pink", "zoom": 1.25, "themes": "dark" }')).toEqual({
      zoom: 1.25, notificationPreview: false, contentProtection: true, problem: { kind: 'parts', names: ['theme', 'themes'] },
    });
    expect(parsePolicy('{ "notificationPreview": true, "zoom": 9 }')).toMatchObject({ notificationPreview: true, problem: { names: ['zoom'] } });
  });

  test('whatever it holds, it is read without a throw, and never shows more than the agent chose', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const policy = parsePolicy(text);
      if (policy.problem !== null) expect(policy.notificationPreview).toBe(false);
    }));
  });
});

test('the machine\'s file comes before the environment\'s; one that cannot be read is no missing one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-policy-'));
  const [machine, other, none] = [join(folder, 'machine.json'), join(folder, 'other.json'), join(folder, 'none.json')];
  writeFileSync(machine, '{"theme":"dark"}');
  writeFileSync(other, '{"theme":"light"}');
  expect(readPolicy([machine, other]).theme).toBe('dark');
  expect(readPolicy([none, other]).theme).toBe('light');
  expect(readPolicy([none])).toEqual(noPolicy);
  expect(readPolicy([folder, other]).problem).toEqual({ kind: 'unreadable' });
});

test('every system has its place for it', () => {
  expect([policyPath('win32', 'D:\\Data'), policyPath('win32', undefined), policyPath('darwin', undefined), policyPath('linux', undefined)]).toEqual([
    'D:\\Data\\Parley\\policy.json', 'C:\\ProgramData\\Parley\\policy.json', '/Library/Application Support/Parley/policy.json', '/etc/parley/policy.json',
  ]);
});
