// One catalogue, fetched when it is asked for: nobody reads them all, so the page's first load holds none of them.
import type { Catalogue, Language } from './index.ts';

const loaders: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en/index.ts')).en,
  nl: async () => (await import('./nl/index.ts')).nl,
  de: async () => (await import('./de/index.ts')).de,
  fr: async () => (await import('./fr/index.ts')).fr,
  es: async () => (await import('./es/index.ts')).es,
  ar: async () => (await import('./ar/index.ts')).ar,
};

export const loadCatalogue = (language: Language): Promise<Catalogue> => loaders[language]();
