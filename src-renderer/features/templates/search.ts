// Finds templates by title, shortcut and text as the agent types. Texts are folded once a library; a key looks at each template at most once,
// and where it only makes the term longer, at no more than what was found before.

/** What is looked into. The order of the library is kept among equals. */
export interface Findable {
  readonly templateId: string;
  readonly title: string;
  readonly shortcut: string;
  readonly text: string;
}

interface Entry<T> {
  readonly template: T;
  readonly title: string;
  readonly shortcut: string;
  readonly text: string;
  readonly place: number;
}

export interface TemplateIndex<T> {
  readonly entries: readonly Entry<T>[];
  readonly fold: (text: string) => string;
}

export interface Found<T> {
  readonly term: string;
  /** Best first. */
  readonly templates: readonly T[];
  /** How many templates were looked at for this. */
  readonly examined: number;
  readonly entries: readonly Entry<T>[];
}

/** Without case and accents. */
export const foldFor = (locale: string) => (text: string): string => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLocaleLowerCase(locale);

export function indexOf<T extends Findable>(library: readonly T[], fold: (text: string) => string): TemplateIndex<T> {
  return {
    fold,
    entries: library.map((template, place) => ({ template, place, title: fold(template.title), shortcut: fold(template.shortcut), text: fold(template.text) })),
  };
}

/** How well one word fits; lower is better, null = not at all. */
function fit(entry: Entry<unknown>, word: string): number | null {
  if (entry.shortcut === word) return 0;
  if (entry.shortcut.startsWith(word)) return 1;
  const at = entry.title.indexOf(word);
  if (at === 0) return 2;
  if (at > 0) return /[\p{L}\p{N}]/u.test(entry.title.charAt(at - 1)) ? 4 : 3;
  return entry.text.includes(word) ? 5 : null;
}

/** Every word of `term` occurs in the template. `before` is what was found for the term so far. */
export function find<T>(index: TemplateIndex<T>, term: string, before: Found<T> | null = null): Found<T> {
  const wanted = index.fold(term.trim());
  if (wanted === '') return { term: wanted, templates: index.entries.map(({ template }) => template), examined: 0, entries: index.entries };
  const words = wanted.split(/\s+/);
  const among = before !== null && before.term !== '' && wanted.startsWith(before.term) ? before.entries : index.entries;
  const scored = among.flatMap((entry) => {
    let score = 0;
    for (const word of words) {
      const one = fit(entry, word);
      if (one === null) return [];
      score += one;
    }
    return [{ entry, score }];
  });
  scored.sort((one, other) => one.score - other.score || one.entry.place - other.entry.place);
  return { term: wanted, templates: scored.map(({ entry }) => entry.template), examined: among.length, entries: scored.map(({ entry }) => entry) };
}
