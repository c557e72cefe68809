// Faults really happen on the wire, and what they do not touch goes on.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptNext, at, inbound, itemsOf, openDesk, outbound, startKit, type Desk, type Kit } from './testing/kit.ts';

let kit: Kit;
let sanne: Desk;
let taskId: string;
const fault = (body: Record<string, unknown>) => kit.service('POST', '/sandbox/faults', body);
const receive = (text: string) => kit.service('POST', `/v2/tasks/${taskId}/messages`, inbound(text));
const send = (text: string, aliasId: string) => sanne.api('POST', `/v2/tasks/${taskId}/messages`, outbound(text, aliasId));
const seqs = (): number[] => sanne.frames.flatMap(({ data }) => (data.type === 'task-message:appended' ? [data.seq] : []));

beforeEach(async () => {
  kit = await startKit();
  sanne = await kit.ready(0);
  taskId = await kit.openTask();
  await acceptNext(kit, sanne);
});
afterEach(() => kit.close());

describe('on the socket', () => {
  it('drop: now, and again on the next connection', async () => {
    await fault({ target: 'socket', kind: 'drop', count: 2 });
    await sanne.closed;
    const again = await kit.desk(0).catch(() => null);
    if (again !== null) await again.closed;
    const third = await kit.desk(0);
    await third.api('POST', '/v1/agents/reload', {});
    await third.next('AgentContact');
  });

  it('half open: nothing in, nothing out, then gone', async () => {
    await fault({ target: 'socket', kind: 'halfOpen', ms: 5_000 });
    const before = sanne.texts.length;
    sanne.socket.send('{"keepalive":"true"}');
    await receive('unheard');
    const other = await openDesk(kit.sandbox, 1);
    await other.next('desktop-policy:changed');
    expect(sanne.texts.length).toBe(before);
    expect(sanne.socket.readyState).toBe(sanne.socket.OPEN);
    kit.clock.advance(5_000);
    await sanne.closed;
    other.socket.terminate();
  });

  it('delay: later, in order', async () => {
    await fault({ target: 'socket', kind: 'delay', ms: 3_000 });
    await receive('2');
    await receive('3');
    expect(seqs()).toEqual([]);
    kit.clock.advance(3_000);
    await expect.poll(seqs).toEqual([2, 3]);
  });

  it('duplicate and reorder', async () => {
    await fault({ target: 'socket', kind: 'duplicate' });
    await receive('2');
    await expect.poll(seqs).toEqual([2, 2]);
    await fault({ target: 'socket', kind: 'reorder' });
    await receive('3');
    await receive('4');
    await expect.poll(seqs).toEqual([2, 2, 4, 3]);
    await fault({ target: 'socket', kind: 'reorder' });
    await receive('5');
    kit.clock.advance(500);
    await expect.poll(seqs).toEqual([2, 2, 4, 3, 5]);
  });

  it('garbage between good frames', async () => {
    const before = sanne.texts.length;
    await fault({ target: 'socket', kind: 'garbage', count: 11 });
    await receive('2');
    await expect.poll(seqs).toEqual([2]);
    expect(sanne.texts.length - before).toBe(12);
  });

  it('refuse: the next connection', async () => {
    await fault({ target: 'socket', kind: 'refuse', count: 1 });
    await expect(kit.desk(0)).rejects.toThrow(/503/);
    await kit.desk(0);
  });

  it('only for the agent it names', async () => {
    await fault({ target: 'socket', kind: 'drop', agentId: kit.agentId(3) });
    await receive('2');
    await expect.poll(seqs).toEqual([2]);
  });
});

describe('on REST', () => {
  it('drop after: done, but the answer is lost; the same send again appends nothing', async () => {
    await fault({ target: 'rest', kind: 'drop', path: '/messages' });
    await expect(send('Lost answer', 'one')).rejects.toThrow();
    expect(await send('Lost answer', 'one')).toMatchObject({ status: 200, body: { data: { seq: 2 } } });
  });

  it('drop before: nothing happened', async () => {
    await fault({ target: 'rest', kind: 'drop', when: 'before', path: '/messages' });
    await expect(send('Lost request', 'one')).rejects.toThrow();
    expect((await send('Lost request', 'one')).status).toBe(201);
  });

  it('refuse: as often as asked, with the status asked for', async () => {
    await fault({ target: 'rest', kind: 'refuse', count: 2, path: '/messages', method: 'POST', status: 401 });
    expect((await send('x', 'x')).status).toBe(401);
    expect((await sanne.api('GET', `/v2/tasks/${taskId}/messages`)).status).toBe(200);
    expect((await send('x', 'x')).status).toBe(401);
    expect((await send('x', 'x')).status).toBe(201);
  });

  it('duplicate: handled twice, appended once', async () => {
    await fault({ target: 'rest', kind: 'duplicate', path: '/messages' });
    expect(await send('Twice', 'twice')).toMatchObject({ status: 200, body: { data: { seq: 2 } } });
    expect((await kit.ledger()).filter((entry) => entry.kind === 'messageRepeated')).toHaveLength(1);
  });

  it('delay and half open: answered late, or never', async () => {
    await fault({ target: 'rest', kind: 'delay', ms: 2_000, path: '/messages' });
    const late = send('Late', 'late');
    await expect.poll(async () => at((await kit.service('GET', '/sandbox/faults')).body, 'data', 'armed')).toEqual([]);
    kit.clock.advance(2_000);
    expect((await late).status).toBe(201);
    await fault({ target: 'rest', kind: 'halfOpen', ms: 2_000, path: '/messages' });
    const never = expect(send('Never', 'never')).rejects.toThrow();
    await expect.poll(async () => (await kit.ledger()).filter((entry) => entry.kind === 'message').length).toBe(3);
    await expect.poll(() => { kit.clock.advance(2_000); return never.then(() => 'cut', () => 'cut'); }).toBe('cut');
  });

  it('reorder: the next request overtakes', async () => {
    await fault({ target: 'rest', kind: 'reorder', path: '/messages', method: 'POST' });
    const first = send('First', 'first');
    await expect.poll(async () => at((await kit.service('GET', '/sandbox/faults')).body, 'data', 'armed')).toEqual([]);
    await send('Second', 'second');
    await first;
    const data = itemsOf(await sanne.api('GET', `/v2/tasks/${taskId}/messages?after=1`));
    expect(data.map((message) => at(message, 'channelParams', 'message', 'aliasId'))).toEqual(['second', 'first']);
  });

  it('garbage: 200 and no JSON; never on the controls', async () => {
    await fault({ target: 'rest', kind: 'garbage' });
    expect((await kit.service('GET', '/sandbox/state')).status).toBe(200);
    await expect(sanne.api('GET', '/v1/tasks')).rejects.toThrow(SyntaxError);
    await fault({ target: 'rest', kind: 'garbage', count: 5 });
    expect((await kit.service('DELETE', '/sandbox/faults')).status).toBe(204);
    expect((await sanne.api('GET', '/v1/tasks')).status).toBe(200);
  });
});

it('resets to as freshly started', async () => {
  expect((await kit.service('POST', '/sandbox/reset')).status).toBe(204);
  expect(await sanne.closed).toBe(1_012);
  expect(at((await kit.service('GET', '/sandbox/state')).body, 'data', 'tasks')).toEqual([]);
  const again = await kit.desk(0);
  await again.api('POST', '/v1/agents/reload', {});
  expect(await again.next('AgentReloginFailed')).toMatchObject({ reason: 'AGENT_NOT_FOUND' });
  expect(await kit.openTask()).toBe(taskId);
});
