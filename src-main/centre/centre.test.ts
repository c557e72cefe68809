// The whole client against a real local contact centre: over HTTP and WebSocket, in one process.
import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox, type LedgerEntry, type Sandbox, type Scenario } from '../../src-sandbox/index.ts';
import type { CentreCredentials, OutboundMessage } from './contact-centre.ts';
import { control, createClient, type Client } from './test-rig.ts';

const open: { sandbox: Sandbox; clients: Client[] }[] = [];

afterEach(async () => {
  for (const { sandbox, clients } of open.splice(0)) {
    clients.forEach(({ centre }) => { centre.stop(); });
    await sandbox.close();
  }
});

const waiting = (...messages: string[]): Scenario => ({ tasks: [{ customer: 'Melissa', number: '+31 6 1234 5678', messages, history: 0 }] });

async function place(scenario: Scenario = {}) {
  const sandbox = await createSandbox({ seed: 7, pace: 0, scenario: { ...scenario, settings: { reserveMs: 5, ...scenario.settings } } });
  const clients: Client[] = [];
  open.push({ sandbox, clients });
  const { info } = sandbox;
  const agent = (index: number) => {
    const found = info.agents[index];
    if (found === undefined) throw new Error('No such agent.');
    return found;
  };
  const ledger = async () => ((await control(info, 'GET', '/sandbox/ledger')) as { data: LedgerEntry[] }).data;
  const agents = async () => ((await control(info, 'GET', '/sandbox/state')) as { data: { agents: { id: string; subStatus: string }[] } }).data.agents;
  const join = (index = 0, credentials: Partial<CentreCredentials> = {}): Client => {
    const client = createClient();
    clients.push(client);
    client.start({ baseUrl: info.url, token: () => Promise.resolve(agent(index).token), ...credentials });
    return client;
  };
  /** Signs in and goes Available. */
  const work = async (index = 0): Promise<Client> => {
    const client = join(index);
    await client.event('loginNeeded');
    expect(await client.centre.login({ teamId: agent(index).teamId, dialNumber: `100${String(index)}` })).toEqual({ kind: 'done' });
    await client.event('connection', ({ connection }) => connection.state === 'live');
    expect(await client.centre.setStatus({ kind: 'available' })).toEqual({ kind: 'done' });
    return client;
  };
  /** Takes the chat that is offered next. */
  const answer = async (client: Client): Promise<string> => {
    const { task } = await client.event('task', ({ task: one }) => one.phase.name === 'offered');
    expect(await client.centre.accept(task.taskId)).toEqual({ kind: 'done' });
    return task.taskId;
  };
  /** A customer opens a chat. */
  const write = async (text: string) => {
    const opened = await control(info, 'POST', '/v2/tasks', { origin: { id: 'customer-1', name: 'Melissa', number: '+31 6 1234 5678' }, channelParams: { type: 'text', message: { text } } });
    return (opened as { data: { id: string } }).data.id;
  };
  const say = (taskId: string, text: string) => control(info, 'POST', `/sandbox/tasks/${taskId}/customer`, { say: text });
  const fault = (body: Record<string, unknown>) => control(info, 'POST', '/sandbox/faults', body);
  return { info, agent, ledger, agents, join, work, answer, write, say, fault };
}

const pair: Scenario = { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }, { name: 'Joris Bakker', team: 'Sales' }], teams: ['Sales'] } };
/** Nobody else takes the chat. */
const alone: Scenario = { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }], teams: ['Sales'] } };

