// What hostile texts are made of: pieces that make each recogniser look as often and as far as it can, and mixtures of them.

export const SHAPES: readonly string[] = [
  '1', '1 ', '1-', '1.', '1:', '12 ', '4', '4 ', '4111 ', '41 11 ', '0 ', '(0)', '06 12 34 56 78 ', '0612345678 ', '+', '+1', '+1 ', '+31 6 ', '@', 'a@', '"@', 'a"@', 'a@b.', 'a@b.c@d ', 'a.', 'a ',
  'tel 1 ', 'tel 12345678 ', 'ssn 1 2 ', '123-45-6789 ', 'NL91', 'NL91 ', 'nl 1', 'N L 9 1 ', 'me25 ', 'at ', 'at dot ', 'a at b dot c ', 'one ', 'double ', 'double one ', 'plus ', 'j o h n ', 'a dot ', '%40', '%25', '&#6', '&amp;', '&', '\\u0040',
  '\uff11', '1\u200b', '\u200b', '\u0661 ', '\u{1f600}1', '\ud800', 'O0 ', 'l1 ', '*', '****1', '4242 4242 4242 4242 ', '4242424242424242 1 ', 'exp 1 ', 'cvv 123 ', '12/12/2024 ', '1.1.1.1 ', 'card ', 'order ', '\n1', '12345678-1234-', 'ab12', 'phone_', 'aA',
];

/** A shape over and over. */
export const repeated = (shape: string, length: number): string => shape.repeat(Math.ceil(length / shape.length)).slice(0, length);

/** Mixtures of one to four shapes, by a seed: the same seed, the same texts. */
export function mixtures(seed: number, length: number): () => string {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
  return () => {
    const pieces = Array.from({ length: 1 + next(4) }, () => SHAPES[next(SHAPES.length)] ?? '1');
    let text = '';
    while (text.length < length) text += pieces[next(pieces.length)] ?? '1';
    return text;
  };
}
