// Pictures of messages for the page: fetched when they are looked at, in memory only, never more of them than fit.
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { ContactCentre } from '../centre/contact-centre.ts';
import { pictureType } from './picture-type.ts';

const MEBIBYTE = 1024 * 1024;
/** Bytes of the largest picture that is drawn. */
export const MAX_PICTURE = 25 * MEBIBYTE;
/** Bytes of all pictures kept. */
const MAX_KEPT = 96 * MEBIBYTE;
/** Fetched at once; the others wait their turn. */
const MAX_FETCHING = 4;

export interface Picture {
  /** By its content, whatever it was called. */
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface Pictures {
  /** The picture at an address of a message. A failure is not kept: the next look tries again. */
  readonly look: (address: string) => Promise<Result<Picture>>;
  readonly clear: () => void;
}

export function createPictures(centre: Pick<ContactCentre, 'download'>): Pictures {
  /** In the order of last use. */
  const kept = new Map<string, Picture>();
  const fetching = new Map<string, Promise<Result<Picture>>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let cleared = new AbortController();

  const keep = (address: string, picture: Picture): void => {
    kept.delete(address);
    kept.set(address, picture);
    let total = [...kept.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    for (const [oldest, { bytes }] of kept) {
      if (total <= MAX_KEPT) break;
      total -= bytes.byteLength;
      kept.delete(oldest);
    }
  };

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= MAX_FETCHING) await new Promise<void>((resolve) => { waiting.push(resolve); });
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };

  const fetchPicture = async (address: string): Promise<Result<Picture>> => {
    const { signal } = cleared;
    const answer = await centre.download(address, signal);
    if (!answer.ok) return answer;
    const bytes = await whole(answer.value.bytes, answer.value.size);
    if (bytes === 'tooLarge') return fail(failure('fileTooLargeToShow'));
    if (bytes === 'broken') return fail(failure('fileUnreachable'));
    const mimeType = pictureType(bytes);
    if (mimeType === null) return fail(failure('fileNotPicture'));
    const picture = { mimeType, bytes };
    if (!signal.aborted) keep(address, picture);
    return ok(picture);
  };

  return {
    look: (address) => {
      const known = kept.get(address);
      if (known) {
        keep(address, known);
        return Promise.resolve(ok(known));
      }
      const already = fetching.get(address);
      if (already) return already;
      const started = inTurn(() => fetchPicture(address)).finally(() => { fetching.delete(address); });
      fetching.set(address, started);
      return started;
    },
    clear: () => {
      cleared.abort();
      cleared = new AbortController();
      kept.clear();
    },
  };
}

async function whole(pieces: AsyncIterable<Uint8Array>, size: number | null): Promise<Uint8Array | 'tooLarge' | 'broken'> {
  if (size !== null && size > MAX_PICTURE) return 'tooLarge';
  const parts: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const piece of pieces) {
      total += piece.byteLength;
      if (total > MAX_PICTURE) return 'tooLarge';
      parts.push(piece);
    }
  } catch {
    return 'broken';
  }
  return Buffer.concat(parts);
}