describe('a chat from request to wrap-up', () => {
  it('goes through every phase, with messages both ways', async () => {
    const { work, answer, say, ledger } = await place({ ...alone, ...waiting('Hello?', 'Anyone there?') });
    const client = await work();
    const profile = (await client.event('profile')).profile;
    expect(profile).toMatchObject({ name: 'Sanne de Wit', orgName: 'Halden & Vos', teams: [{ name: 'Sales' }] });
    expect(profile.wrapUpCodes.length).toBeGreaterThan(0);
    expect((await client.event('policy')).policy.masking).toBe(true);

    const taskId = await answer(client);
    const task = (await client.event('task', (event) => event.task.phase.name === 'connected')).task;
    expect(task).toMatchObject({ taskId, customerName: 'Melissa', customerNumber: '+31 6 1234 5678', ownerId: profile.agentId });
    await client.until('the first messages', () => client.texts(taskId).length === 2);
    expect(client.events.find((event) => event.type === 'messages')).toMatchObject({ hasEarlier: false });

    expect(await client.centre.send(taskId, { aliasId: 'a-1', content: { kind: 'text', text: 'Good morning' }, asOf: 0 })).toEqual({ kind: 'appended', seq: 3 });
    expect(await client.centre.send(taskId, { aliasId: 'a-1', content: { kind: 'text', text: 'Good morning' }, asOf: 0 })).toEqual({ kind: 'appended', seq: 3 });
    await say(taskId, 'My machine leaks');
    await client.until('the answer', () => client.texts(taskId).includes('My machine leaks'));
    expect(client.seqs(taskId)).toEqual([1, 2, 3, 4]);

    expect(await client.centre.end(taskId)).toEqual({ kind: 'done' });
    expect((await client.event('task', (event) => event.task.phase.name === 'wrapUp')).task.phase).toMatchObject({ cause: 'ended' });
    const code = profile.wrapUpCodes[0];
    expect(await client.centre.wrapUp(taskId, code?.id ?? '', 'all well')).toEqual({ kind: 'done' });
    expect(await client.event('taskRemoved')).toMatchObject({ taskId, removal: 'wrappedUp' });
    expect((await ledger()).filter((entry) => entry.kind === 'message' && entry.accepted)).toHaveLength(4);

    expect(await client.centre.logout('User requested logout')).toEqual({ kind: 'done' });
    expect((await client.event('stopped')).reason).toEqual({ kind: 'signedOut' });
  });

  it('is told as missed when nobody answers, with the status that follows', async () => {
    const { work } = await place({ ...alone, ...waiting('Hello?'), settings: { ronaTimeoutMs: 50 } });
    const client = await work();
    expect(await client.event('taskRemoved')).toMatchObject({ removal: 'rona' });
    expect((await client.event('status', ({ status }) => status.kind === 'rona')).changedBy).toBeNull();
    const from = client.events.length;
    expect(await client.centre.setStatus({ kind: 'available' })).toEqual({ kind: 'done' });
    // It waited first in line for whoever is there again.
    await client.event('task', ({ task }) => task.phase.name === 'offered', from);
  });

  it('can be handed to a colleague and shared with one', async () => {
    const { work, answer, agent, write } = await place(pair);
    const sanne = await work(0);
    await write('Hello?');
    const taskId = await answer(sanne);
    const joris = await work(1);
    const directory = await sanne.centre.directory();
    expect(directory).toMatchObject({ ok: true, value: { agents: [{ id: agent(1).id, name: 'Joris Bakker', state: 'available' }] } });

    expect(await sanne.centre.conference(taskId, { type: 'agent', id: agent(1).id })).toEqual({ kind: 'done' });
    await answer(joris);
    await sanne.event('taskNotice', ({ notice }) => notice.type === 'joined' && notice.name === 'Joris Bakker');
    await sanne.event('task', ({ task }) => task.phase.name === 'conference');
    await joris.until('the transcript', () => joris.texts(taskId).length === 1);

    expect(await sanne.centre.transfer(taskId, { type: 'agent', id: agent(1).id })).toMatchObject({ kind: 'refused', failure: { code: 'notAvailableNow' } });
    expect(await sanne.centre.exitConference(taskId)).toEqual({ kind: 'done' });
    expect((await sanne.event('task', ({ task }) => task.phase.name === 'wrapUp')).task.phase).toMatchObject({ cause: 'leftConference' });
    await joris.event('taskNotice', ({ notice }) => notice.type === 'left' && notice.name === 'Sanne de Wit');
    expect(await joris.centre.transfer(taskId, { type: 'agent', id: 'nobody' })).toMatchObject({ kind: 'refused', failure: { code: 'destinationUnavailable' } });
  });

  it('says who did not take it', async () => {
    const { work, answer, agent, write } = await place({ ...pair, settings: { ronaTimeoutMs: 300 } });
    const sanne = await work(0);
    await write('Hello?');
    const taskId = await answer(sanne);
    await work(1);
    expect((await sanne.centre.directory()).ok).toBe(true);
    expect(await sanne.centre.conference(taskId, { type: 'agent', id: agent(1).id })).toEqual({ kind: 'done' });
    expect(await sanne.event('taskNotice', ({ notice }) => notice.type === 'notAccepted')).toMatchObject({ notice: { destinationName: 'Joris Bakker' } });
  });

  it('refuses with a reason: sign-out with open work, a chat that is gone, an account that was removed', async () => {
    const { work, answer, info } = await place({ ...alone, ...waiting('Hello?') });
    const client = await work();
    const taskId = await answer(client);
    expect(await client.centre.logout('User requested logout')).toMatchObject({ kind: 'refused', failure: { code: 'openTasks', values: { count: 1 } } });
    expect(await client.centre.accept('nothing')).toMatchObject({ kind: 'refused', failure: { code: 'taskGone' } });
    for (const asset of info.assets) await control(info, 'DELETE', `/sandbox/assets/${asset.id}`);
    await client.event('taskNotice', ({ notice }) => notice.type === 'assetRemoved');
    expect(await client.centre.send(taskId, { aliasId: 'x', content: { kind: 'text', text: 'Hi' }, asOf: 0 })).toEqual({ kind: 'refused', reason: 'assetRemoved', retryable: false });
    expect(await client.centre.end(taskId)).toEqual({ kind: 'done' });
  });
});

