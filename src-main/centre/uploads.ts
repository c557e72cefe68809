// Uploads by the tus protocol: in pieces, each acknowledged, taken up again where they stopped. The library keeps the protocol;
// its requests go out like all others, with the session's token and to the contact centre's address alone.
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import type { UploadCourse, UploadOutcome, UploadSource } from './contact-centre.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { Transfer } from './transfers.ts';

const PATH = '/v2/attachments';

/** Bytes of one request. What a broken line costs at most; also the steps of the progress. */
const PIECE = 1024 * 1024;

export async function upload(transfer: Transfer, baseUrl: string, taskId: TaskId, source: UploadSource, course: UploadCourse): Promise<UploadOutcome> {
  if (course.signal.aborted) return { kind: 'unknown' };
  // Not at the start of the app: most sessions upload nothing.
  const { DetailedError, Upload } = await import('tus-js-client');
  return await new Promise((resolve) => {
    const done = (outcome: UploadOutcome): void => {
      course.signal.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = (): void => {
      void running.abort().catch(() => undefined);
      done({ kind: 'unknown' });
    };
    // The input is opaque to the library: `fileReader` is what reads it.
    const running = new Upload(source as unknown as Buffer, {
      endpoint: `${baseUrl}${PATH}`,
      uploadUrl: course.address,
      metadata: { fileName: source.fileName, mimeType: source.mimeType, taskId },
      chunkSize: PIECE,
      // When to try again is decided where the state of the connection is known.
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: () => Promise.resolve(''),
      fileReader: {
        openFile: () => Promise.resolve({
          size: source.size,
          slice: async (start, end) => {
            const bytes = await source.read(start, end);
            return { value: Object.assign(bytes, { size: bytes.byteLength }), done: end >= source.size };
          },
          close: () => undefined,
        }),
      },
      httpStack: stackOver(transfer, course.signal),
      onUploadUrlAvailable: () => { if (running.url !== null) course.onAddress(running.url); },
      onProgress: (sent) => { course.onProgress(sent); },
      onSuccess: () => { done(running.url === null ? { kind: 'unknown' } : { kind: 'done', url: running.url }); },
      onError: (error) => { done(refusalOf(error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0)); },
    });
    course.signal.addEventListener('abort', stop);
    running.start();
  });
}

/** Lets the contact centre forget an upload. That it does not hear it costs nobody anything. */
export function discard(transfer: Transfer, address: string): void {
  void transfer({ method: 'DELETE', address, headers: { 'tus-resumable': '1.0.0' }, signal: AbortSignal.timeout(10_000) }).then(async (answer) => {
    if (answer.kind === 'response') await answer.response.body?.cancel();
  });
}

/** What an answer that is no success means. Locked, too many requests and trouble of the server's own pass. */
function refusalOf(status: number): UploadOutcome {
  if (status === 413) return { kind: 'refused', why: 'tooLarge' };
  if (status === 403) return { kind: 'refused', why: 'notAllowed' };
  const passes = status < 400 || status >= 500 || status === 409 || status === 423 || status === 429;
  return passes ? { kind: 'unknown' } : { kind: 'refused', why: 'rejected' };
}

/** As if the contact centre had refused it: an upload that lies elsewhere can never be finished here. */
const ELSEWHERE = 400;

function stackOver(transfer: Transfer, signal: AbortSignal): HttpStack {
  return { getName: () => 'Parley', createRequest: (method, url) => requestOver(transfer, signal, method, url) };
}

function requestOver(transfer: Transfer, signal: AbortSignal, method: string, url: string): HttpRequest {
  const headers: Record<string, string> = {};
  const stop = new AbortController();
  let told: (sent: number) => void = () => undefined;
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => { headers[name] = value; },
    getHeader: (name) => headers[name],
    setProgressHandler: (handler) => { told = handler; },
    send: async (body: Uint8Array | null) => {
      const answer = await transfer({ method, address: url, headers, body, signal: AbortSignal.any([signal, stop.signal]) });
      if (answer.kind === 'elsewhere') return answered(ELSEWHERE, null);
      // The session ends or has a new token before anybody tries again: not a refusal of the file.
      if (answer.kind === 'unauthorised') throw new Error('No token.');
      if (answer.kind === 'unreachable') throw new Error(`No answer: ${answer.why}`);
      await answer.response.body?.cancel();
      // How far an upload is was asked of a server in trouble: the library would begin anew, and what is there would be lost.
      if (method === 'HEAD' && (answer.response.status >= 500 || answer.response.status === 429)) throw new Error('Not now.');
      if (body !== null && answer.response.ok) told(body.byteLength);
      return answered(answer.response.status, answer.response.headers);
    },
    abort: () => {
      stop.abort();
      return Promise.resolve();
    },
    getUnderlyingObject: () => null,
  };
}

const answered = (status: number, headers: Headers | null): HttpResponse => ({
  getStatus: () => status,
  getHeader: (name) => headers?.get(name) ?? undefined,
  // The words of a refusal are not needed: its status says which it is.
  getBody: () => '',
  getUnderlyingObject: () => null,
});
