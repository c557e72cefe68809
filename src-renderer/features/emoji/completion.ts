// `:name` in the compose box: which word at the cursor asks for an emoji, and which emoji answer it.
import type { EmojiEntry } from './emoji-set.ts';

export interface Asked {
  /** Where the colon stands. */
  readonly start: number;
  readonly query: string;
  /** A second colon ended it: only the emoji of exactly that name is meant. */
  readonly closed: boolean;
}

/** A colon after a blank or an opening bracket, so that 10:30 and https: are none; a letter or sign in it, so that :30 is none. */
const ASKING = /(?:^|[\s([{"'“‘])(:(?=[^:]*[\p{L}+-])([\p{L}\p{N}+_-]{2,40})(:?))$/u;

/** What the text before the cursor asks for. */
export function askedBefore(text: string): Asked | null {
  const match = ASKING.exec(text.slice(-64));
  if (match === null) return null;
  const [, token = '', query = '', end] = match;
  return { start: text.length - token.length, query: query.toLowerCase(), closed: end === ':' };
}

/** How well a name answers: the lower the better. */
const EXACT = 0;
const CODE = 1;
const LABEL = 2;
const TAG = 3;
const NONE = 4;

function rank({ codes, label, tags }: EmojiEntry, query: string): number {
  if (codes.includes(query)) return EXACT;
  if (codes.some((code) => code.startsWith(query))) return CODE;
  const words = query.replaceAll('_', ' ');
  if (` ${label.toLowerCase()}`.includes(` ${words}`)) return LABEL;
  return tags.some((tag) => tag.toLowerCase().startsWith(words)) ? TAG : NONE;
}

/** The best answers, at most `most`; those that answer equally well stay in emojibase's order, faces first. */
export function findEmoji(all: readonly EmojiEntry[], { query, closed }: Asked, most = 6): readonly EmojiEntry[] {
  if (closed) return all.filter(({ codes }) => codes.includes(query)).slice(0, 1);
  const found = all.map((entry) => ({ entry, rank: rank(entry, query) })).filter((one) => one.rank < NONE);
  return found.sort((a, b) => a.rank - b.rank).slice(0, most).map(({ entry }) => entry);
}
