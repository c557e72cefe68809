// A bare protocol client for the sandbox's own tests: real HTTP and a real socket, waiting on frames and never on time.
import { WebSocket } from 'ws';
import { parseFrame, type Frame, type FrameData } from '../../src-shared/wxcc/frames.ts';
import { createSandbox, manualClock, type LedgerEntry, type ManualClock, type Sandbox, type SandboxOptions } from '../index.ts';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export type Item = Readonly<Record<string, unknown>>;

/** What lies under `keys` in an answer; undefined when nothing does. */
export const at = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Item)[key] : undefined), value);

/** `data` of a collection. */
export function itemsOf({ body }: Reply): readonly Item[] {
  const data = at(body, 'data');
  if (!Array.isArray(data)) throw new Error('The answer has no list.');
  return data as readonly Item[];
}

/** The entry there must be. */
export function nth<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`There is no entry ${String(index)}.`);
  return entry;
}

export type Api = (method: string, path: string, body?: unknown) => Promise<Reply>;

export function apiOf(url: string, token: string | null): Api {
  return async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
}

type DataOf<T extends FrameData['type']> = FrameData & { readonly type: T };

export interface Desk {
  readonly id: string;
  readonly token: string;
  readonly api: Api;
  readonly socket: WebSocket;
  /** Every text that came, the heartbeat's echo too. */
  readonly texts: string[];
  readonly frames: Frame[];
  /** The next frame of a type that was not asked for yet; waits for it. */
  readonly next: <T extends FrameData['type']>(type: T) => Promise<DataOf<T>>;
  /** How many frames of a type came so far. */
  readonly count: (type: string) => number;
  readonly closed: Promise<number>;
}

export interface Kit {
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  readonly service: Api;
  readonly agentId: (index: number) => string;
  readonly desk: (index: number, options?: Record<string, unknown>) => Promise<Desk>;
  /** Subscribed, logged in, available. */
  readonly ready: (index: number) => Promise<Desk>;
  /** No colleague takes anything by themselves. */
  readonly colleaguesIdle: () => Promise<void>;
  readonly openTask: (name?: string, extra?: Record<string, unknown>) => Promise<string>;
  readonly ledger: () => Promise<readonly LedgerEntry[]>;
  readonly close: () => Promise<void>;
}

export const textParams = (text: string, aliasId: string = crypto.randomUUID()) => ({ type: 'text', message: { aliasId, text, timestamp: 1 } });
export const outbound = (text: string, aliasId?: string) => ({ mediaType: 'social', messageDirection: 'OUTBOUND', channelParams: textParams(text, aliasId) });
export const inbound = (text: string, aliasId?: string) => ({ mediaType: 'social', messageDirection: 'INBOUND', channelParams: textParams(text, aliasId), capabilityList: 'LIST,TIME', deviceAgent: 'Mac OS X', locale: 'nl_NL' });

export async function openDesk(sandbox: Sandbox, index: number, options: Record<string, unknown> = {}): Promise<Desk> {
  const { id, token } = nth(sandbox.info.agents, index);
  const api = apiOf(sandbox.url, token);
  const { status, body } = await api('POST', '/v1/notification/subscribe', { force: true, isKeepAliveEnabled: false, clientType: 'Test', allowMultiLogin: false, ...options });
  if (status !== 200) throw new Error(`subscribe answered ${String(status)}`);
  const socket = new WebSocket(String(at(body, 'webSocketUrl')));
  const texts: string[] = [];
  const frames: Frame[] = [];
  const taken = new Map<string, number>();
  let wake: (() => void)[] = [];
  socket.on('message', (raw: Buffer) => {
    const text = raw.toString('utf8');
    texts.push(text);
    const parsed = parseFrame(text);
    if (parsed.kind === 'frame') frames.push(parsed.frame);
    const waiting = wake;
    wake = [];
    for (const resume of waiting) resume();
  });
  const closed = new Promise<number>((resolve) => { socket.on('close', resolve); });
  await new Promise<void>((resolve, reject) => { socket.on('open', resolve).on('error', reject); });
  const desk: Desk = {
    id, token, api, socket, texts, frames, closed,
    count: (type) => frames.filter((frame) => frame.data.type === type).length,
    next: async (type) => {
      const nth = taken.get(type) ?? 0;
      taken.set(type, nth + 1);
      for (;;) {
        const found = frames.filter((frame) => frame.data.type === type)[nth];
        if (found !== undefined) return found.data as DataOf<typeof type>;
        await new Promise<void>((resolve) => { wake.push(resolve); });
      }
    },
  };
  await desk.next('Welcome');
  return desk;
}

export async function startKit(options: Omit<SandboxOptions, 'clock'> = {}): Promise<Kit> {
  const clock = manualClock();
  const sandbox = await createSandbox({ seed: 7, ...options, clock });
  const { info, url } = sandbox;
  const service = apiOf(url, info.serviceToken);
  const desks: Desk[] = [];
  const desk = async (index: number, own: Record<string, unknown> = {}): Promise<Desk> => {
    const opened = await openDesk(sandbox, index, own);
    desks.push(opened);
    return opened;
  };
  return {
    sandbox, clock, service, desk,
    agentId: (index) => nth(info.agents, index).id,
    ready: async (index) => {
      const mine = await desk(index);
      await mine.api('POST', '/v1/agents/login', { dialNumber: String(2_000 + index), teamId: nth(info.agents, index).teamId, roles: ['agent'] });
      await mine.next('AgentStationLoginSuccess');
      await mine.api('PUT', '/v1/agents/session/state', { state: 'Available', auxCodeId: '0' });
      await mine.next('AgentStateChangeSuccess');
      return mine;
    },
    colleaguesIdle: async () => {
      for (const agent of info.agents.slice(1)) await service('POST', `/sandbox/colleagues/${agent.id}`, { state: 'Idle' });
    },
    openTask: async (name = 'Melissa Jansen', extra = {}) => {
      const { body } = await service('POST', '/v2/tasks', {
        origin: { id: `urn:mbid:${name}`, name, number: '+31612347542' }, destination: { id: nth(info.assets, 0).id, type: 'businessAddress' },
        channelType: 'social', channel: 'appleMessages', ...inbound('Hello'), ...extra,
      });
      return String(at(body, 'data', 'id'));
    },
    ledger: async () => itemsOf(await service('GET', '/sandbox/ledger')) as unknown as readonly LedgerEntry[],
    close: async () => {
      for (const { socket } of desks) socket.terminate();
      await sandbox.close();
    },
  };
}

/** The offer of the next chat, rung through to `AgentOfferContact` and accepted. */
export async function acceptNext(kit: Kit, desk: Desk): Promise<string> {
  const { interactionId } = await desk.next('AgentContactReserved');
  kit.clock.advance(1_000);
  await desk.next('AgentOfferContact');
  await desk.api('POST', `/v1/tasks/${interactionId}/accept`, {});
  await desk.next('AgentContactAssigned');
  return interactionId;
}

export const wrapUpCode = async (desk: Desk, orgId: string): Promise<string> => {
  const codes = itemsOf(await desk.api('GET', `/organization/${orgId}/v2/auxiliary-code?pageSize=100`));
  return String(codes.find((code) => code['workTypeCode'] === 'WRAP_UP_CODE' && code['defaultCode'] === true)?.['id']);
};
