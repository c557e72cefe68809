// The runner's hand on the contact centre: the real sandbox in this process, its control paths, and what it knows to be true.
import { createHash, randomBytes } from 'node:crypto';
import { createSandbox, type LedgerEntry, type SandboxInfo, type StoredMessage } from '../../src-sandbox/index.ts';
import { productNow, type Pace } from './pace.ts';
import type { CentreFault } from './steps.ts';

export interface CentreState {
  readonly agents: readonly { readonly id: string; readonly loggedIn: boolean; readonly subStatus: string; readonly auxCodeId: string }[];
  readonly tasks: readonly {
    readonly id: string; readonly stage: string; readonly lastSeq: number; readonly customerLeft: boolean; readonly assetRemoved: boolean;
    readonly parties: readonly { readonly agentId: string; readonly involvement: string }[];
  }[];
}

export type ArmedFault = Exclude<CentreFault, { do: 'expireToken' | 'refuseMessage' }>;

export interface Centre {
  readonly info: SandboxInfo;
  readonly agentId: string;
  readonly state: () => Promise<CentreState>;
  readonly ledger: () => Promise<readonly LedgerEntry[]>;
  readonly messages: (taskId: string, after: number) => Promise<readonly StoredMessage[]>;
  /** Opens a chat of a customer with this name; null = refused (its business account is gone). */
  readonly openChat: (name: string, text: string) => Promise<string | null>;
  readonly customer: (taskId: string, move: { readonly say?: string; readonly leave?: 'close' | 'end' }) => Promise<void>;
  readonly supervisor: (to: 'Available' | 'Idle') => Promise<void>;
  readonly removeAsset: () => Promise<void>;
  /** Answers the fault's name. */
  readonly fault: (fault: ArmedFault) => Promise<string>;
  readonly refuseMessage: (taskId: string, reason: string, retryable: boolean) => Promise<void>;
  /** Disarms what nobody has met yet; answers how many occasions of which fault. */
  readonly disarm: () => Promise<readonly { readonly fault: string; readonly times: number }[]>;
  /** Whether a fault waits for its occasion. */
  readonly armed: () => Promise<boolean>;
  readonly token: () => Promise<string>;
  readonly expireTokens: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Shorter than usual, so that a run of a minute meets them. ms of product time. */
const settings = { ronaTimeoutMs: 12_000, capacity: 4, reserveMs: 150, disconnectIdleMs: 9_000 };

/** A fault as `/sandbox/faults` takes it. */
function wordsOf(fault: ArmedFault): { readonly target: 'socket' | 'rest'; readonly kind: string } & Readonly<Record<string, unknown>> {
  switch (fault.do) {
    case 'duplicateFrames': return { target: 'socket', kind: 'duplicate' };
    case 'reorderFrames': return { target: 'socket', kind: 'reorder' };
    case 'garbageFrames': return { target: 'socket', kind: 'garbage' };
    case 'delayFrames': return { target: 'socket', kind: 'delay', ms: fault.ms };
    case 'refuseSocket': return { target: 'socket', kind: 'refuse' };
    case 'refuseRequests': return { target: 'rest', kind: 'refuse', path: fault.path, status: fault.status };
    case 'loseAnswers': return { target: 'rest', kind: 'drop', when: 'after', path: fault.path };
    case 'loseRequests': return { target: 'rest', kind: 'drop', when: 'before', path: fault.path };
    case 'duplicateRequests': return { target: 'rest', kind: 'duplicate', path: fault.path, method: 'POST' };
    case 'garbageAnswers': return { target: 'rest', kind: 'garbage', path: fault.path };
    case 'reorderRequests': return { target: 'rest', kind: 'reorder', path: fault.path };
    case 'hangRequests': return { target: 'rest', kind: 'halfOpen', path: fault.path, ms: fault.ms };
  }
}

export async function openCentre(seed: number, pace: Pace, publicUrl: string): Promise<Centre & { readonly port: number }> {
  const clock = {
    now: () => productNow(pace),
    after: (ms: number, action: () => void) => {
      const timer = setTimeout(action, ms / pace.speed);
      return () => { clearTimeout(timer); };
    },
  };
  const sandbox = await createSandbox({ seed, clock, publicUrl, scenario: { settings } });
  const { info } = sandbox;
  const agent = info.agents[0];
  if (agent === undefined) throw new Error('The sandbox has no agents.');
  let aliases = 0;

  const call = async (method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }> => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${info.serviceToken}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const must = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };

