// The catalogue of the language shown. Each is fetched once; while another one is on its way, the one before stays.
import { useEffect, useState } from 'react';
import { supportedLocale, type Catalogue, type Language } from '../../src-shared/locales/index.ts';
import { loadCatalogue } from '../../src-shared/locales/load.ts';

export interface Words {
  /** BCP 47, with its region: dates and numbers follow it, the words their language. */
  readonly locale: string;
  readonly language: Language;
  readonly messages: Catalogue;
}

const fetched = new Map<Language, Catalogue>();

/** Fetches the words of a locale, so that what is rendered next has them at once. */
export async function fetchWords(locale: string): Promise<Words> {
  const language = supportedLocale(locale);
  const messages = fetched.get(language) ?? (await loadCatalogue(language));
  fetched.set(language, messages);
  return { locale, language, messages };
}

function fetchedWords(locale: string): Words | null {
  const language = supportedLocale(locale);
  const messages = fetched.get(language);
  return messages === undefined ? null : { locale, language, messages };
}

/** null until the first language is there; afterwards the words last shown until the new ones are there. */
export function useWords(locale: string): Words | null {
  const [words, setWords] = useState(() => fetchedWords(locale));
  useEffect(() => {
    let isCurrent = true;
    fetchWords(locale).then(
      (newer) => { if (isCurrent) setWords(newer); },
      // The language shown is better than none; choosing it again asks again.
      () => undefined,
    );
    return () => { isCurrent = false; };
  }, [locale]);
  return words;
}
