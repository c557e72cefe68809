// What main asks the checker's thread, and what it answers. Both ends are our own code of one build.
import type { SpellingLanguage } from '../../src-shared/domain/spelling.ts';

export type Question =
  | { readonly id: number; readonly kind: 'misspelled'; readonly words: readonly string[] }
  | { readonly id: number; readonly kind: 'suggest'; readonly word: string };

export interface Answer {
  readonly id: number;
  readonly words: readonly string[];
}

/** What the thread is started with. `folder` holds `<language>.aff` and `<language>.dic`. */
export interface Start {
  readonly folder: string;
  readonly languages: readonly SpellingLanguage[];
}
