// What gets through to the checker: short lists of words, nothing else.
import { expect, test } from 'vitest';
import { MAX_WORD, MAX_WORDS } from '../../src-shared/domain/spelling.ts';
import { answerWords } from './spelling-door.ts';

const source = { misspelled: (words: readonly string[]) => Promise.resolve(words.filter((word) => word.startsWith('x'))) };

async function ask(payload: unknown): Promise<{ readonly answer: readonly string[]; readonly refusals: number }> {
  let refusals = 0;
  return { answer: await answerWords(source, payload, () => { refusals += 1; }), refusals };
}

test('words get through', async () => {
  expect(await ask(['goed', 'xout'])).toEqual({ answer: ['xout'], refusals: 0 });
  expect(await ask(Array.from({ length: MAX_WORDS }, () => 'x'.repeat(MAX_WORD)))).toMatchObject({ refusals: 0 });
});

test.each([
  ['nothing', undefined], ['a text', 'xout'], ['an object', { words: ['xout'] }], ['a number among them', ['xout', 1]], ['an empty word', ['']],
  ['a word that is too long', ['x'.repeat(MAX_WORD + 1)]], ['too many', Array.from({ length: MAX_WORDS + 1 }, () => 'xout')],
])('%s does not', async (_what, payload) => {
  expect(await ask(payload)).toEqual({ answer: [], refusals: 1 });
});
