// How words are found in a text: without regard to case, accents and Arabic vowel signs. One rule for main, which finds, and the page, which marks.

interface Folded {
  readonly text: string;
  /** For each unit of `text`: where it comes from. */
  readonly from: readonly number[];
}

function fold(text: string): Folded {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    folded += plain;
    if (plain.length === 1) from.push(at);
    else from.push(...Array<number>(plain.length).fill(at));
    at += character.length;
  }
  return { text: folded, from };
}

const foldCharacter = (character: string): string => (character >= ' ' && character <= '~' ? character.toLowerCase() : character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());

/** A search as it is compared; '' finds nothing. */
export const foldSearch = (words: string): string => fold(words.trim().replace(/\s+/g, ' ')).text;

/** `folded` comes from `foldSearch`. */
export const contains = (text: string, folded: string): boolean => folded !== '' && fold(text).text.includes(folded);

/** Where the words stand in a text, in UTF-16 units, `end` exclusive. */
export function placesOf(text: string, folded: string): readonly { readonly start: number; readonly end: number }[] {
  if (folded === '') return [];
  const { text: searched, from } = fold(text);
  const places: { start: number; end: number }[] = [];
  for (let at = searched.indexOf(folded); at !== -1; at = searched.indexOf(folded, at + folded.length)) {
    const start = from[at] ?? 0;
    places.push({ start, end: from[at + folded.length] ?? text.length });
  }
  return places;
}
