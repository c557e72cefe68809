// A file of a message, in pieces: a line that breaks in the middle is taken up again where it broke, by a range.
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { Download } from './contact-centre.ts';
import type { Transfer } from './transfers.ts';

/** Longest wait for the next piece, ms. */
const PIECE_LIMIT_MS = 15_000;
/** Times a download is taken up again without a single byte more. */
const MAX_BROKEN = 3;

/** The first piece can be waited for; a rejection while the bytes are read means that the rest did not come. */
export async function download(transfer: Transfer, clock: Clock, address: string, signal: AbortSignal): Promise<Result<Download>> {
  const answer = await transfer({ method: 'GET', address, signal });
  if (answer.kind === 'elsewhere') return fail(failure('fileElsewhere'));
  if (answer.kind !== 'response') return fail(failure('fileUnreachable'));
  const { response } = answer;
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return fail(failure(response.status === 404 || response.status === 410 ? 'fileGone' : response.status === 403 ? 'forbidden' : 'fileUnreachable'));
  }
  const size = sizeOf(response);
  return ok({ size, bytes: pieces(transfer, clock, { address, signal, size, first: response }) });
}

interface Course {
  readonly address: string;
  readonly signal: AbortSignal;
  readonly size: number | null;
  readonly first: Response;
}

const sizeOf = (response: Response): number | null => {
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && length >= 0 ? length : null;
};

async function* pieces(transfer: Transfer, clock: Clock, { address, signal, size, first }: Course): AsyncGenerator<Uint8Array> {
  let response: Response | null = first;
  let at = 0;
  let broken = 0;
  while (response !== null) {
    const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
    try {
      for (let piece = await next(reader, clock); piece !== null; piece = await next(reader, clock)) {
        at += piece.byteLength;
        broken = 0;
        yield piece;
      }
      if (size === null || at >= size) return;
    } catch {
      // The same as an end that comes too early.
    } finally {
      // Also when whoever reads has had enough.
      reader?.cancel().catch(() => undefined);
    }
    broken += 1;
    response = size === null || broken > MAX_BROKEN || signal.aborted ? null : await rest(transfer, address, at, signal);
  }
  throw new Error('The file did not come whole.');
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined, clock: Clock): Promise<Uint8Array | null> {
  if (reader === undefined) return null;
  let cancel = (): void => undefined;
  const late = new Promise<never>((_resolve, reject) => { cancel = clock.setTimer(PIECE_LIMIT_MS, () => { reject(new Error('Nothing came.')); }); });
  try {
    const { done, value } = await Promise.race([reader.read(), late]);
    return done ? null : value;
  } finally {
    cancel();
  }
}

/** What comes after `at`; null = it cannot be had. */
async function rest(transfer: Transfer, address: string, at: number, signal: AbortSignal): Promise<Response | null> {
  const answer = await transfer({ method: 'GET', address, headers: { range: `bytes=${String(at)}-` }, signal });
  if (answer.kind !== 'response') return null;
  if (answer.response.status === 206) return answer.response;
  await answer.response.body?.cancel();
  return null;
}
