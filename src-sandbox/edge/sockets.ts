// Subscriptions and their sockets: the address is the capability; one signed-in place per agent unless multi-login is asked for.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '../time/clock.ts';
import { createConnection, type Connection } from './connection.ts';
import { actsAtOnce, type Fault, type Faults } from './faults.ts';
import { errorBody } from './error-body.ts';

const PATH = '/v1/notification/subscription/';
/** What a client may write in one frame; all it has to say is its heartbeat. */
const MAX_CLIENT_FRAME = 64 * 1024;
const MAX_SOCKETS = 10;

export interface SubscribeOptions {
  readonly clientType: string;
  readonly keepAlive: boolean;
  readonly allowMultiLogin: boolean;
  readonly force: boolean;
}

export interface Frame {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Sockets {
  /** null = signed in elsewhere (or too often) and not forced. */
  readonly subscribe: (agentId: string, options: SubscribeOptions) => string | null;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly send: (agentId: string, frame: Frame) => void;
  readonly broadcast: (frame: Frame) => void;
  /** Arms a socket fault; what it can do at once it does at once. */
  readonly fault: (fault: Fault) => void;
  readonly forget: (code: number) => void;
  readonly close: () => void;
}

export interface SocketsOptions {
  readonly orgId: string;
  readonly clock: Clock;
  readonly faults: Faults;
  /** The first frames of a new socket. */
  readonly greeting: (agentId: string) => readonly Frame[];
  readonly onFirst: (agentId: string) => void;
  readonly onLast: (agentId: string) => void;
}

interface Subscription extends SubscribeOptions {
  readonly agentId: string;
}

export function createSockets({ orgId, clock, faults, greeting, onFirst, onLast }: SocketsOptions): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_CLIENT_FRAME, perMessageDeflate: false });
  const subscriptions = new Map<string, Subscription>();
  const connections = new Map<string, Set<Connection>>();

  const envelope = (agentId: string, { type, data }: Frame): string => JSON.stringify({ type, orgId, trackingId: `notifs_${randomUUID()}`, agentId, data });
  const of = (agentId: string): Connection[] => [...(connections.get(agentId) ?? [])];

  const displace = (agentId: string, clientType: string): void => {
    for (const [id, entry] of subscriptions) if (entry.agentId === agentId && entry.clientType === clientType) subscriptions.delete(id);
    const word = envelope(agentId, { type: 'AGENT_MULTI_LOGIN', data: { agentId, type: 'AGENT_MULTI_LOGIN' } });
    for (const connection of of(agentId)) if (connection.clientType === clientType) connection.displace(word);
  };

  const open = (socket: WebSocket, subscription: Subscription): void => {
    const { agentId, clientType, keepAlive } = subscription;
    const mine = connections.get(agentId) ?? new Set<Connection>();
    const connection = createConnection({
      socket, agentId, clientType, keepAlive, clock, faults,
      onClose: () => {
        mine.delete(connection);
        if (mine.size === 0) onLast(agentId);
      },
    });
    mine.add(connection);
    connections.set(agentId, mine);
    if (mine.size === 1) onFirst(agentId);
    for (const frame of greeting(agentId)) connection.send(envelope(agentId, frame));
    const fault = faults.forConnection(agentId);
    if (fault !== null) connection.suffer(fault);
  };

  return {
    subscribe: (agentId, options) => {
      const existing = of(agentId).filter((connection) => connection.clientType === options.clientType);
      const limit = options.allowMultiLogin ? MAX_SOCKETS : 1;
      if (existing.length >= limit && !options.force) return null;
      if (!options.allowMultiLogin) displace(agentId, options.clientType);
      else if (existing.length >= limit) existing[0]?.close(1_000);
      const id = `${options.clientType}-${randomUUID()}`;
      subscriptions.set(id, { agentId, ...options });
      return id;
    },
    upgrade: (request, socket, head) => {
      socket.on('error', () => undefined);
      const path = (request.url ?? '').split('?')[0] ?? '';
      const subscription = path.startsWith(PATH) ? subscriptions.get(decode(path.slice(PATH.length))) : undefined;
      if (subscription === undefined) refuseUpgrade(socket, 404, 'Not Found', 'There is no such subscription.');
      else if (faults.forUpgrade(subscription.agentId) !== null) refuseUpgrade(socket, 503, 'Service Unavailable', 'Refused on request of a test.');
      else server.handleUpgrade(request, socket, head, (client) => { open(client, subscription); });
    },
    send: (agentId, frame) => { for (const connection of of(agentId)) connection.send(envelope(agentId, frame)); },
    broadcast: (frame) => { for (const agentId of connections.keys()) for (const connection of of(agentId)) connection.send(envelope(agentId, frame)); },
    fault: (fault) => {
      const hit = actsAtOnce(fault) ? [...connections.keys()].filter((id) => fault.agentId === undefined || fault.agentId === id).flatMap(of) : [];
      // Garbage comes all at once; any other occasion after the first needs a new connection.
      const times = fault.kind === 'garbage' ? fault.count : 1;
      for (const connection of hit) for (let turn = 0; turn < times; turn += 1) connection.suffer(fault);
      const left = fault.count - (hit.length === 0 ? 0 : times);
      if (left > 0) faults.arm({ ...fault, count: left });
    },
    forget: (code) => {
      subscriptions.clear();
      for (const agentId of connections.keys()) for (const connection of of(agentId)) connection.close(code);
    },
    close: () => {
      subscriptions.clear();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function refuseUpgrade(socket: Duplex, status: number, word: string, description: string): void {
  const body = JSON.stringify(errorBody(status, description));
  socket.end(`HTTP/1.1 ${String(status)} ${word}\r\nContent-Type: application/json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`);
}
