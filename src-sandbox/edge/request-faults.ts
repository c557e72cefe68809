// Faults on REST: hooks around every request outside `/sandbox`.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../time/clock.ts';
import type { Fault, Faults } from './faults.ts';
import { errorBody } from './error-body.ts';

/** Marks the second run of a duplicated request, so that it meets no fault of its own. */
const REPEAT_HEADER = 'x-sandbox-repeat';
const REORDER_PATIENCE_MS = 1_000;
const HALF_OPEN_MS = 60_000;

/** `isService`: by the `authorization` header. */
export function addRequestFaults(app: FastifyInstance, faults: Faults, clock: Clock, isService: (header: string | undefined) => boolean): void {
  const met = new WeakMap<FastifyRequest, Fault>();
  const repeats = new Set<string>();
  let held: { readonly path: string; readonly release: () => void }[] = [];
  const pause = (ms: number): Promise<void> => new Promise((resolve) => { clock.after(ms, resolve); });

  app.addHook('onRequest', async (request, reply) => {
    const repeat = request.headers[REPEAT_HEADER];
    if (typeof repeat === 'string' && repeats.delete(repeat)) return undefined;
    if (request.url.startsWith('/sandbox/')) return undefined;
    const fault = faults.forRequest(request.method, request.url, !isService(request.headers.authorization));
    if (fault === null) return undefined;
    met.set(request, fault);
    switch (fault.kind) {
      case 'drop': return fault.when === 'before' ? cut(request, reply) : undefined;
      case 'delay': await pause(fault.ms ?? 1_000); return undefined;
      case 'refuse': return reply.code(fault.status).send(errorBody(fault.status, 'Refused on request of a test.'));
      case 'garbage': return reply.code(200).type('application/json').send('{"data":[{"id":');
      case 'reorder': {
        // Waits for another request to be answered first; not for ever, there may be none.
        await Promise.race([new Promise<void>((release) => { held.push({ path: fault.path ?? '', release }); }), pause(fault.ms ?? REORDER_PATIENCE_MS)]);
        return undefined;
      }
      case 'halfOpen':
      case 'duplicate': return undefined;
    }
  });

  app.addHook('preHandler', async (request) => {
    if (met.get(request)?.kind !== 'duplicate') return;
    const nonce = randomUUID();
    repeats.add(nonce);
    const { 'content-length': _, ...headers } = request.headers;
    await app.inject({
      method: request.method as 'GET', url: request.url, headers: { ...headers, [REPEAT_HEADER]: nonce },
      ...(request.body === undefined || request.body === null ? {} : { payload: JSON.stringify(request.body) }),
    });
  });

  app.addHook('onSend', async (request, _reply, payload) => {
    const fault = met.get(request);
    if (fault?.kind === 'halfOpen') await pause(fault.ms ?? HALF_OPEN_MS);
    if (fault?.kind === 'halfOpen' || (fault?.kind === 'drop' && fault.when === 'after')) request.raw.socket.destroy();
    return payload;
  });

  app.addHook('onResponse', (request, _reply, done) => {
    if (!request.url.startsWith('/sandbox/')) {
      for (const { path, release } of held) if (request.url.includes(path)) release();
      held = held.filter(({ path }) => !request.url.includes(path));
    }
    done();
  });
}

function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
