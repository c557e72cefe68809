// Serves the bundled page over app://bundle/ with a strict policy: no network, no inline script or style, Trusted Types.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

export const PAGE_ORIGIN = 'app://bundle/';
const PICTURES = `${PAGE_ORIGIN}files/`;
export const PAGE_ADDRESS = `${PAGE_ORIGIN}index.html`;

/** How long the rest waits for the page (ms): a page that does not come must not keep the session from starting. */
const FIRST_SCRIPT_LIMIT = 2_000;

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json', '.woff2': 'font/woff2',
};

/** `connect-src 'self'` is app://bundle/ alone: the page cannot reach any network. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
    "media-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join('; ');

/** Before the app is ready: the scheme gets a secure origin and V8's code cache. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** The file a request may read below `root`, or null. */
export function fileFor(root: string, address: string): string | null {
  if (!address.startsWith(PAGE_ORIGIN)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  const file = normalize(join(root, path));
  return file.startsWith(root + sep) && !path.includes('\0') ? file : null;
}

/** A picture of a message for the page; null = it cannot be had. */
export type ServePicture = (address: string) => Promise<{ readonly mimeType: string; readonly bytes: Uint8Array } | null>;

/** `no-store`: what customers send stays out of the browser's cache on disk. */
const pictureResponse = ({ mimeType, bytes }: { readonly mimeType: string; readonly bytes: Uint8Array }): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': mimeType, 'Content-Security-Policy': "default-src 'none'; sandbox", 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  });

/** Answers every app:// request from the files below `root`, and pictures of messages from `picture`. Resolves when the page has been given its first script, or is not coming for it. */
export function servePage(root: string, picture: ServePicture): Promise<void> {
  let fetched = (): void => undefined;
  const firstScript = new Promise<void>((resolve) => {
    const limit = setTimeout(resolve, FIRST_SCRIPT_LIMIT);
    fetched = () => {
      clearTimeout(limit);
      // After the answer itself has gone out.
      setImmediate(resolve);
    };
  });
  protocol.handle('app', async (request) => {
    if (request.url.startsWith(PICTURES)) {
      const found = await picture(request.url);
      return found === null ? new Response('Not found', { status: 404 }) : pictureResponse(found);
    }
    const file = fileFor(root, request.url);
    const type = file === null ? undefined : mimeTypes[extname(file)];
    const content = file === null || type === undefined ? null : await readFile(file).catch(() => null);
    if (content === null || type === undefined) return new Response('Not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const body = type.startsWith('text/html') ? content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : new Uint8Array(content);
    if (type.startsWith('text/javascript')) fetched();
    return new Response(body, {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Referrer-Policy': 'no-referrer',
      },
    });
  });
  return firstScript;
}
