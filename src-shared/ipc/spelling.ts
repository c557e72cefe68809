// What the preload may ask main about spelling: a bounded list of words. The answer is those that are misspelled.
import * as v from 'valibot';
import { MAX_WORD, MAX_WORDS } from '../domain/spelling.ts';

export const wordsSchema = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_WORD))), v.maxLength(MAX_WORDS));
