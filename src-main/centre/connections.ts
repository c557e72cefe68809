// The lines requests travel on: kept open between requests, and given up together when the network may have changed. A line
// that died in the computer's sleep says nothing: each one kept would cost a request its whole time limit.
import { Agent as PlainAgent, request as requestPlainly, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';
import { Readable } from 'node:stream';

export interface Connections {
  /** As `fetch`, for requests with a text, bytes or no body, and without following redirects. */
  readonly fetch: typeof fetch;
  /** Requests from now on go on new lines; those under way keep theirs. */
  readonly renew: () => void;
}

/** A line nobody uses is closed after this long, ms: before the servers' own limits, so that none closes under a new request. */
const IDLE_MS = 4_000;

/** Answers that have no body by their very status. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

const lines = (): { readonly plain: PlainAgent; readonly secure: SecureAgent } => {
  const options = { keepAlive: true, timeout: IDLE_MS, scheduling: 'lifo' } as const;
  return { plain: new PlainAgent(options), secure: new SecureAgent(options) };
};

const responseOf = (incoming: IncomingMessage): Response => {
  const status = incoming.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  if (!WITHOUT_BODY.has(status)) return new Response(Readable.toWeb(incoming) as ReadableStream<Uint8Array>, { status, headers });
  incoming.resume();
  return new Response(null, { status, headers });
};

export function createConnections(): Connections {
  let current = lines();

  const start = (url: URL, options: RequestOptions): ClientRequest =>
    url.protocol === 'https:' ? requestSecurely(url, { ...options, agent: current.secure }) : requestPlainly(url, { ...options, agent: current.plain });

  const ask = (address: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { body } = init;
      if (body !== undefined && body !== null && typeof body !== 'string' && !(body instanceof Uint8Array)) throw new TypeError('Only texts and bytes are sent.');
      const headers = Object.fromEntries(new Headers(init.headers));
      const outgoing = start(new URL(address), {
        method: init.method ?? 'GET',
        headers: typeof body === 'string' || body instanceof Uint8Array ? { ...headers, 'content-length': Buffer.byteLength(body) } : headers,
        ...(init.signal ? { signal: init.signal } : {}),
      });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        try {
          resolve(responseOf(incoming));
        } catch (error) {
          // A status outside of HTTP.
          incoming.destroy();
          reject(error instanceof Error ? error : new Error('The answer cannot be read.'));
        }
      });
      outgoing.end(body ?? undefined);
    });

  return {
    fetch: (input, init = {}) => ask(input instanceof Request ? input.url : String(input), init),
    renew: () => {
      const { plain, secure } = current;
      current = lines();
      for (const agent of [plain, secure]) for (const free of Object.values(agent.freeSockets)) for (const socket of free ?? []) socket.destroy();
    },
  };
}
