// Finds entries by the words an agent types: each name is folded once, when the palette opens; a longer term looks only at what the shorter one found.

export interface PaletteEntry {
  readonly id: string;
  readonly name: string;
  /** Searched as well, and counts for less. */
  readonly words?: string;
}

export interface Found<E extends PaletteEntry> {
  /** The best first; entries of equal worth in the order they were given. */
  readonly shown: readonly E[];
  /** How many more there are. */
  readonly more: number;
  /** Entries that were looked at: the work of this search. */
  readonly looked: number;
}

export interface PaletteIndex<E extends PaletteEntry> {
  readonly find: (term: string) => Found<E>;
}

/** As many as fit a screen twice; nobody reads more, and each costs drawing. */
export const MOST_SHOWN = 50;

interface Folded<E> {
  readonly entry: E;
  readonly name: string;
  readonly words: string;
}

/** 0 = begins so, 1 = a word begins so, 2 = inside, 3 = only in the other words; null = not at all. */
function worth<E>({ name, words }: Folded<E>, terms: readonly string[]): 0 | 1 | 2 | 3 | null {
  let worst: 0 | 1 | 2 | 3 = 0;
  for (const term of terms) {
    const at = name.indexOf(term);
    if (at === -1 && !words.includes(term)) return null;
    const here = at === 0 ? 0 : at === -1 ? 3 : name.includes(` ${term}`) ? 1 : 2;
    if (here > worst) worst = here;
  }
  return worst;
}

/** `fold` takes case and accents away. */
export function createPaletteIndex<E extends PaletteEntry>(entries: readonly E[], fold: (text: string) => string): PaletteIndex<E> {
  const all: readonly Folded<E>[] = entries.map((entry) => ({ entry, name: fold(entry.name), words: entry.words === undefined ? '' : fold(entry.words) }));
  let last: { readonly term: string; readonly matches: readonly Folded<E>[] } = { term: '', matches: all };
  return {
    find: (typed) => {
      const term = fold(typed).trim();
      const candidates = term.startsWith(last.term) ? last.matches : all;
      const terms = term.split(/\s+/).filter((word) => word !== '');
      const matches: Folded<E>[] = [];
      const byWorth: readonly E[][] = [[], [], [], []];
      for (const one of candidates) {
        const value = worth(one, terms);
        if (value === null) continue;
        matches.push(one);
        byWorth[value]?.push(one.entry);
      }
      last = { term, matches };
      const shown = byWorth.flat().slice(0, MOST_SHOWN);
      return { shown, more: matches.length - shown.length, looked: candidates.length };
    },
  };
}
