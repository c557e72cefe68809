// Requests over real lines: which one each travels on, and what becomes of an answer.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createConnections } from './connections.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function place() {
  const ports: number[] = [];
  const server = createServer((request, response) => {
    ports.push(request.socket.remotePort ?? 0);
    let body = '';
    request.on('data', (part: Buffer) => { body += part.toString('utf8'); });
    request.on('end', () => {
      if (request.url === '/nothing') response.writeHead(204).end();
      else if (request.url === '/never') response.writeHead(200).write('half');
      else if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      else response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ method: request.method, token: request.headers.authorization, body }));
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, ports };
}

describe('requests', () => {
  test('carry method, headers and text, and bring status and text back', async () => {
    const { url } = await place();
    const answer = await createConnections().fetch(`${url}/a`, { method: 'POST', headers: { authorization: 'Bearer x' }, body: 'héé' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ method: 'POST', token: 'Bearer x', body: 'héé' });
  });

  test('take an answer without a body, and follow nobody elsewhere', async () => {
    const { url } = await place();
    const { fetch } = createConnections();
    expect([(await fetch(`${url}/nothing`)).status, (await fetch(`${url}/away`)).status]).toEqual([204, 302]);
  });

  test('end with their signal, also in the middle of an answer', async () => {
    const { url } = await place();
    const abort = new AbortController();
    const answer = await createConnections().fetch(`${url}/never`, { signal: abort.signal });
    const text = answer.text();
    abort.abort();
    await expect(text).rejects.toThrow();
  });

  test('say that nobody is there', async () => {
    await expect(createConnections().fetch('http://127.0.0.1:9/')).rejects.toThrow();
  });
});

test('a line is used again until all are given up', async () => {
  const { url, ports } = await place();
  const { fetch, renew } = createConnections();
  const ask = async () => (await fetch(`${url}/a`)).text();
  await ask();
  await ask();
  renew();
  await ask();
  expect(ports[1]).toBe(ports[0]);
  expect(ports[2]).not.toBe(ports[0]);
});
