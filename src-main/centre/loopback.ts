// The loopback end of a browser sign-in (RFC 8252): a one-time server on 127.0.0.1 that waits for the redirect with its state.
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Redirect = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'denied' };

export interface Loopback {
  readonly redirectUri: string;
  /** Resolves with the first redirect that carries the right state. */
  readonly redirected: Promise<Redirect>;
  readonly close: () => void;
}

const PATH = '/signed-in';
/** Longest request line that can be a redirect of ours. */
const MAX_URL = 4_000;

const sameText = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const page = (text: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Parley</title></head><body style="font:16px system-ui;display:grid;place-items:center;min-height:90vh"><p>${text.replaceAll(/[&<>"']/g, (letter) => `&#${String(letter.codePointAt(0))};`)}</p></body></html>`;

/** `closingText` is what the browser shows at the end. Rejects when no port can be had. */
export function openLoopback(state: string, closingText: string): Promise<Loopback> {
  return new Promise((resolve, reject) => {
    let arrived: (redirect: Redirect) => void = () => undefined;
    const redirected = new Promise<Redirect>((settle) => { arrived = settle; });

    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      const redirect = readRedirect(request, state, (server.address() as AddressInfo).port);
      const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'", connection: 'close' };
      // Other pages and programs on this computer can reach the port as well: without the state they change nothing.
      if (redirect === null) {
        response.writeHead(404, headers).end();
        return;
      }
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(page(closingText));
      arrived(redirect);
    };
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 }, handle);
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        redirectUri: `http://127.0.0.1:${String(port)}${PATH}`,
        redirected,
        close: () => {
          server.close();
          server.closeIdleConnections();
        },
      });
    });
  });
}

/** Null = not the redirect that is waited for. */
function readRedirect({ method, url = '', headers }: IncomingMessage, state: string, port: number): Redirect | null {
  // A name that resolves to this computer must not stand in for it (DNS rebinding).
  if (method !== 'GET' || url.length > MAX_URL || headers.host !== `127.0.0.1:${String(port)}`) return null;
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  if (pathname !== PATH || !sameText(searchParams.get('state') ?? '', state)) return null;
  if (searchParams.has('error')) return { kind: 'denied' };
  const code = searchParams.get('code') ?? '';
  return code === '' ? null : { kind: 'code', code };
}
