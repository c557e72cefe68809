// One catalogue, fetched when it is asked for: nobody reads them all, so the page's first load holds none of them.
import type { Catalogue, Language } from './index.ts';

const loaders: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en/index.ts')).en,
  nl: async () => (await import('./nl/index.ts')).nl,
};

export const loadCatalogue = (language: Language): Promise<Catalogue> => loaders[language]();