describe('the session under faults', () => {
  it('comes back after a drop with what was missed, and with the status it had', async () => {
    const { work, answer, say, fault, agents } = await place({ ...alone, ...waiting('Hello?'), settings: { disconnectIdleMs: 0 } });
    const client = await work();
    const taskId = await answer(client);
    await client.until('the first message', () => client.texts(taskId).length === 1);
    const from = client.events.length;
    // Down long enough that messages are written and the centre sets the agent idle.
    await fault({ target: 'rest', kind: 'refuse', path: '/subscribe', count: 2 });
    await fault({ target: 'socket', kind: 'drop' });
    await client.event('connection', ({ connection }) => connection.state === 'lost', from);
    for (let index = 1; index <= 5; index += 1) await say(taskId, `missed ${String(index)}`);
    await client.event('connection', ({ connection }) => connection.state === 'live', from);
    await client.until('the missed messages', () => client.texts(taskId).length === 6);
    expect(client.seqs(taskId)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await client.event('hydrated', () => true, from)).tasks.map((task) => task.taskId)).toEqual([taskId]);
    const last = () => client.events.findLast((event) => event.type === 'status' || event.type === 'loggedIn');
    await client.until('Available again', () => last()?.status.kind === 'available');
    expect((await agents())[0]?.subStatus).toBe('Available');
  });

  it('shows every message once and in order through duplicated, reordered, delayed and broken frames', async () => {
    const { work, answer, say, fault } = await place({ ...alone, ...waiting('m1') });
    const client = await work();
    const taskId = await answer(client);
    for (const kind of ['duplicate', 'reorder', 'garbage', 'duplicate']) await fault({ target: 'socket', kind, count: 6, ms: 20 });
    await fault({ target: 'socket', kind: 'delay', count: 2, ms: 30 });
    for (let index = 2; index <= 30; index += 1) {
      await say(taskId, `m${String(index)}`);
      if (index % 10 === 0) await client.centre.send(taskId, { aliasId: `mine-${String(index)}`, content: { kind: 'text', text: `mine ${String(index)}` }, asOf: 0 });
    }
    await client.until('all messages', () => client.seqs(taskId).length >= 33);
    expect(client.seqs(taskId)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
    expect(client.logs.some(({ event }) => event === 'centre.garbage')).toBe(true);
  });

  it('asks again for a page of messages that was refused', async () => {
    const { work, answer, fault } = await place({ ...alone, ...waiting('first', 'second') });
    const client = await work();
    await fault({ target: 'rest', kind: 'refuse', path: '/messages', method: 'GET', status: 404 });
    const taskId = await answer(client);
    await client.until('the conversation from its beginning', () => client.seqs(taskId).length === 2);
    expect(client.logs.filter(({ event }) => event === 'centre.transcriptFailed')).toHaveLength(1);
  });

  it('replaces a half-open line as soon as the computer wakes', async () => {
    const { work, fault } = await place(alone);
    const client = await work();
    const from = client.events.length;
    await fault({ target: 'socket', kind: 'halfOpen' });
    client.centre.wake();
    await client.event('connection', ({ connection }) => connection.state === 'lost', from);
    await client.event('connection', ({ connection }) => connection.state === 'live', from);
  });

  it('asks for the token once more after a refusal, and goes on with the new one', async () => {
    const { info, agent, work, answer, join } = await place({ ...alone, ...waiting('Hello?') });
    await work().then(answer);
    let asked = 0;
    const client = join(0, { token: (refused) => { asked += 1; return Promise.resolve(refused === undefined ? `x_stale_${info.orgId}` : agent(0).token); } });
    await client.event('connection', ({ connection }) => connection.state === 'live');
    expect(asked).toBe(2);
  });

  it('stops when the agent signs in elsewhere, and the other place has everything', async () => {
    const { work, answer, join } = await place({ ...alone, ...waiting('Hello?') });
    const first = await work();
    const taskId = await answer(first);
    const second = join();
    expect((await first.event('stopped')).reason).toEqual({ kind: 'signedInElsewhere' });
    expect((await second.event('hydrated')).tasks.map((task) => task.taskId)).toEqual([taskId]);
    await second.until('the transcript', () => second.texts(taskId).length === 1);
  });

  it('goes on by itself when a late request of its own displaced it', async () => {
    const { info, agent, work, answer } = await place({ ...alone, ...waiting('Hello?') });
    const client = await work();
    const taskId = await answer(client);
    const from = client.events.length;
    const late = await fetch(`${info.url}/v1/notification/subscribe`, {
      method: 'POST',
      headers: { authorization: `Bearer ${agent(0).token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ force: true, isKeepAliveEnabled: true, clientType: 'Parley', allowMultiLogin: false }),
    });
    expect(late.ok).toBe(true);
    await client.event('connection', ({ connection }) => connection.state === 'lost', from);
    expect((await client.event('hydrated', () => true, from)).tasks.map((task) => task.taskId)).toEqual([taskId]);
    expect(client.events.filter(({ type }) => type === 'stopped')).toEqual([]);
  });

  it('says who logged the agent out', async () => {
    const { info, work } = await place(alone);
    const client = await work();
    await control(info, 'POST', `/sandbox/agents/${info.agents[0]?.id ?? ''}/state`, { state: 'LoggedOut', by: 'Marit Post' });
    expect((await client.event('stopped')).reason).toEqual({ kind: 'signedOutBy', name: 'Marit Post' });
  });

  it('takes the state after the reconnect for the answer that was lost', async () => {
    const { work, fault, info } = await place({ ...alone, ...waiting('Hello?') });
    const client = await work();
    const { task } = await client.event('task', (event) => event.task.phase.name === 'offered');
    // The socket swallows everything from here on: the notification of the accept is lost.
    await fault({ target: 'socket', kind: 'halfOpen' });
    const outcome = client.centre.accept(task.taskId);
    const accepted = async (): Promise<boolean> => {
      const { data } = (await control(info, 'GET', '/sandbox/ledger')) as { data: LedgerEntry[] };
      return data.some((entry) => entry.kind === 'command' && entry.command === 'accept');
    };
    while (!(await accepted()));
    client.centre.wake();
    expect(await outcome).toEqual({ kind: 'done' });
  });

  it('says not known when the answer of a send is lost, and the repetition makes no second message', async () => {
    const { work, answer, fault, ledger } = await place({ ...alone, ...waiting('Hello?') });
    const client = await work();
    const taskId = await answer(client);
    await fault({ target: 'rest', kind: 'drop', path: '/messages', method: 'POST', when: 'after' });
    const message: OutboundMessage = { aliasId: 'once', content: { kind: 'text', text: 'Only once' }, asOf: 0 };
    expect(await client.centre.send(taskId, message)).toEqual({ kind: 'unknown' });
    expect(await client.centre.send(taskId, message)).toEqual({ kind: 'appended', seq: 2 });
    expect((await ledger()).filter((entry) => entry.kind === 'message' && entry.accepted)).toHaveLength(2);
  });
});

describe('a first connection', () => {
  it('says that nothing answers', async () => {
    const client = createClient();
    client.start({ baseUrl: 'http://127.0.0.1:9', token: () => Promise.resolve('x_local_org') });
    expect((await client.event('stopped')).reason).toEqual({ kind: 'failed', failure: { code: 'centreUnreachable' } });
    expect(client.events.at(-2)).toEqual({ type: 'connection', connection: { state: 'offline' } });
  });

  it('opens no plain address of another computer', async () => {
    const client = createClient();
    client.start({ baseUrl: 'http://example.com', token: () => Promise.resolve('x_local_org') });
    expect((await client.event('stopped')).reason).toEqual({ kind: 'failed', failure: { code: 'centreRefused' } });
  });

  it('never writes a text, a token or an address to the log', async () => {
    const { work, answer, say, info } = await place({ ...alone, ...waiting('4111 1111 1111 1111') });
    const client = await work();
    const taskId = await answer(client);
    await say(taskId, 'secret words');
    await client.until('the message', () => client.texts(taskId).includes('secret words'));
    const written = JSON.stringify(client.logs);
    for (const secret of ['secret', '4111', info.agents[0]?.token ?? '-', info.url, 'Melissa']) expect(written).not.toContain(secret);
  });
});

it('pages a long history: the newest first, then what is before', async () => {
  const { work, answer } = await place({ ...alone, tasks: [{ customer: 'Melissa', messages: ['the last'], history: 349 }] });
  const client = await work();
  const taskId = await answer(client);
  await client.until('the newest page', () => client.seqs(taskId).length > 0);
  const first = client.seqs(taskId)[0] ?? 0;
  expect(first).toBe(251);
  expect(await client.event('messages')).toMatchObject({ hasEarlier: true });
  const older = await client.centre.earlier(taskId, first, 200);
  if (!older.ok) throw new Error(older.failure.code);
  expect(older.value.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, index) => 51 + index));
  expect(older.value.hasEarlier).toBe(true);
  expect(await client.centre.earlier(taskId, 51, 200)).toMatchObject({ ok: true, value: { hasEarlier: false } });
});
