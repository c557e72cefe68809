// The thread that checks: started with the first word to look up, ended when no dictionary is wanted. A bundle of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadModule } from 'hunspell-asm';
import { createChecker } from './checker.ts';
import { openDictionary } from './dictionary.ts';
import type { Answer, Question, Start } from './questions.ts';

const { folder, languages } = workerData as Start;

// Main hears of a dictionary that cannot be read as this thread's error.
const checker = loadModule().then((factory) =>
  createChecker(languages.map((language) => {
    const file = (end: string): Uint8Array => readFileSync(join(folder, `${language}.${end}`));
    return openDictionary(factory, { affix: file('aff'), words: file('dic') });
  })));

parentPort?.on('message', (question: Question) => {
  void checker.then(({ misspelled, suggest }) => {
    const words = question.kind === 'misspelled' ? misspelled(question.words) : suggest(question.word);
    parentPort?.postMessage({ id: question.id, words } satisfies Answer);
  });
});
