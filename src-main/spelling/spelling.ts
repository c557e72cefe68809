// The checker as main sees it: a thread that is there while words are looked up in some language, and is started by the first of them.
import { Worker } from 'node:worker_threads';
import type { SpellingLanguage } from '../../src-shared/domain/spelling.ts';
import type { Answer, Question, Start } from './questions.ts';

export interface SpellingParts {
  /** The bundle of the thread (worker.ts). */
  readonly script: string;
  /** Where the dictionaries are. */
  readonly folder: string;
  /** The thread has failed; what it says holds no word that was looked up. */
  readonly failed: (error: unknown) => void;
}

export interface Spelling {
  /** The dictionaries to look in from now on; none = the thread and all that is in its memory go. */
  readonly use: (languages: readonly SpellingLanguage[]) => void;
  /** Those of `words` that are in no dictionary; none when nothing can be looked up. */
  readonly misspelled: (words: readonly string[]) => Promise<readonly string[]>;
  readonly suggest: (word: string) => Promise<readonly string[]>;
  /** Whether the thread is there. */
  readonly running: () => boolean;
}

/** So often it is started again before spelling stays unchecked until other languages are chosen. */
const MOST_FAILURES = 3;

type Asked = Question extends infer One ? (One extends Question ? Omit<One, 'id'> : never) : never;

export function createSpelling({ script, folder, failed }: SpellingParts): Spelling {
  let languages: readonly SpellingLanguage[] = [];
  let worker: Worker | null = null;
  let failures = 0;
  let lastId = 0;
  const waiting = new Map<number, (words: readonly string[]) => void>();

  const stop = (): void => {
    void worker?.terminate();
    worker = null;
    for (const answer of waiting.values()) answer([]);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(script, { workerData: { folder, languages } satisfies Start });
    // It must not keep the app from quitting.
    started.unref();
    started.on('message', ({ id, words }: Answer) => {
      waiting.get(id)?.(words);
      waiting.delete(id);
    });
    started.on('error', (error) => {
      failed(error);
      if (worker !== started) return;
      failures += 1;
      stop();
    });
    return started;
  };

  const ask = (question: Asked): Promise<readonly string[]> => {
    if (languages.length === 0 || failures >= MOST_FAILURES) return Promise.resolve([]);
    worker ??= start();
    lastId += 1;
    const id = lastId;
    const answered = new Promise<readonly string[]>((resolve) => waiting.set(id, resolve));
    worker.postMessage({ ...question, id } satisfies Question);
    return answered;
  };

  return {
    use: (next) => {
      if (next.join() === languages.join()) return;
      stop();
      languages = next;
      failures = 0;
    },
    misspelled: (words) => (words.length === 0 ? Promise.resolve([]) : ask({ kind: 'misspelled', words })),
    suggest: (word) => ask({ kind: 'suggest', word }),
    running: () => worker !== null,
  };
}
