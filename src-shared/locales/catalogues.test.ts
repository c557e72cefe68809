// The catalogues hold together: same texts and same placeholders in every language, a sentence for every failure, nothing unused.
// That no source names a text there is not, the compiler holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from '@formatjs/intl';
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../domain/failure.ts';
import { messagesFor } from './catalogues.ts';
import { languages, supportedLocale } from './index.ts';
import type { Language } from './index.ts';

const root = join(import.meta.dirname, '..', '..');
const intl = createIntl({ locale: 'en' });
const catalogueOf = (language: Language): Readonly<Record<string, string>> => messagesFor(language);
const english = catalogueOf('en');
const namespaces = readdirSync(join(import.meta.dirname, 'en')).filter((file) => file.endsWith('.json'));

interface Node {
  readonly type: number;
  readonly value?: unknown;
  /** On a plural only: how much is taken off before it is counted. */
  readonly offset?: number;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
  readonly children?: readonly Node[];
}
/** Literals and `#` name nothing; `<b>` does. */
const LITERAL = 0;
const POUND = 7;

/** Everything a text is made of, at every depth; throws where the text is not valid ICU. */
function partsOf(text: string, locale: string): readonly Node[] {
  const within = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => [node, ...Object.values(node.options ?? {}).flatMap((option) => within(option.value)), ...within(node.children ?? [])]);
  return within(intl.formatters.getMessageFormat(text, locale).getAst());
}

/** The names a text is filled with. */
const placeholders = (text: string, locale: string): readonly string[] =>
  [...new Set(partsOf(text, locale).flatMap((node) => (node.type === LITERAL || node.type === POUND ? [] : [String(node.value)])))].sort();

/** The plurals of a text that leave out a form this language has. French and Spanish have one of their own for millions, which nothing here reaches. */
const unfinishedPlurals = (text: string, locale: string): readonly Node[] =>
  partsOf(text, locale).filter(({ offset, options = {} }) => {
    const saysOneThing = locale !== 'ar' && options['one'] === undefined;
    if (offset === undefined || saysOneThing) return false;
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((form) => form !== 'many' || locale === 'ar');
    return wanted.some((form) => options[form] === undefined);
  });

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const sources = ['src-renderer', 'src-main'].flatMap(sourcesUnder);
const literals = new Set(sources.flatMap((source) => [...source.matchAll(/['"`]([a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)['"`]/g)].map((match) => match[1] ?? '')));
/** Ids put together at run time, as in `failure.${code}`. */
const prefixes = [...new Set(sources.flatMap((source) => [...source.matchAll(/`([a-zA-Z]+\.(?:[a-zA-Z0-9]+\.)*)\$\{/g)].map((match) => match[1] ?? '')))];

describe.each(languages)('$name', ({ id }) => {
  const catalogue = catalogueOf(id);

  it('has the texts English has', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills the same placeholders', () => {
    const differing = Object.keys(english).filter((key) => {
      const other = catalogue[key];
      return other !== undefined && placeholders(other, id).join() !== placeholders(english[key] ?? '', 'en').join();
    });
    expect(differing).toEqual([]);
  });

  it('has every plural form of its own', () => {
    expect(Object.keys(catalogue).filter((key) => unfinishedPlurals(catalogue[key] ?? '', id).length > 0)).toEqual([]);
  });

  it('says each text once', () => {
    const written = namespaces.flatMap((file) => [...readFileSync(join(import.meta.dirname, id, file), 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1] ?? ''));
    expect(written.filter((key, at) => written.indexOf(key) !== at)).toEqual([]);
  });
});

it('has no empty text', () => {
  const empty = languages.flatMap(({ id }) => Object.entries(catalogueOf(id)).filter(([, text]) => text.trim() === '').map(([key]) => `${id} ${key}`));
  expect(empty).toEqual([]);
});

it('says for every failure what happened', () => {
  expect(failureCodes.filter((code) => english[`failure.${code}`] === undefined)).toEqual([]);
  const known = new Set<string>(failureCodes);
  expect(Object.keys(english).filter((key) => key.startsWith('failure.') && !known.has(key.slice('failure.'.length)))).toEqual([]);
});

it('has no text that nothing shows', () => {
  const unused = Object.keys(english).filter((key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});

it('falls back to English for a language without a catalogue, and ignores the region', () => {
  const found = ['nl-BE', 'NL', 'en_US', 'de-AT', 'fr-CA', 'es-419', 'ar-EG', 'fi', ''].map(supportedLocale);
  expect(found).toEqual(['nl', 'nl', 'en', 'de', 'fr', 'es', 'ar', 'en', 'en']);
});
