// The one REST edge: who asks, with which token, for how long, how much. Says what came back as a value; bodies never reach a log.
import { readErrorBody } from '../../src-shared/wxcc/index.ts';
import type { Environment } from './environment.ts';

/** Bytes of an answer; a page of 200 messages is far below. */
export const MAX_BODY = 4 * 1024 * 1024;
export const REQUEST_LIMIT_MS = 10_000;

export interface Unauthorised { readonly kind: 'unauthorised' }
export interface Unreachable { readonly kind: 'unreachable'; readonly why: 'network' | 'timeout' | 'aborted' }

export type HttpAnswer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  /** The centre said no. `key` and `description` are its own words, never a customer's. */
  | { readonly kind: 'refused'; readonly status: number; readonly key: string; readonly description: string }
  /** The token was refused, and so was the one asked for after it. */
  | Unauthorised
  /** An answer came, but not one a contact centre gives (not JSON, too large, a redirect). */
  | { readonly kind: 'malformed'; readonly status: number }
  /** No answer: it may or may not have arrived. */
  | Unreachable;

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** From the base address, with its leading slash. */
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export interface Http {
  /**
   * Runs a request with the token in force, and once more with another one when the centre refuses that. `unreachable` also when the
   * token's owner could not say yes or no.
   */
  readonly withToken: <T extends { readonly kind: string }>(attempt: (bearer: string) => Promise<T | Unauthorised>) => Promise<T | Unauthorised | Unreachable>;
  readonly request: (request: HttpRequest) => Promise<HttpAnswer>;
  /** The next request asks for the token anew. */
  readonly forgetToken: () => void;
}

export interface HttpParts {
  readonly environment: Environment;
  readonly baseUrl: string;
  readonly token: (refused?: string) => Promise<string | null>;
  /** Told of every token before it is used: the organisation's id is in it. */
  readonly onToken: (token: string) => void;
}

export function createHttp({ environment, baseUrl, token, onToken }: HttpParts): Http {
  const { clock, newId, log } = environment;
  const send = environment.fetch ?? globalThis.fetch;
  const session = newId();
  let number = 0;
  let current: Promise<string | null> | null = null;

  const ask = (refused?: string): Promise<string | null> => {
    const asked = token(refused).then((value) => {
      if (value !== null) onToken(value);
      return value;
    });
    current = asked;
    // A refresh that failed (no network) is tried again by the next request.
    asked.catch(() => { if (current === asked) current = null; });
    return asked;
  };
  /** Requests that were refused with the same token share one refresh. */
  const askAgain = (refused: string, used: Promise<string | null>): Promise<string | null> => (current === used || current === null ? ask(refused) : current);

  const once = async (request: HttpRequest, bearer: string): Promise<HttpAnswer> => {
    const limit = new AbortController();
    const cancel = clock.setTimer(REQUEST_LIMIT_MS, () => { limit.abort(); });
    const signal = request.signal ? AbortSignal.any([limit.signal, request.signal]) : limit.signal;
    number += 1;
    try {
      const response = await send(`${baseUrl}${request.path}`, {
        method: request.method,
        redirect: 'manual',
        signal,
        headers: {
          authorization: `Bearer ${bearer}`,
          trackingid: `parley_${session}_${String(number)}`,
          accept: 'application/json',
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
      return await read(response);
    } catch {
      return { kind: 'unreachable', why: request.signal?.aborted === true ? 'aborted' : limit.signal.aborted ? 'timeout' : 'network' };
    } finally {
      cancel();
    }
  };

  const withToken: Http['withToken'] = async (attempt) => {
    const used = current ?? ask();
    try {
      const bearer = await used;
      if (bearer === null) return { kind: 'unauthorised' };
      const first = await attempt(bearer);
      if (first.kind !== 'unauthorised') return first;
      log('centre.tokenRefused', { again: true });
      const fresh = await askAgain(bearer, used);
      return fresh === null ? first : await attempt(fresh);
    } catch {
      // The owner of the token could not say yes or no: as good as no network.
      return { kind: 'unreachable', why: 'network' };
    }
  };

  return { withToken, request: (wanted) => withToken((bearer) => once(wanted, bearer)), forgetToken: () => { current = null; } };
}

async function read(response: Response): Promise<HttpAnswer> {
  const { status } = response;
  const text = await readText(response);
  if (status === 401) return { kind: 'unauthorised' };
  const parsed = text === null ? null : parse(text);
  if (status >= 400) return { kind: 'refused', status, ...refusalOf(parsed) };
  if (status < 200 || status >= 300 || parsed === null) return { kind: 'malformed', status };
  return { kind: 'ok', status, body: parsed.value };
}

const refusalOf = (parsed: { readonly value: unknown } | null) => {
  const { key, description } = readErrorBody(parsed?.value);
  return { key, description };
};

function parse(text: string): { readonly value: unknown } | null {
  if (text.trim() === '') return { value: null };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Null = longer than `MAX_BODY`; the rest is not read. */
export async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_BODY) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
