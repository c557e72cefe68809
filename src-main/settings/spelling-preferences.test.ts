// The part of the preferences file about spelling: whole, missing and damaged.
import { expect, test } from 'vitest';
import { defaultSpelling } from '../../src-shared/domain/spelling.ts';
import { readSpelling, spellingOf } from './spelling-preferences.ts';

test.each([
  ['nothing', undefined, defaultSpelling],
  ['no object', 'on', defaultSpelling],
  ['a list', [], defaultSpelling],
  ['all of it', { spelling: false, spellingLanguages: ['nl', 'fr'], ownWords: ['app', 'Zwolsman'] }, { spelling: false, spellingLanguages: ['nl', 'fr'], ownWords: ['app', 'Zwolsman'] }],
  ['a part', { spelling: false }, { ...defaultSpelling, spelling: false }],
  ['an unknown language', { spelling: 'yes', spellingLanguages: ['nl', 'tlh'], ownWords: ['goed'] }, { ...defaultSpelling, ownWords: ['goed'] }],
  ['no language at all', { spellingLanguages: [] }, defaultSpelling],
  ['words that are none', { ownWords: ['goed', 1, 'twee woorden', '4111111111111111', null] }, { ...defaultSpelling, ownWords: ['goed'] }],
])('%s', (_what, stored, expected) => {
  expect(readSpelling(stored)).toEqual(expected);
});

test('only what is about spelling is kept of a change', () => {
  expect(spellingOf({ spelling: false, ...{ zoom: 2 } })).toEqual({ spelling: false });
  expect(spellingOf({ spellingLanguages: null, ownWords: [] })).toEqual({ spellingLanguages: null, ownWords: [] });
});
