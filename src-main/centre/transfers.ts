// Requests that carry bytes instead of JSON: uploads and downloads of attachments. They go to the contact centre's own address alone,
// because the token goes with them.
import type { Environment } from './environment.ts';
import type { Http, Unauthorised, Unreachable } from './http.ts';

/** Until the first byte of an answer, ms: a piece of an upload needs longer than a command. */
const ANSWER_LIMIT_MS = 30_000;

export interface TransferRequest {
  readonly method: string;
  /** Absolute, or from the base address. */
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | null;
  readonly signal: AbortSignal;
}

export type TransferAnswer =
  | { readonly kind: 'response'; readonly response: Response }
  /** Not an address of the contact centre: nothing was asked. */
  | { readonly kind: 'elsewhere' }
  | Unauthorised
  | Unreachable;

export type Transfer = (request: TransferRequest) => Promise<TransferAnswer>;

export interface TransferParts {
  readonly environment: Environment & { readonly fetch: typeof fetch };
  readonly http: Pick<Http, 'withToken'>;
  readonly baseUrl: string;
  readonly onUnauthorised: () => void;
}

/** The address if it is the contact centre's own, else null. */
export function ownAddress(address: string, baseUrl: string): string | null {
  if (address === '' || !URL.canParse(address, `${baseUrl}/`)) return null;
  const url = new URL(address, `${baseUrl}/`);
  return url.origin === new URL(baseUrl).origin && url.username === '' && url.password === '' ? url.href : null;
}

export function createTransfer({ environment, http, baseUrl, onUnauthorised }: TransferParts): Transfer {
  const { clock, fetch } = environment;

  const once = async (url: string, request: TransferRequest, bearer: string): Promise<TransferAnswer> => {
    const limit = new AbortController();
    const cancel = clock.setTimer(ANSWER_LIMIT_MS, () => { limit.abort(); });
    try {
      const response = await fetch(url, {
        method: request.method,
        redirect: 'manual',
        signal: AbortSignal.any([limit.signal, request.signal]),
        headers: { ...request.headers, authorization: `Bearer ${bearer}` },
        ...(request.body ? { body: request.body as Uint8Array<ArrayBuffer> } : {}),
      });
      if (response.status !== 401) return { kind: 'response', response };
      await response.body?.cancel();
      return { kind: 'unauthorised' };
    } catch {
      return { kind: 'unreachable', why: request.signal.aborted ? 'aborted' : limit.signal.aborted ? 'timeout' : 'network' };
    } finally {
      cancel();
    }
  };

  return async (request) => {
    const url = ownAddress(request.address, baseUrl);
    if (url === null) return { kind: 'elsewhere' };
    const answer = await http.withToken((bearer) => once(url, request, bearer));
    if (answer.kind === 'unauthorised' && !request.signal.aborted) onUnauthorised();
    return answer;
  };
}
