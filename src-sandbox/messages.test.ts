// Content: numbers, idempotency, ranges, and every way a send is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptNext, at, inbound, itemsOf, nth, outbound, startKit, textParams, type Desk, type Kit } from './testing/kit.ts';

let kit: Kit;
let sanne: Desk;
let taskId: string;
const send = (body: unknown) => sanne.api('POST', `/v2/tasks/${taskId}/messages`, body);
const receive = (body: unknown) => kit.service('POST', `/v2/tasks/${taskId}/messages`, body);
const list = (query: string) => sanne.api('GET', `/v2/tasks/${taskId}/messages?${query}`);
const first = async (query: string) => nth(itemsOf(await list(query)), 0);
const lastSeq = async () => at((await list('after=0')).body, 'meta', 'lastSeq');

beforeEach(async () => {
  kit = await startKit();
  sanne = await kit.ready(0);
  taskId = await kit.openTask();
  await acceptNext(kit, sanne);
});
afterEach(() => kit.close());

describe('appending', () => {
  it('answers the same aliasId with the first answer and appends nothing', async () => {
    expect(await send(outbound('Once', 'same'))).toMatchObject({ status: 201, body: { data: { id: 'same', seq: 2 } } });
    expect(await send(outbound('Once', 'same'))).toMatchObject({ status: 200, body: { data: { id: 'same', seq: 2 } } });
    expect(await receive(inbound('Twice', 'in'))).toMatchObject({ status: 201 });
    expect(await receive(inbound('Twice', 'in'))).toMatchObject({ status: 200, body: { data: { id: 'in', seq: 3 } } });
    expect(at((await list('after=0')).body, 'meta')).toEqual({ firstSeq: 1, lastSeq: 3 });
    expect((await kit.ledger()).filter((entry) => entry.kind === 'messageRepeated')).toHaveLength(2);
  });

  it('carries odd content unchanged', async () => {
    const odd = '{"type":"hologram","message":{"aliasId":"odd","text":"\\u0000 \\ud800 ﷽","anything":[]},"apple":{"interactiveData":{"strange":[1,{"deep":null}],"__proto__":"text"}}}';
    expect((await receive(`{"channelParams":${odd}}`)).status).toBe(201);
    await sanne.next('task-message:appended');
    const frame = sanne.texts.find((text) => text.includes('hologram'));
    expect(JSON.stringify(at(JSON.parse(frame ?? '{}'), 'data', 'channelParams'))).toBe(JSON.stringify(JSON.parse(odd)));
    expect((await first('after=1'))['channelParams']).toEqual(JSON.parse(odd));
    expect((await receive({ channelParams: { type: 'text' } })).status).toBe(201);
    expect(at(await first('after=2'), 'channelParams', 'message', 'aliasId')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses what is no message', async () => {
    expect((await send({ channelParams: 'x' })).status).toBe(400);
    expect((await send({ channelParams: { type: 'text', message: { text: 'no id' } } })).status).toBe(400);
    expect((await send({ channelParams: { type: 'text', message: { aliasId: 'a', text: '  ' } } })).status).toBe(400);
    expect((await send({ channelParams: { type: 'text-with-attachments', message: { aliasId: 'a', attachments: [] } } })).status).toBe(400);
    expect((await send({ channelParams: { type: 'close', message: { aliasId: 'a' } } })).status).toBe(400);
    expect((await send({ ...inbound('I am the customer') })).status).toBe(403);
    expect((await receive(outbound('I am the agent'))).status).toBe(403);
    expect((await receive({})).status).toBe(400);
    expect(await lastSeq()).toBe(1);
  });

  it('says why a send is refused, by frame and by answer', async () => {
    const reason = async (): Promise<unknown> => (await sanne.next('task-message:append-failed')).reason;
    expect(await send(outbound('x'.repeat(10_001)))).toMatchObject({ status: 413, body: { error: { key: 'tooLarge' } } });
    expect(await reason()).toBe('tooLarge');
    expect((await send(outbound('👨‍👩‍👧‍👦'.repeat(10_000)))).status).toBe(201);
    const form = { type: 'interactive', message: { aliasId: 'form', text: '' }, apple: { interactiveData: { data: { dynamic: {} } } } };
    expect((await send({ ...outbound(''), channelParams: form })).status).toBe(409);
    expect(await reason()).toBe('unsupportedByDevice');
    const picker = { type: 'interactive', message: { aliasId: 'list', text: '' }, apple: { interactiveData: { data: { listPicker: {} } } } };
    expect((await send({ ...outbound(''), channelParams: picker })).status).toBe(201);
    await kit.service('POST', `/sandbox/tasks/${taskId}/append-failures`, { reason: 'rateLimited', retryable: true });
    expect((await send(outbound('slow', 'slow'))).status).toBe(429);
    expect(await sanne.next('task-message:append-failed')).toMatchObject({ aliasId: 'slow', reason: 'rateLimited', retryable: true });
    expect((await send(outbound('slow', 'slow'))).status).toBe(201);
    await kit.service('POST', '/sandbox/policy', { attachments: { allowed: false } });
    expect((await send({ ...outbound(''), channelParams: { type: 'text-with-attachments', message: { aliasId: 'file', text: '', attachments: [{ fileUrl: 'x' }] } } })).status).toBe(409);
    expect(await reason()).toBe('rejected');
  });

  it('locks when the customer deletes the thread and opens when they write again', async () => {
    await receive({ channelParams: { type: 'close', message: {} } });
    expect(await send(outbound('Are you there?', 'gone'))).toMatchObject({ status: 409, body: { error: { key: 'customerLeft' } } });
    expect(await sanne.next('task-message:append-failed')).toMatchObject({ aliasId: 'gone', reason: 'customerLeft' });
    await receive(inbound('Back again'));
    expect((await send(outbound('Welcome back', 'gone'))).status).toBe(201);
  });

  it('accepts only end once the business account is gone', async () => {
    expect((await kit.service('DELETE', '/sandbox/assets/unknown')).status).toBe(404);
    expect((await kit.service('DELETE', `/sandbox/assets/${nth(kit.sandbox.info.assets, 0).id}`)).status).toBe(204);
    expect(await sanne.next('task:asset-removed')).toMatchObject({ interactionId: taskId, assetId: nth(kit.sandbox.info.assets, 0).id });
    expect(await send(outbound('x'))).toMatchObject({ status: 409, body: { error: { key: 'assetRemoved' } } });
    expect(await sanne.next('task-message:append-failed')).toMatchObject({ reason: 'assetRemoved' });
    for (const [path, body] of [['v2/tasks/ID/typing', { state: 'start' }], ['v1/tasks/ID/transfer', { to: 'x', destinationType: 'agent' }], ['v1/tasks/ID/consult/conference', { to: 'x' }], ['v2/tasks/ID/workflows/send-survey', {}]] as const) {
      expect((await sanne.api('POST', `/${path.replace('ID', taskId)}`, body)).status, path).toBe(409);
    }
    expect((await receive(inbound('x'))).status).toBe(409);
    expect((await sanne.api('POST', `/v1/tasks/${taskId}/end`, {})).status).toBe(202);
    await sanne.next('AgentWrapup');
  });
});

describe('listing', () => {
  it('gives any range, oldest first; without one the newest', async () => {
    for (let index = 2; index <= 12; index += 1) await receive(inbound(String(index)));
    const seqs = async (query: string) => itemsOf(await list(query)).map((message) => message['seq']);
    expect(await seqs('limit=3')).toEqual([10, 11, 12]);
    expect(await seqs('after=4&limit=3')).toEqual([5, 6, 7]);
    expect(await seqs('before=4&limit=2')).toEqual([2, 3]);
    expect(await seqs('before=4')).toEqual([1, 2, 3]);
    expect(await seqs('after=2&before=5')).toEqual([3, 4]);
    expect(await seqs('after=12')).toEqual([]);
    expect(await seqs('before=1')).toEqual([]);
    for (const query of ['limit=0', 'limit=201', 'after=x', 'before=-1', 'after=1e3']) expect((await sanne.api('GET', `/v2/tasks/${taskId}/messages?${query}`)).status, query).toBe(400);
  });
});

describe('simulated customers', () => {
  it('react to the agent after a pause, typing first', async () => {
    await kit.service('POST', `/sandbox/tasks/${taskId}/customer`, { reply: 'My number is {phone}', device: 'mac' });
    await send(outbound('What is your number?'));
    kit.clock.advance(10_000);
    expect((await sanne.next('task-typing')).state).toBe('start');
    expect((await sanne.next('task-typing')).state).toBe('end');
    expect(await first('after=2')).toMatchObject({ seq: 3, senderType: 'customer', deviceAgent: 'Mac OS X', channelParams: { message: { text: 'My number is +31612347542' } } });
    await kit.service('POST', `/sandbox/tasks/${taskId}/customer`, { say: 'And one more thing' });
    await kit.service('POST', `/sandbox/tasks/${taskId}/customer`, { leave: 'end' });
    expect(await sanne.next('ContactEnded')).toMatchObject({ reason: 'CUSTOMER_LEFT', agentsPendingWrapUp: [sanne.id] });
    expect((await kit.service('POST', `/sandbox/tasks/${taskId}/customer`, { say: 'x' })).status).toBe(409);
  });

  it('hold a whole conversation and say the same under the same seed', async () => {
    const transcript = async (): Promise<unknown> => {
      const own = await startKit({ seed: 11 });
      try {
        const desk = await own.ready(0);
        await own.service('POST', '/sandbox/customers');
        const chat = await acceptNext(own, desk);
        for (let turn = 0; turn < 6; turn += 1) {
          await desk.api('POST', `/v2/tasks/${chat}/messages`, { ...outbound('Tell me more'), channelParams: textParams('Tell me more', `turn-${String(turn)}`) });
          own.clock.advance(60_000);
        }
        return [chat, (await own.service('GET', `/v2/tasks/${chat}/messages`)).body];
      } finally {
        await own.close();
      }
    };
    const [one, other] = [await transcript(), await transcript()];
    expect(one).toEqual(other);
    expect(JSON.stringify(one)).toContain('"senderType":"customer"');
  });

  it('come by themselves only when asked to, while somebody has room', async () => {
    const own = await startKit({ customers: true });
    try {
      own.clock.advance(60_000);
      expect((await own.ledger()).some((entry) => entry.kind === 'taskState')).toBe(false);
      const desk = await own.ready(0);
      own.clock.advance(60_000);
      await desk.next('AgentContactReserved');
    } finally {
      await own.close();
    }
    kit.clock.advance(600_000);
    expect((await kit.ledger()).filter((entry) => entry.kind === 'taskState' && entry.change === 'created')).toHaveLength(1);
  });
});
