// What the contact-centre client takes from outside: time, chance, ids, the network and a sink for its log.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Clock } from '../../src-shared/domain/clock.ts';

/** Only names, counts and codes: never a text of a customer or an agent, never a token, never an address with a capability in it. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (event: string, fields: LogFields) => void;

export interface Environment {
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: Log;
  readonly fetch: typeof fetch;
  readonly WebSocket: typeof WebSocket;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The real things; only the log sink has to be given. */
export const realEnvironment = (log: Log): Environment => ({
  clock: systemClock,
  random: Math.random,
  newId: () => randomUUID(),
  log,
  fetch: (input, init) => globalThis.fetch(input, init),
  WebSocket,
});
