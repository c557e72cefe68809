// One Hunspell dictionary in memory. Hunspell is the checker these dictionaries are made for; here it runs as WebAssembly.
import type { HunspellFactory } from 'hunspell-asm';

export interface Dictionary {
  readonly has: (word: string) => boolean;
  /** What may have been meant, the likeliest first. */
  readonly suggest: (word: string) => readonly string[];
}

/** The two files of a dictionary: how words are bent and put together, and the words. */
export interface DictionaryFiles {
  readonly affix: Uint8Array;
  readonly words: Uint8Array;
}

/** Dictionaries know the straight apostrophe; telephones and word processors write the other. */
const straight = (word: string): string => word.normalize('NFC').replaceAll('\u2019', "'");

export function openDictionary(factory: HunspellFactory, { affix, words }: DictionaryFiles): Dictionary {
  const files = [factory.mountBuffer(affix), factory.mountBuffer(words)] as const;
  const hunspell = factory.create(...files);
  // Hunspell has read them.
  files.forEach(factory.unmount);
  return {
    has: (word) => hunspell.spell(straight(word)),
    suggest: (word) => hunspell.suggest(straight(word)),
  };
}
