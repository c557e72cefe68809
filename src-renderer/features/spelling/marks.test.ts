// Where the lines go, and which words are asked about.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLookup } from './lookup.ts';
import { marksOf, piecesOf, unknownWords } from './marks.ts';

const wrong = new Set(['hlep', 'parcle']);
const isWrong = (word: string): boolean | null => (word === 'new' ? null : wrong.has(word));
const marked = (text: string, at: number | null = null): readonly string[] => marksOf({ text, at }, isWrong).map(({ start, end }) => text.slice(start, end));

test('misspelled words are marked, but not the one that is being written', () => {
  expect(marked('please hlep my parcle')).toEqual(['hlep', 'parcle']);
  expect(marked('please hlep my parcle', 21)).toEqual(['hlep']);
  expect(marked('please hlep my parcle', 11)).toEqual(['parcle']);
  expect(marked('hlep at www.parcle.example')).toEqual(['hlep']);
});

test('what is not known is asked about once it is whole', () => {
  expect(unknownWords({ text: 'a new one', at: null }, isWrong)).toEqual(['new']);
  expect(unknownWords({ text: 'a new', at: 5 }, isWrong)).toEqual([]);
});

test('the pieces are the text up to the end of what the last marked word hangs in', () => {
  expect(piecesOf('my parcle, thanks', marksOf({ text: 'my parcle, thanks', at: null }, isWrong)))
    .toEqual([{ text: 'my ', wrong: false }, { text: 'parcle', wrong: true }, { text: ',', wrong: false }]);
  expect(piecesOf('all right', [])).toEqual([]);
  fc.assert(fc.property(fc.array(fc.constantFrom('hlep', 'parcle', 'fine', ',', ' ', '\n', '👍', '12')), (parts) => {
    const text = parts.join('');
    const pieces = piecesOf(text, marksOf({ text, at: null }, isWrong));
    expect(text.startsWith(pieces.map((piece) => piece.text).join(''))).toBe(true);
    expect(pieces.filter((piece) => piece.wrong).every((piece) => wrong.has(piece.text))).toBe(true);
  }));
});

test('each word is asked once, five hundred at a time; what could not be asked is asked again', async () => {
  const asked: number[] = [];
  let refuse = true;
  const lookup = createLookup((words) => {
    asked.push(words.length);
    return Promise.resolve(refuse ? null : words.filter((word) => word === 'w7'));
  });
  const words = Array.from({ length: 600 }, (_, index) => `w${String(index)}`);
  await lookup.ask(words);
  expect(lookup.isWrong('w7')).toBeNull();
  refuse = false;
  await lookup.ask([...words, ...words]);
  await lookup.ask(words);
  expect(asked).toEqual([500, 500, 100]);
  expect([lookup.isWrong('w7'), lookup.isWrong('w8')]).toEqual([true, false]);
});

test('names are right without being asked about', async () => {
  const lookup = createLookup(() => Promise.reject(new Error('Nobody is to be asked.')), ['Sanne', 'Vries']);
  await lookup.ask(['Sanne']);
  expect([lookup.isWrong('Sanne'), lookup.isWrong('Zwolle')]).toEqual([false, null]);
});
