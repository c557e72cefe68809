// A page seen through Chromium's debugging port: just enough to run expressions in it and press its keys.
import WebSocket from 'ws';

export interface DevTools {
  /** Runs an expression in the page and waits for its promise. Rejects when it throws or the page goes. */
  evaluate<T>(expression: string): Promise<T>;
  call(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** Connects to the first page behind `port`, as soon as there is one. */
export async function attach(port: number, deadline: number): Promise<DevTools> {
  let page: DevTools | null = null;
  for (;;) {
    const address: string | null = page === null ? await pageAddress(port) : null;
    if (address !== null) page = await connect(address);
    if (page !== null && (await hasLoaded(page))) return page;
    if (performance.now() > deadline) throw new Error('the app showed no page');
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** A window starts on a blank page, whose going takes what is asked of it along. */
const hasLoaded = (page: DevTools): Promise<boolean> => page.evaluate<boolean>("/^(app|file):/.test(location.protocol)").catch(() => false);

async function pageAddress(port: number): Promise<string | null> {
  const list = (await (await fetch(`http://127.0.0.1:${String(port)}/json/list`)).json()) as readonly { type: string; url: string; webSocketDebuggerUrl: string }[];
  return list.find(({ type, url }) => type === 'page' && /^(app|file):/.test(url))?.webSocketDebuggerUrl ?? null;
}

function connect(address: string): Promise<DevTools> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { readonly done: (value: unknown) => void; readonly fail: (error: Error) => void }>();
  let last = 0;
  socket.on('message', (data: Buffer) => {
    const { id, result, error } = JSON.parse(data.toString('utf8')) as Answer;
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || asked === undefined) return;
    waiting.delete(id);
    if (error === undefined) asked.done(result);
    else asked.fail(new Error(error.message));
  });
  socket.on('close', () => {
    for (const { fail } of waiting.values()) fail(new Error('the page is gone'));
    waiting.clear();
  });
  const call = (method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = (await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as Evaluated;
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  return new Promise((done, fail) => {
    socket.once('error', fail);
    socket.once('open', () => { done({ evaluate, call, close: () => { socket.close(); } }); });
  });
}
