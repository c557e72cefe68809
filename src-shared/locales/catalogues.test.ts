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

interface Node {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
  readonly children?: readonly Node[];
}
/** Literals and `#` name nothing; `<b>` does. */
const LITERAL = 0;
const POUND = 7;

/** The names a text is filled with; throws where the text is not valid ICU. */
function placeholders(text: string, locale: string): readonly string[] {
  const names = new Set<string>();
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type !== LITERAL && node.type !== POUND) names.add(String(node.value));
      for (const option of Object.values(node.options ?? {})) walk(option.value);
      walk(node.children ?? []);
    }
  };
  walk(intl.formatters.getMessageFormat(text, locale).getAst());
  return [...names].sort();
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const sources = ['src-renderer', 'src-main'].flatMap(sourcesUnder);
const literals = new Set(sources.flatMap((source) => [...source.matchAll(/['"`]([a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)['"`]/g)].map((match) => match[1] ?? '')));
/** Ids put together at run time, as in `failure.${code}`. */
const prefixes = [...new Set(sources.flatMap((source) => [...source.matchAll(/`([a-zA-Z]+\.(?:[a-zA-Z0-9]+\.)*)\$\{/g)].map((match) => match[1] ?? '')))];

describe.each(languages.filter(({ id }) => id !== 'en'))('$name', ({ id }) => {
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
  expect([supportedLocale('nl-BE'), supportedLocale('NL'), supportedLocale('en_US'), supportedLocale('fi'), supportedLocale('')]).toEqual(['nl', 'nl', 'en', 'en', 'en']);
});
