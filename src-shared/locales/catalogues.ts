// Every catalogue at once, for main and for tests. The page fetches the one it shows: load.ts.
import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import type { Catalogue, Language } from './index.ts';
import { nl } from './nl/index.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { en, nl, de, fr, es, ar };

export const messagesFor = (language: Language): Catalogue => catalogues[language];
