// Spelling: which dictionaries there are, which of them holds, and which words of a text are looked up at all.

/** Those that may be shipped (docs/spelling.md says why there is none for German and Arabic). */
export const spellingLanguages = ['en-GB', 'en-US', 'nl', 'fr', 'es'] as const;
export type SpellingLanguage = (typeof spellingLanguages)[number];

/** A longer word is not looked up. */
export const MAX_WORD = 64;
/** Words of one question. */
export const MAX_WORDS = 500;
/** Words an agent can add. */
export const MAX_OWN_WORDS = 2_000;
/** What the menu offers for a word. */
export const MAX_SUGGESTIONS = 5;

/** The dictionary of a language as the window speaks it; null = there is none. English is British unless it says otherwise. */
export function dictionaryFor(locale: string): SpellingLanguage | null {
  const [language, ...rest] = locale.toLowerCase().split(/[-_]/);
  if (language === 'en') return rest.includes('us') ? 'en-US' : 'en-GB';
  return spellingLanguages.find((known) => known === language) ?? null;
}

export interface SpellingChoice {
  readonly spelling: boolean;
  /** null = the window's language. */
  readonly spellingLanguages: readonly SpellingLanguage[] | null;
}

export interface SpellingPreferences extends SpellingChoice {
  /** Words the agent has added, in the order of the alphabet. */
  readonly ownWords: readonly string[];
}

export const defaultSpelling: SpellingPreferences = { spelling: true, spellingLanguages: null, ownWords: [] };

/** The dictionaries that hold: a word is right when one of them has it. None: nothing is checked. */
export function languagesInUse({ spelling, spellingLanguages: chosen }: SpellingChoice, locale: string): readonly SpellingLanguage[] {
  if (!spelling) return [];
  if (chosen !== null) return chosen;
  const own = dictionaryFor(locale);
  return own === null ? [] : [own];
}

/** The choice with one language more or less. Just the window's is no choice: it goes on following the window, and so does none at all. */
export function withLanguage(choice: SpellingChoice, locale: string, language: SpellingLanguage): SpellingChoice['spellingLanguages'] {
  const inUse = languagesInUse({ ...choice, spelling: true }, locale);
  const next = spellingLanguages.filter((one) => inUse.includes(one) !== (one === language));
  return next.length === 0 || (next.length === 1 && next[0] === dictionaryFor(locale)) ? null : next;
}

/** Addresses, links, numbers and masked marks; all that hangs on them is none of the language either. */
const NO_WORDS = /[\d*@_\\]|:\/\/|www\.|\p{L}\.\p{L}/u;
/** Far more than can be sent. What is behind it is not looked up, so that a pasted book costs no more than a long message. */
const LONGEST_TEXT = 40_000;
/** A single letter, figures, or capitals throughout, as in codes and abbreviations. */
const NO_WORD = /^(?:.|[^\p{Ll}]*|.*\d.*)$/u;

/** A word of a text and where it stands, in UTF-16 units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
}

/** The words of `text` that are worth looking up, in its order. What a hyphen joins is looked up apart. */
export function wordsIn(text: string): readonly PlacedWord[] {
  return [...text.slice(0, LONGEST_TEXT).matchAll(/\S+/g)].flatMap(({ 0: piece, index }) => {
    if (NO_WORDS.test(piece)) return [];
    return [...piece.matchAll(/\p{L}[\p{L}\p{M}]*(?:['\u2019]\p{L}[\p{L}\p{M}]*)*/gu)]
      .filter(({ 0: word }) => word.length <= MAX_WORD && !NO_WORD.test(word))
      .map((found) => ({ word: found[0], start: index + found.index }));
  });
}

/** As a word is kept and compared: composed, and with the one apostrophe. */
export const plainWord = (word: string): string => word.normalize('NFC').replaceAll('\u2019', "'").trim();

/** Whether it can be added to an agent's own words: one word, no number and no address. */
export const isOwnWord = (word: string): boolean => word.length <= MAX_WORD && /^\p{L}[\p{L}\p{M}'\u2019-]*$/u.test(word);

/** An own word in small letters holds at the start of a sentence too; one with capitals holds as it is. */
export function isOwn(own: ReadonlySet<string>, word: string): boolean {
  const plain = plainWord(word);
  return own.has(plain) || own.has(plain.charAt(0).toLowerCase() + plain.slice(1));
}

/** The own words with one more, in the order of the alphabet; the same list when nothing changes. */
export function withWord(own: readonly string[], word: string): readonly string[] {
  const plain = plainWord(word);
  return own.length >= MAX_OWN_WORDS || own.includes(plain) ? own : [...own, plain].sort((one, other) => one.localeCompare(other));
}
