// The HTTP edge: configuration as the schemas read it, documented errors for anything bad, sign-in, files, webhook, scenario.
import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as config from '../src-shared/wxcc/config.ts';
import { customerSchema, readErrorBody, subscribeResponseSchema, tokenResponseSchema } from '../src-shared/wxcc/rest.ts';
import { orgIdOfToken } from '../src-shared/wxcc/token.ts';
import { createSandbox, parseScenario } from './index.ts';
import { acceptNext, apiOf, at, itemsOf, nth, outbound, startKit, type Kit } from './testing/kit.ts';

let kit: Kit;
beforeEach(async () => { kit = await startKit(); });
afterEach(() => kit.close());

const agentApi = () => apiOf(kit.sandbox.url, nth(kit.sandbox.info.agents, 0).token);

describe('what it says of itself', () => {
  it('names its agents, queues and assets, and its tokens carry the organisation', () => {
    const { info } = kit.sandbox;
    expect(info.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(info.agents.map((agent) => agent.name)).toEqual(['Sanne de Vries', 'Pieter Bakker', 'Joost Willems', 'Aylin Kaya', 'Noor Hendriks']);
    expect(info.queues.map((queue) => queue.name)).toEqual(['Repairs NL', 'Billing NL']);
    expect(info.assets).toHaveLength(2);
    for (const { token } of info.agents) expect(orgIdOfToken(token)).toBe(info.orgId);
    expect(orgIdOfToken(info.serviceToken)).toBe(info.orgId);
  });

  it('gives every configuration resource in the shape the client reads', async () => {
    const api = agentApi();
    const org = `/organization/${kit.sandbox.info.orgId}`;
    const reply = (path: string) => api('GET', org + path);
    const get = async (path: string): Promise<unknown> => {
      const { status, body } = await reply(path);
      expect(status, path).toBe(200);
      return body;
    };
    const user = v.parse(config.userSchema, await get(`/user/by-ci-user-id/${kit.agentId(0)}`));
    expect(v.parse(config.organizationSchema, await get('')).name).toBe('Halden & Vos');
    expect(v.parse(config.agentProfileSchema, await get(`/agent-profile/${user.agentProfileId}`)).accessQueue).toBe('ALL');
    expect(v.parse(config.multimediaProfileSchema, await get(`/multimedia-profile/${user.multimediaProfileId}`)).social).toBe(5);
    expect(v.parse(config.siteSchema, await get(`/site/${user.siteId}`)).name).toBe('Utrecht');
    const list = async <T>(path: string, schema: v.GenericSchema<unknown, T>) => v.parse(config.paged(schema), await get(path)).data;
    expect((await list('/v2/organization-setting?agentView=true', config.organizationSettingSchema))[0]).toMatchObject({ maskSensitiveData: true, attachments: { allowed: true, maxCount: 10 } });
    expect(await list('/v2/tenant-configuration?agentView=true', config.tenantConfigurationSchema)).toHaveLength(1);
    const codes = await list('/v2/auxiliary-code?page=0&pageSize=100&attributes=id,isSystemCode,name,defaultCode,workTypeCode,active', config.auxiliaryCodeSchema);
    expect(codes.filter((code) => code.workTypeCode === 'WRAP_UP_CODE')).toHaveLength(14);
    expect(codes.filter((code) => code.defaultCode).map((code) => code.name)).toEqual(['Not ready', 'Other']);
    expect((await list('/v2/contact-service-queue', config.queueSchema)).every(config.isAppleQueue)).toBe(true);
    expect((await list(`/v2/team?filter=id=in=(${user.teamIds[1] ?? ''})`, config.teamSchema)).map((team) => team.name)).toEqual(['Service EN']);
    expect(itemsOf(await reply('/v2/message-template?channel=appleMessages')).length).toBeGreaterThan(10);
    expect(itemsOf(await reply('/v2/workflow'))).toHaveLength(3);
    const paged = await reply('/v2/auxiliary-code?page=1&pageSize=15');
    expect(at(paged.body, 'meta')).toMatchObject({ page: 1, pageSize: 15, totalPages: 2, totalRecords: 20 });
    expect(itemsOf(paged)).toHaveLength(5);
    const task = await kit.openTask();
    expect(v.parse(customerSchema, (await kit.service('GET', `/v2/tasks/${task}/customer`)).body).data.name).toBe('Melissa Jansen');
  });

  it('starts from a scenario, and says what is wrong with one', async () => {
    const scenario = parseScenario({ organisation: { agents: [{ name: 'Eva', team: 'Night' }], teams: ['Night'] }, settings: { capacity: 2 }, policy: { masking: false }, tasks: [{ customer: 'Old friend', history: 500, messages: ['Hi'] }] });
    const sandbox = await createSandbox({ seed: 1, scenario });
    try {
      const { body } = await apiOf(sandbox.url, sandbox.info.serviceToken)('GET', '/sandbox/state');
      expect(at(body, 'data', 'tasks')).toEqual([expect.objectContaining({ stage: 'queued', lastSeq: 501 })]);
      expect(sandbox.info.agents.map((agent) => agent.name)).toEqual(['Eva']);
    } finally {
      await sandbox.close();
    }
    expect(() => parseScenario({ settings: { capacity: 0 } })).toThrow(/settings\.capacity/);
    expect(() => parseScenario({ organization: {} })).toThrow(/organization/);
  });
});

describe('anything bad', () => {
  it('answers with the documented body and goes on', async () => {
    const nobody = apiOf(kit.sandbox.url, null);
    const stranger = apiOf(kit.sandbox.url, `x_local_${kit.sandbox.info.orgId}`);
    const api = agentApi();
    const deep = `{"channelParams":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const cases: readonly (readonly [number, Promise<{ readonly status: number; readonly body: unknown }>])[] = [
      [401, nobody('POST', '/v1/notification/subscribe', {})],
      [401, stranger('POST', '/v1/agents/reload', {})],
      [403, api('GET', '/sandbox/ledger')],
      [403, kit.service('POST', '/v1/agents/reload', {})],
      [403, api('GET', '/organization/another/v2/team')],
      [404, api('GET', '/v1/nothing')],
      [404, api('POST', '/v1/tasks/unknown/accept', {})],
      [404, api('GET', `/organization/${kit.sandbox.info.orgId}/user/by-ci-user-id/unknown`)],
      [400, api('POST', '/v1/agents/login', '{"dialNumber":')],
      [400, api('POST', '/v1/agents/login', '[]')],
      [400, api('POST', '/v1/agents/login', 'null')],
      [400, kit.service('POST', '/v2/tasks', deep)],
      [400, kit.service('POST', '/v2/tasks', {})],
      [400, kit.service('POST', '/v2/tasks', { origin: { id: 'x' }, destination: { id: 'no account' } })],
      [413, kit.service('POST', '/v2/tasks', JSON.stringify({ origin: { id: 'x'.repeat(2_000_000) } }))],
      [400, kit.service('POST', '/sandbox/faults', { target: 'moon', kind: 'drop' })],
      [400, kit.service('POST', '/sandbox/policy', { maskin: true })],
      [404, api('GET', '/organization/%E0%A4%A/v2/team')],
    ];
    for (const [index, [status, reply]] of cases.entries()) {
      const got = await reply;
      // A path that cannot be decoded is as good as unknown.
      expect([status, status === 404 ? 400 : status], String(index)).toContain(got.status);
      expect(readErrorBody(got.body).description, String(index)).not.toBe('');
    }
    expect((await api('GET', '/v1/tasks')).status).toBe(200);
  });

  it('takes a POST without a body, and one that is no JSON at all', async () => {
    const headers = { authorization: `Bearer ${nth(kit.sandbox.info.agents, 0).token}` };
    expect((await fetch(`${kit.sandbox.url}/v1/agents/reload`, { method: 'POST', headers })).status).toBe(202);
    expect((await fetch(`${kit.sandbox.url}/v1/agents/reload`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } })).status).toBe(202);
    expect((await fetch(`${kit.sandbox.url}/v1/agents/login`, { method: 'POST', headers: { ...headers, 'content-type': 'text/csv' }, body: 'a,b' })).status).toBe(400);
  });

  it('survives what is not HTTP and sockets nobody subscribed to', async () => {
    const { port } = new URL(kit.sandbox.url);
    const raw = (text: string): Promise<string> => new Promise((resolve) => {
      let answer = '';
      connect(Number(port), '127.0.0.1').on('data', (chunk) => { answer += chunk.toString(); }).on('close', () => { resolve(answer); }).on('error', () => { resolve(answer); }).end(text);
    });
    expect(await raw('\u0016\u0003\u0001 hello\r\n\r\n')).toContain('400');
    expect(await raw('GET /v1/notification/subscription/none HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n')).toContain('404');
    const sanne = await kit.desk(0);
    sanne.socket.send('garbage');
    sanne.socket.send(new Uint8Array([1, 2, 3]));
    sanne.socket.send('{"keepalive":"true"}');
    await expect.poll(() => sanne.texts.at(-1)).toBe('{"keepalive":"true"}');
    sanne.socket.send('x'.repeat(100_000));
    expect(await sanne.closed).toBe(1_009);
    await kit.desk(0);
  });
});

describe('sign-in', () => {
  const verifier = 'v'.repeat(64);
  const query = (extra: Record<string, string> = {}): string => new URLSearchParams({
    response_type: 'code', client_id: 'parley', redirect_uri: 'http://127.0.0.1:4321/callback', scope: 'cjp:user', state: 's&t',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...extra,
  }).toString();
  const authorize = (text: string) => fetch(`${kit.sandbox.url}/v1/authorize?${text}`, { redirect: 'manual' });
  const token = async (fields: Record<string, string>) => {
    const response = await fetch(`${kit.sandbox.url}/v1/access_token`, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: response.status, body: await response.json() };
  };
  const exchange = (code: string, own: Record<string, string> = {}) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: 'http://127.0.0.1:4321/callback', client_id: 'parley', code_verifier: verifier, ...own });
  const codeFor = async (agentId: string): Promise<string> => {
    const response = await authorize(query({ agent: agentId }));
    const back = new URL(response.headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe('http://127.0.0.1:4321/callback');
    expect(back.searchParams.get('state')).toBe('s&t');
    return back.searchParams.get('code') ?? '';
  };

  it('lets one choose an agent, gives a token that works, and refreshes it once', async () => {
    const page = await (await authorize(query())).text();
    const link = /href="([^"]*)"[^>]*>Pieter Bakker/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const response = await fetch(kit.sandbox.url + link, { redirect: 'manual' });
    const code = new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const first = v.parse(tokenResponseSchema, (await exchange(code)).body);
    expect(orgIdOfToken(first.access_token)).toBe(kit.sandbox.info.orgId);
    expect(v.parse(subscribeResponseSchema, (await apiOf(kit.sandbox.url, first.access_token)('POST', '/v1/notification/subscribe', {})).body).webSocketUrl).toMatch(/^ws:/);
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    expect((await token(refresh)).status).toBe(200);
    expect(await token(refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('refuses a wrong verifier, a code used twice or too late, and an address that is not this computer', async () => {
    expect(await exchange(await codeFor(kit.agentId(0)), { code_verifier: 'wrong' })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const code = await codeFor(kit.agentId(0));
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(400);
    const late = await codeFor(kit.agentId(0));
    kit.clock.advance(60_001);
    expect((await exchange(late)).status).toBe(400);
    for (const redirect of ['https://evil.example/', 'http://127.0.0.1.evil.example/', 'http://user@127.0.0.1/', 'javascript:alert(1)', 'parley://x']) {
      expect((await authorize(query({ redirect_uri: redirect }))).status, redirect).toBe(400);
    }
    expect((await authorize(query({ code_challenge_method: 'plain' }))).status).toBe(400);
    expect((await token({ grant_type: 'password' })).status).toBe(400);
  });

  it('lets tokens expire and be revoked', async () => {
    await kit.service('POST', '/sandbox/settings', { tokenLifetimeMs: 60_000 });
    const { access_token: access } = v.parse(tokenResponseSchema, (await exchange(await codeFor(kit.agentId(0)))).body);
    const api = apiOf(kit.sandbox.url, access);
    expect((await api('GET', '/v1/tasks')).status).toBe(200);
    kit.clock.advance(60_000);
    expect((await api('GET', '/v1/tasks')).status).toBe(401);
  });
});

describe('attachments', () => {
  const authorization = () => `Bearer ${nth(kit.sandbox.info.agents, 0).token}`;
  const metadata = (fields: Record<string, string>): string => Object.entries(fields).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const create = (size: number, fields: Record<string, string> = { fileName: 'foto.jpg', mimeType: 'image/jpeg' }) =>
    fetch(`${kit.sandbox.url}/v2/attachments`, { method: 'POST', headers: { authorization: authorization(), 'tus-resumable': '1.0.0', 'upload-length': String(size), 'upload-metadata': metadata(fields) } });
  const patch = (url: string, offset: number, body: string) =>
    fetch(url, { method: 'PATCH', headers: { authorization: authorization(), 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body });

  it('go up in pieces, resume, and come down whole or in ranges', async () => {
    const created = await create(10);
    expect(created.status).toBe(201);
    const url = created.headers.get('location') ?? '';
    expect((await patch(url, 0, '01234')).status).toBe(204);
    expect((await patch(url, 0, '01234')).status).toBe(409);
    const head = await fetch(url, { method: 'HEAD', headers: { authorization: authorization(), 'tus-resumable': '1.0.0' } });
    expect(head.headers.get('upload-offset')).toBe('5');
    expect((await fetch(url, { headers: { authorization: authorization() } })).status).toBe(404);
    expect((await patch(url, 5, '56789')).status).toBe(204);
    const whole = await fetch(url, { headers: { authorization: authorization() } });
    expect([whole.headers.get('content-type'), await whole.text()]).toEqual(['image/jpeg', '0123456789']);
    const part = await fetch(url, { headers: { authorization: authorization(), range: 'bytes=3-5' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 3-5/10', '345']);
    expect(await (await fetch(url, { headers: { authorization: authorization(), range: 'bytes=-2' } })).text()).toBe('89');
    expect((await fetch(url, { headers: { authorization: authorization(), range: 'bytes=10-' } })).status).toBe(416);
    expect((await fetch(url)).status).toBe(401);
    const sanne = await kit.ready(0);
    const taskId = await kit.openTask();
    await acceptNext(kit, sanne);
    const message = { type: 'text-with-attachments', message: { aliasId: 'file', text: '', attachments: [{ fileName: 'foto.jpg', mimeType: 'image/jpeg', fileUrl: url, size: 10 }] } };
    expect((await sanne.api('POST', `/v2/tasks/${taskId}/messages`, { ...outbound(''), channelParams: message })).status).toBe(201);
  });

  it('obey the policy', async () => {
    await kit.service('POST', '/sandbox/policy', { attachments: { maxSize: 100, mimeTypes: ['image/png'] } });
    expect((await create(101)).status).toBe(413);
    expect((await create(10)).status).toBe(400);
    expect((await create(10, { fileName: 'a.png', mimeType: 'image/png' })).status).toBe(201);
    await kit.service('POST', '/sandbox/policy', { attachments: { allowed: false } });
    expect((await create(10)).status).toBe(403);
  });
});

describe('the webhook', () => {
  it('gets outbound messages, signed over the raw body', async () => {
    const received: { signature: string; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => { body += chunk.toString(); }).on('end', () => {
        received.push({ signature: String(request.headers['x-webexcc-signature']), body });
        response.end();
      });
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    try {
      const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`;
      await kit.service('POST', '/sandbox/settings', { webhook: { url, secret: 'geheim' } });
      const sanne = await kit.ready(0);
      const taskId = await kit.openTask();
      await acceptNext(kit, sanne);
      await sanne.api('POST', `/v2/tasks/${taskId}/messages`, outbound('Naar buiten'));
      await expect.poll(() => received.length).toBe(1);
      const { signature, body } = nth(received, 0);
      expect(signature).toBe(createHmac('sha256', 'geheim').update(body).digest('hex'));
      expect(JSON.parse(body)).toMatchObject({ type: 'task-message:appended', data: { taskId, senderType: 'agent', channelParams: { message: { text: 'Naar buiten' } } } });
      await expect.poll(kit.ledger).toContainEqual(expect.objectContaining({ kind: 'webhook', taskId, status: 200 }));
    } finally {
      server.close();
    }
  });
});
