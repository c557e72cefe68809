// Files of messages against small real servers: a line that breaks is taken up by a range, the token goes to one address alone.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createConnections } from './connections.ts';
import { download } from './downloads.ts';
import { createHttp } from './http.ts';
import { realClock } from './test-rig.ts';
import { createTransfer, ownAddress } from './transfers.ts';

const closing: (() => void)[] = [];
afterEach(() => { for (const close of closing.splice(0)) close(); });

async function serve(answer: (request: IncomingMessage, response: ServerResponse, number: number) => void, tokens: readonly string[] = ['t1']) {
  let number = 0;
  const server = createServer((request, response) => { answer(request, response, (number += 1)); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  closing.push(() => { server.close(); server.closeAllConnections(); });
  const baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const environment = { clock: realClock, random: Math.random, newId: () => 'id', log: () => undefined, fetch: createConnections().fetch };
  const http = createHttp({ environment, baseUrl, token: (refused) => Promise.resolve(tokens[refused === undefined ? 0 : 1] ?? null), onToken: () => undefined });
  const transfer = createTransfer({ environment, http, baseUrl, onUnauthorised: () => undefined });
  const { signal } = new AbortController();
  return { asked: () => number, get: (address: string) => download(transfer, realClock, address, signal) };
}

const file = Buffer.from(Array.from({ length: 10_000 }, (_, index) => index % 251));

async function read(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

it('comes whole although the line breaks twice', async () => {
  const { asked, get } = await serve((request, response, number) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(start === 0 ? 200 : 206, { 'content-length': file.length - start });
    if (number > 2) response.end(file.subarray(start));
    else response.write(file.subarray(start, start + 3_000), () => { response.destroy(); });
  });
  const answer = await get('/v2/attachments/a');
  if (!answer.ok) throw new Error(answer.failure.code);
  expect(answer.value.size).toBe(file.length);
  expect((await read(answer.value.bytes)).equals(file)).toBe(true);
  expect(asked()).toBe(3);
});

it('gives up a file that never comes further, and says so to whoever reads', async () => {
  const { asked, get } = await serve((_request, response, number) => {
    response.writeHead(number === 1 ? 200 : 206, { 'content-length': file.length });
    response.flushHeaders();
    setImmediate(() => { response.destroy(); });
  });
  const answer = await get('/v2/attachments/a');
  if (!answer.ok) throw new Error(answer.failure.code);
  await expect(read(answer.value.bytes)).rejects.toThrow('whole');
  expect(asked()).toBeLessThan(6);
});

it('renews a token that is refused, and tells what is gone from what cannot be reached', async () => {
  const { get } = await serve((request, response) => {
    response.statusCode = request.headers.authorization === 'Bearer t2' ? (request.url === '/gone' ? 404 : request.url === '/trouble' ? 503 : 200) : 401;
    response.end('x');
  }, ['t1', 't2']);
  expect((await get('/here')).ok).toBe(true);
  expect(await get('/gone')).toEqual({ ok: false, failure: { code: 'fileGone' } });
  expect(await get('/trouble')).toEqual({ ok: false, failure: { code: 'fileUnreachable' } });
});

it('asks nobody else, whatever a message says', async () => {
  const { asked, get } = await serve((_request, response) => { response.end(); });
  for (const address of ['https://files.example/1', '//files.example/1', 'file:///etc/passwd', 'http://127.0.0.1.evil.example/', '']) {
    expect(await get(address)).toEqual({ ok: false, failure: { code: 'fileElsewhere' } });
  }
  expect(asked()).toBe(0);
  expect(ownAddress('http://user:word@127.0.0.1:1/x', 'http://127.0.0.1:1')).toBeNull();
});
