// Spelling's part of the bridge: the preload asks for words, and hears when answers it has are not good any more.
import * as v from 'valibot';
import { channels } from '../../src-shared/ipc/bridge.ts';
import { wordsSchema } from '../../src-shared/ipc/spelling.ts';
import type { IpcDoor } from './ipc.ts';

export interface SpellingSource {
  readonly misspelled: (words: readonly string[]) => Promise<readonly string[]>;
  /** Calls back when what is right may have changed; answers the function that stops it. */
  readonly onChange: (changed: () => void) => () => void;
}

/** Answers one question; what does not fit is reported without its content and has nothing misspelled. */
export async function answerWords(source: Pick<SpellingSource, 'misspelled'>, payload: unknown, refused: () => void): Promise<readonly string[]> {
  const words = v.safeParse(wordsSchema, payload);
  if (words.success) return source.misspelled(words.output);
  refused();
  return [];
}

/** Answers the function that stops telling of changes; the door closes with the bridge. */
export function openSpellingDoor(source: SpellingSource, door: Pick<IpcDoor, 'handle' | 'send'>, refused: () => void): () => void {
  door.handle(channels.spelling, (payload) => answerWords(source, payload, refused));
  return source.onChange(() => { door.send(channels.spellingChanged, null); });
}
