// Reads what an agent has chosen for spelling, and their own words. What cannot be read is as it comes, part by part.
import * as v from 'valibot';
import { defaultSpelling, isOwnWord, MAX_OWN_WORDS, spellingLanguages, type SpellingPreferences } from '../../src-shared/domain/spelling.ts';

const ownWord = v.fallback(v.pipe(v.string(), v.check(isOwnWord)), '');

const schema = v.object({
  spelling: v.fallback(v.boolean(), defaultSpelling.spelling),
  spellingLanguages: v.fallback(v.nullable(v.pipe(v.array(v.picklist(spellingLanguages)), v.minLength(1))), null),
  ownWords: v.pipe(v.fallback(v.array(ownWord), []), v.transform((words) => words.filter((word) => word !== '').slice(0, MAX_OWN_WORDS))),
});

export function readSpelling(stored: unknown): SpellingPreferences {
  const parts = typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {};
  return v.parse(schema, { ...defaultSpelling, ...parts });
}

/** Of a change of settings what is about spelling. */
export const spellingOf = ({ spelling, spellingLanguages: languages, ownWords }: Partial<SpellingPreferences>): Partial<SpellingPreferences> => ({
  ...(spelling !== undefined && { spelling }), ...(languages !== undefined && { spellingLanguages: languages }), ...(ownWords !== undefined && { ownWords }),
});
