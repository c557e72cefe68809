// What the contact-centre client takes from outside: time, chance, ids, the network and a sink for its log.
import type { WebSocket } from 'ws';
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { Connections } from './connections.ts';

/** Only names, counts and codes: never a text of a customer or an agent, never a token, never an address with a capability in it. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (event: string, fields: LogFields) => void;

export interface Environment {
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: Log;
  /** Hears of every frame that was of no use: its kind, and its type's name or the place that does not fit. */
  readonly counted?: (kind: string, why: string) => void;
  /** What requests are made with; those of `connections` when left out. */
  readonly fetch?: typeof fetch;
  /** The lines of a session; its own when left out. */
  readonly connections?: Connections;
  /** The one of `ws` when left out. */
  readonly WebSocket?: typeof WebSocket;
}
