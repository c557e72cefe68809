// Every catalogue at once, for main and for tests. The page fetches the one it shows: load.ts.
import { en } from './en/index.ts';
import type { Catalogue, Language } from './index.ts';
import { nl } from './nl/index.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { en, nl };

export const messagesFor = (language: Language): Catalogue => catalogues[language];
