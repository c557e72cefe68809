// Which addresses this client opens: encrypted ones, and plain ones only on this computer (the sandbox).

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

const allowed = (address: string, plain: string, encrypted: string): URL | null => {
  const url = parse(address);
  if (url?.username !== '' || url.password !== '') return null;
  if (url.protocol === encrypted) return url;
  return url.protocol === plain && LOOPBACK.has(url.hostname) ? url : null;
};

/** The base address without its last slash; null = not one this client opens. */
export function allowedBaseUrl(address: string): string | null {
  const url = allowed(address, 'http:', 'https:');
  return url?.search === '' && url.hash === '' ? url.href.replace(/\/+$/, '') : null;
}

/** Null = not one this client opens. */
export const allowedSocketUrl = (address: string): string | null => allowed(address, 'ws:', 'wss:')?.href ?? null;