  // The colleagues of the simulation are out: every chat comes to this agent.
  for (const other of info.agents.slice(1)) await must('POST', `/sandbox/colleagues/${other.id}`, { state: 'Idle', answer: 'ignore' });

  return {
    info,
    port: Number(new URL(sandbox.url).port),
    agentId: agent.id,
    state: async () => (await must<{ data: CentreState }>('GET', '/sandbox/state')).data,
    ledger: async () => (await must<{ data: readonly LedgerEntry[] }>('GET', '/sandbox/ledger')).data,
    messages: async (taskId, after) => (await must<{ data: readonly StoredMessage[] }>('GET', `/v2/tasks/${taskId}/messages?after=${String(after)}&limit=200`)).data,
    openChat: async (name, text) => {
      aliases += 1;
      const answer = await call('POST', '/v2/tasks', {
        origin: { id: `urn:mbid:${name}`, name, number: '+31612345678' }, channelType: 'social', channel: 'appleMessages',
        channelParams: { type: 'text', message: { aliasId: `${info.orgId}-${String(seed)}-${String(aliases)}`, text, timestamp: productNow(pace) } },
        capabilityList: 'LIST,TIME,QUICK', deviceAgent: 'iPhone OS', locale: 'en_GB',
      });
      return answer.status === 201 ? (answer.body as { data: { id: string } }).data.id : null;
    },
    customer: async (taskId, move) => { await call('POST', `/sandbox/tasks/${taskId}/customer`, move); },
    supervisor: async (to) => { await call('POST', `/sandbox/agents/${agent.id}/state`, { state: to }); },
    removeAsset: async () => { await call('DELETE', `/sandbox/assets/${info.assets[0]?.id ?? ''}`); },
    fault: async (fault) => {
      const words = wordsOf(fault);
      const wanted = { count: fault.count, ...words, ...(words.target === 'rest' ? { caller: 'agent' } : {}) };
      await must('POST', '/sandbox/faults', wanted);
      return `${wanted.target} ${wanted.kind}`;
    },
    refuseMessage: async (taskId, reason, retryable) => { await call('POST', `/sandbox/tasks/${taskId}/append-failures`, { reason, retryable }); },
    armed: async () => (await must<{ data: { armed: readonly unknown[] } }>('GET', '/sandbox/faults')).data.armed.length > 0,
    disarm: async () => {
      const { data } = await must<{ data: { armed: readonly { target: string; kind: string; count: number }[] } }>('GET', '/sandbox/faults');
      await must('DELETE', '/sandbox/faults');
      return data.armed.map(({ target, kind, count }) => ({ fault: `${target} ${kind}`, times: count }));
    },
    token: async () => {
      const verifier = randomBytes(32).toString('base64url');
      const redirect = 'http://127.0.0.1:9/signed-in';
      const query = new URLSearchParams({
        response_type: 'code', client_id: 'chaos', redirect_uri: redirect, scope: 'cjp:user', agent: agent.id,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
      });
      // With the service's token, so that no fault that is meant for the agent hits it.
      const authorization = `Bearer ${info.serviceToken}`;
      const back = await fetch(`${sandbox.url}/v1/authorize?${query.toString()}`, { redirect: 'manual', headers: { authorization } });
      const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
      const answer = await fetch(`${sandbox.url}/v1/access_token`, {
        method: 'POST', headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirect, client_id: 'chaos', code_verifier: verifier }).toString(),
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    },
    expireTokens: async () => { await must('POST', `/sandbox/agents/${agent.id}/revoke`); },
    close: sandbox.close,
  };
}
