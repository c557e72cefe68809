// What is known of words: each is asked once, and all again when the dictionaries or the agent's own words change.
import { MAX_WORDS } from '../../../src-shared/domain/spelling.ts';

/** Words whose answer is kept; an agent's own vocabulary is far smaller. */
const MOST_KNOWN = 20_000;

export interface Lookup {
  /** Whether it is misspelled, as far as is known: null = it has not been asked yet. */
  readonly isWrong: (word: string) => boolean | null;
  /** Asks for those that are not known; resolves when they are. */
  readonly ask: (words: readonly string[]) => Promise<void>;
}

/**
 * `misspelled` answers those of at most 500 words that are wrong; null = it could not be asked, and may be another time.
 * `right` is not asked about: the names of those who write, which are in no dictionary.
 */
export function createLookup(misspelled: (words: readonly string[]) => Promise<readonly string[] | null>, right: readonly string[] = []): Lookup {
  const known = new Map<string, boolean>();
  const knowRight = (): void => { for (const word of right) known.set(word, false); };
  knowRight();
  return {
    isWrong: (word) => known.get(word) ?? null,
    ask: async (words) => {
      const asked = [...new Set(words)].filter((word) => !known.has(word));
      for (let start = 0; start < asked.length; start += MAX_WORDS) {
        const some = asked.slice(start, start + MAX_WORDS);
        const answer = await misspelled(some);
        if (answer === null) return;
        const wrong = new Set(answer);
        if (known.size > MOST_KNOWN) {
          known.clear();
          knowRight();
        }
        for (const word of some) known.set(word, wrong.has(word));
      }
    },
  };
}
