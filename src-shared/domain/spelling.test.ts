// Which words are looked up, and in which dictionaries.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dictionaryFor, isOwn, isOwnWord, languagesInUse, withLanguage, wordsIn, type SpellingChoice } from './spelling.ts';

test.each([
  ['en', 'en-GB'], ['en-GB', 'en-GB'], ['en-US', 'en-US'], ['nl', 'nl'], ['nl-BE', 'nl'], ['fr-CA', 'fr'], ['es-419', 'es'], ['de', null], ['ar-EG', null], ['', null],
])('the dictionary of %s is %s', (locale, expected) => {
  expect(dictionaryFor(locale)).toBe(expected);
});

test('off checks nothing; no choice follows the window; a choice holds whatever the window speaks', () => {
  expect(languagesInUse({ spelling: false, spellingLanguages: ['nl'] }, 'nl')).toEqual([]);
  expect(languagesInUse({ spelling: true, spellingLanguages: null }, 'nl-NL')).toEqual(['nl']);
  expect(languagesInUse({ spelling: true, spellingLanguages: null }, 'de')).toEqual([]);
  expect(languagesInUse({ spelling: true, spellingLanguages: ['fr', 'nl'] }, 'de')).toEqual(['fr', 'nl']);
});

test('languages are added and taken away; the window\'s alone is no choice', () => {
  const choice = (spellingLanguages: SpellingChoice['spellingLanguages']): SpellingChoice => ({ spelling: true, spellingLanguages });
  expect(withLanguage(choice(null), 'nl', 'en-GB')).toEqual(['en-GB', 'nl']);
  expect(withLanguage(choice(['en-GB', 'nl']), 'nl', 'en-GB')).toBeNull();
  expect(withLanguage(choice(['en-GB', 'nl']), 'nl', 'nl')).toEqual(['en-GB']);
  expect(withLanguage(choice(['en-GB']), 'nl', 'en-GB')).toBeNull();
  expect(withLanguage(choice(null), 'de', 'fr')).toEqual(['fr']);
});

describe('words that are looked up', () => {
  const checked = (text: string): readonly string[] => wordsIn(text).map(({ word }) => word);

  test.each([
    ['plain words', 'Uw pakket komt morgen', ['Uw', 'pakket', 'komt', 'morgen']],
    ['a link', 'kijk op https://winkel.example/klantn/bstelling?q=fuot', ['kijk', 'op']],
    ['an address without its scheme', 'zie www.winkl.nl of winkl.nl/hlep', ['zie', 'of']],
    ['an e-mail address', 'mail klantn@winkl.nl graag', ['mail', 'graag']],
    ['order numbers', 'order AB12CD en PO-99187 is klaar', ['order', 'en', 'is', 'klaar']],
    ['masked marks', 'bel *******5678 of j**@ziggo.nl', ['bel', 'of']],
    ['capitals and single letters', 'de BTW in e-mail', ['de', 'in', 'mail']],
    ['a word inside a link and outside of it', 'hlep op https://winkel.nl/hlep', ['hlep', 'op']],
  ])('%s', (_what, text, expected) => {
    expect(checked(text)).toEqual(expected);
  });

  test('a very long word is left alone', () => {
    expect(checked('a'.repeat(65))).toEqual([]);
  });

  test('a book without a space, and one with many, cost no more than a long message', () => {
    expect(checked(`hlep ${'a'.repeat(400_000)}`)).toEqual(['hlep']);
    expect(checked(`hlep ${'a '.repeat(200_000)}laast`)).toEqual(['hlep']);
  });

  test('each stands where it is said to, and nothing with a digit is ever looked up', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { word, start } of wordsIn(text)) {
        expect(text.slice(start, start + word.length)).toBe(word);
        expect(word).not.toMatch(/\d/);
      }
    }));
  });
});

test('own words hold at the start of a sentence and with either apostrophe, capitals as they are', () => {
  const own = new Set(['klikbaar', 'Zwolsman', "app'en"]);
  expect(['klikbaar', 'Klikbaar', 'Zwolsman', 'app\u2019en'].map((word) => isOwn(own, word))).toEqual([true, true, true, true]);
  expect(['KLIKBAAR', 'zwolsman', 'klik'].map((word) => isOwn(own, word))).toEqual([false, false, false]);
  expect(['klikbaar', "foto's", 'e-mail', 'كتاب'].map(isOwnWord)).toEqual([true, true, true, true]);
  expect(['', 'twee woorden', 'a1', '4111111111111111', 'jan@ziggo.nl', '-', 'a'.repeat(65)].map(isOwnWord)).toEqual([false, false, false, false, false, false, false]);
});
