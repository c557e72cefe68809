import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import { refresh, signIn, signInServer, type SignInParts } from './oauth.ts';
import { control, createClient, realClock } from './test-rig.ts';
import { keepTokens } from './token-keeper.ts';

const sandboxes: Sandbox[] = [];
afterEach(async () => { await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close())); });

async function place(settings: { readonly tokenLifetimeMs?: number } = {}) {
  const sandbox = await createSandbox({ seed: 3, scenario: { settings } });
  sandboxes.push(sandbox);
  const agent = sandbox.info.agents[0];
  if (agent === undefined) throw new Error('No agent.');
  const visited: URL[] = [];
  /** A browser in which the first agent is chosen on the page. */
  const browser = async (address: string): Promise<boolean> => {
    visited.push(new URL(address));
    const page = await (await fetch(address)).text();
    expect(page).toContain(agent.name);
    void fetch(`${address}&agent=${agent.id}`).then((response) => response.text());
    return true;
  };
  const parts: SignInParts = { baseUrl: sandbox.url, clientId: 'parley', clock: realClock, openBrowser: browser, signal: new AbortController().signal };
  return { sandbox, agent, parts, visited };
}

describe('signIn', () => {
  it('comes back from the browser with tokens that the contact centre takes', async () => {
    const { sandbox, agent, parts, visited } = await place();
    const tokens = await signIn(parts);
    if (!tokens.ok) throw new Error(tokens.failure.code);
    expect(tokens.value.expiresAt).toBeGreaterThan(Date.now());
    const asked = visited[0]?.searchParams;
    expect(asked?.get('code_challenge_method')).toBe('S256');
    expect(asked?.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    const client = createClient();
    client.start({ baseUrl: sandbox.url, token: keepTokens({ ...parts, tokens: tokens.value }) });
    expect((await client.event('profile')).profile.agentId).toBe(agent.id);
    client.centre.stop();
  });

  it('takes no redirect without its state, and goes on waiting', async () => {
    const { parts } = await place();
    const answers: number[] = [];
    const tokens = await signIn({
      ...parts,
      openBrowser: async (address) => {
        const redirect = new URL(address).searchParams.get('redirect_uri') ?? '';
        for (const query of ['?code=stolen&state=guess', '?code=stolen', '?error=access_denied&state=guess']) answers.push((await fetch(redirect + query)).status);
        answers.push((await fetch(redirect.replace('/signed-in', '/'))).status);
        return parts.openBrowser(address);
      },
    });
    expect(answers).toEqual([404, 404, 404, 404]);
    expect(tokens.ok).toBe(true);
  });

  it.each<[string, (parts: SignInParts, abort: AbortController) => Partial<SignInParts>, string]>([
    ['the agent refuses', () => ({ openBrowser: async (address) => {
      const { searchParams } = new URL(address);
      await fetch(`${searchParams.get('redirect_uri') ?? ''}?error=access_denied&state=${searchParams.get('state') ?? ''}`);
      return true;
    } }), 'signInCancelled'],
    ['the agent cancels', (_, abort) => ({ openBrowser: () => { abort.abort(); return Promise.resolve(true); } }), 'signInCancelled'],
    ['nobody does anything', () => ({ openBrowser: () => Promise.resolve(true), clock: { ...realClock, setTimer: (_, callback) => { queueMicrotask(callback); return () => undefined; } } }), 'signInTimedOut'],
    ['there is no browser', () => ({ openBrowser: () => Promise.resolve(false) }), 'browserUnavailable'],
    ['the code is not one', () => ({ openBrowser: async (address) => {
      const { searchParams } = new URL(address);
      await fetch(`${searchParams.get('redirect_uri') ?? ''}?code=made-up&state=${searchParams.get('state') ?? ''}`);
      return true;
    } }), 'tokenRefused'],
    ['the address is plain and elsewhere', () => ({ baseUrl: 'http://example.com' }), 'centreRefused'],
  ])('fails when %s', async (_name, change, code) => {
    const { parts } = await place();
    const abort = new AbortController();
    expect(await signIn({ ...parts, signal: abort.signal, ...change(parts, abort) })).toEqual({ ok: false, failure: { code } });
  });

  it('sends tenants to Webex and the sandbox to itself', () => {
    expect(signInServer('https://api.wxcc-eu1.cisco.com')).toBe('https://webexapis.com');
    expect(signInServer('http://127.0.0.1:4100/')).toBe('http://127.0.0.1:4100');
    expect(signInServer('https://user:pass@api.wxcc-eu1.cisco.com')).toBeNull();
  });
});

describe('keepTokens', () => {
  it('refreshes a token that ends soon, once for all who ask, and hands on the new ones', async () => {
    const { parts } = await place({ tokenLifetimeMs: 30_000 });
    const first = await signIn(parts);
    if (!first.ok) throw new Error(first.failure.code);
    const changes: unknown[] = [];
    const token = keepTokens({ ...parts, tokens: first.value, onChange: (tokens) => { changes.push(tokens); } });
    const [one, two] = await Promise.all([token(), token()]);
    expect(one).toBe(two);
    expect(one).not.toBe(first.value.accessToken);
    expect(changes).toHaveLength(1);
  });

  it('asks to sign in again when the refresh is refused', async () => {
    const { parts } = await place();
    const tokens = { accessToken: 'a', refreshToken: 'spent', expiresAt: 0 };
    expect(await refresh(parts, 'spent')).toEqual({ ok: false, failure: { code: 'tokenRefused' } });
    const token = keepTokens({ ...parts, tokens });
    expect(await token()).toBeNull();
    expect(await token()).toBeNull();
  });

  it('keeps a token in force while nothing answers, and rejects when there is none', async () => {
    const { parts } = await place();
    const gone = { ...parts, baseUrl: 'http://127.0.0.1:9' };
    const alive = { accessToken: 'a', refreshToken: 'r', expiresAt: Date.now() + 30_000 };
    expect(await keepTokens({ ...gone, tokens: alive })()).toBe('a');
    await expect(keepTokens({ ...gone, tokens: alive })('a')).rejects.toThrow('refreshed');
    await expect(keepTokens({ ...gone, tokens: { ...alive, expiresAt: 0 } })()).rejects.toThrow('refreshed');
  });

  it('carries a session over a revoked token and ends it when the refresh is revoked too', async () => {
    const { sandbox, agent, parts } = await place();
    const tokens = await signIn(parts);
    if (!tokens.ok) throw new Error(tokens.failure.code);
    const client = createClient();
    client.start({ baseUrl: sandbox.url, token: keepTokens({ ...parts, tokens: tokens.value }) });
    await client.event('loginNeeded');
    await control(sandbox.info, 'POST', `/sandbox/agents/${agent.id}/revoke`);
    expect(await client.centre.login({ teamId: agent.teamId, dialNumber: '1001' })).toMatchObject({ kind: 'refused', failure: { code: 'tokenRefused' } });
    expect((await client.event('stopped')).reason).toEqual({ kind: 'tokenRefused' });
  });
});
