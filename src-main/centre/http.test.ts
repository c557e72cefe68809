import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { allowedBaseUrl, allowedSocketUrl } from './addresses.ts';
import { createHttp, MAX_BODY, REQUEST_LIMIT_MS } from './http.ts';
import { handClock, realClock } from './test-rig.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function place(listener: RequestListener, { token = () => Promise.resolve('t'), clock = realClock }: { token?: (refused?: string) => Promise<string | null>; clock?: typeof realClock } = {}) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const logs: unknown[] = [];
  const environment = { clock, random: () => 0, newId: () => 'id', log: (...entry: unknown[]) => { logs.push(entry); } };
  return { http: createHttp({ environment, baseUrl, token, onToken: () => undefined }), logs };
}

const get = { method: 'GET', path: '/x' } as const;

describe('a request', () => {
  it('carries the token, a tracking id of its own and JSON', async () => {
    const seen: unknown[] = [];
    const { http } = await place((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => { body += part.toString(); });
      request.on('end', () => {
        seen.push([request.headers.authorization, request.headers['trackingid'], body]);
        response.writeHead(202).end();
      });
    });
    expect(await http.request({ method: 'POST', path: '/x', body: { a: 1 } })).toEqual({ kind: 'ok', status: 202, body: null });
    await http.request(get);
    expect(seen).toEqual([['Bearer t', 'parley_id_1', '{"a":1}'], ['Bearer t', 'parley_id_2', '']]);
  });

  it.each<[string, number, string, unknown]>([
    ['a documented error', 409, '{"trackingId":"1","error":{"key":"assetRemoved","message":[{"description":"Gone."}]}}', { kind: 'refused', status: 409, key: 'assetRemoved', description: 'Gone.' }],
    ['an error page', 502, '<html>', { kind: 'refused', status: 502, key: '', description: '' }],
    ['what is no JSON', 200, '<html>', { kind: 'malformed', status: 200 }],
    ['a redirect', 302, '', { kind: 'malformed', status: 302 }],
  ])('reads %s', async (_name, status, body, expected) => {
    const { http } = await place((_request, response) => { response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(body); });
    expect(await http.request(get)).toEqual(expected);
  });

  it('reads no more than it may', async () => {
    let written = 0;
    const { http } = await place((_request, response) => {
      const chunk = Buffer.alloc(256 * 1024, 'x');
      const more = (): void => {
        while (!response.destroyed && written < 20 * MAX_BODY) {
          written += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    expect(await http.request(get)).toEqual({ kind: 'malformed', status: 200 });
    expect(written).toBeLessThan(10 * MAX_BODY);
  });

  it('is given up after its limit', async () => {
    const clock = handClock();
    const { http } = await place(() => { clock.advance(REQUEST_LIMIT_MS); }, { clock });
    expect(await http.request(get)).toEqual({ kind: 'unreachable', why: 'timeout' });
  });

  it('is broken off by its caller', async () => {
    const abort = new AbortController();
    const { http } = await place(() => { abort.abort(); });
    expect(await http.request({ ...get, signal: abort.signal })).toEqual({ kind: 'unreachable', why: 'aborted' });
  });
});

describe('a refused token', () => {
  it('is replaced once for all requests that met it, and they are repeated', async () => {
    const asked: (string | undefined)[] = [];
    const { http } = await place(
      (request, response) => { response.writeHead(request.headers.authorization === 'Bearer new' ? 200 : 401).end('{}'); },
      { token: (refused) => { asked.push(refused); return Promise.resolve(refused === undefined ? 'old' : 'new'); } },
    );
    const answers = await Promise.all([http.request(get), http.request(get), http.request(get)]);
    expect(answers.map((answer) => answer.kind)).toEqual(['ok', 'ok', 'ok']);
    expect(asked).toEqual([undefined, 'old']);
  });

  it('that stays refused is the end', async () => {
    const { http } = await place((_request, response) => { response.writeHead(401).end(); });
    expect(await http.request(get)).toEqual({ kind: 'unauthorised' });
  });

  it('that cannot be replaced now is as good as no network', async () => {
    const { http, logs } = await place((_request, response) => { response.writeHead(401).end(); }, { token: (refused) => (refused === undefined ? Promise.resolve('secret-token') : Promise.reject(new Error('offline'))) });
    expect(await http.request(get)).toEqual({ kind: 'unreachable', why: 'network' });
    expect(JSON.stringify(logs)).not.toContain('secret-token');
  });
});

it('opens encrypted addresses, and plain ones only on this computer', () => {
  expect(allowedBaseUrl('https://api.wxcc-eu1.cisco.com/')).toBe('https://api.wxcc-eu1.cisco.com');
  expect(allowedBaseUrl('http://127.0.0.1:4100')).toBe('http://127.0.0.1:4100');
  for (const address of ['http://api.wxcc-eu1.cisco.com', 'http://127.0.0.1.example.com', 'ftp://127.0.0.1', 'https://a:b@host', 'https://host/?q', 'nonsense', '']) expect(allowedBaseUrl(address), address).toBeNull();
  expect(allowedSocketUrl('wss://host/path?x=1')).toBe('wss://host/path?x=1');
  for (const address of ['ws://host/path', 'http://127.0.0.1', 'ws://user@127.0.0.1/']) expect(allowedSocketUrl(address), address).toBeNull();
});
