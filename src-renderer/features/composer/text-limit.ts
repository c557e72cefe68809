// How long the text in the compose box is and whether it may be sent. Limit: 10,000 user-perceived characters (domain/message.ts).
import { countCharacters, MAX_TEXT_CHARACTERS } from '../../../src-shared/domain/message.ts';

/** From here on the counter warns. */
export const WARN_FROM_CHARACTERS = 9_000;

export type TextLength =
  | { readonly state: 'empty'; readonly count: number }
  | { readonly state: 'fits'; readonly count: number }
  | { readonly state: 'nearLimit'; readonly count: number }
  | { readonly state: 'tooLong'; readonly count: number; readonly by: number };

/** Text of blanks only is `empty`: there is nothing to send, though the counter counts it. */
export function measureText(text: string): TextLength {
  const count = countCharacters(text);
  if (count > MAX_TEXT_CHARACTERS) return { state: 'tooLong', count, by: count - MAX_TEXT_CHARACTERS };
  if (text.trim() === '') return { state: 'empty', count };
  return { state: count >= WARN_FROM_CHARACTERS ? 'nearLimit' : 'fits', count };
}

export const maySend = (length: TextLength): boolean => length.state === 'fits' || length.state === 'nearLimit';
