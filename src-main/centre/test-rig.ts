// For tests: a client with a record of what it told, questions that wait on conditions, and hands on a sandbox's controls.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { CentreCredentials, CentreEvent, ContactCentre } from './contact-centre.ts';
import type { LogFields } from './environment.ts';
import { createContactCentre } from './index.ts';

/** Longest wait for a condition, ms: above what is needed, below a test's own limit. */
const LIMIT_MS = 4_500;

export const realClock: Clock = {
  now: Date.now,
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => { clearTimeout(timer); };
  },
};

export interface Client {
  readonly centre: ContactCentre;
  readonly events: readonly CentreEvent[];
  readonly logs: readonly { readonly event: string; readonly fields: LogFields }[];
  /** The first event, past or to come, after the first `after` events, that `is`. */
  readonly event: <T extends CentreEvent['type']>(type: T, is?: (event: Extract<CentreEvent, { type: T }>) => boolean, after?: number) => Promise<Extract<CentreEvent, { type: T }>>;
  /** Resolves when `holds` does, asked after every event. */
  readonly until: (what: string, holds: () => boolean) => Promise<void>;
  /** Delivered texts of a task, in order. */
  readonly texts: (taskId: string) => string[];
  readonly seqs: (taskId: string) => number[];
  readonly start: (credentials: CentreCredentials) => void;
}

export function createClient(): Client {
  const events: CentreEvent[] = [];
  const logs: { event: string; fields: LogFields }[] = [];
  const checks = new Set<() => void>();
  const centre = createContactCentre({ clock: realClock, random: Math.random, newId: randomUUID, log: (event, fields) => { logs.push({ event, fields }); } });
  centre.listen((event) => {
    events.push(event);
    for (const check of [...checks]) check();
  });

  const until = (what: string, holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        checks.delete(check);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited in vain for ${what}. Told: ${events.map((event) => event.type).join(' ')}`));
      }, LIMIT_MS);
      const check = (): void => {
        if (!holds()) return;
        stop();
        resolve();
      };
      checks.add(check);
      check();
    });

  const messages = (taskId: string) => events.flatMap((event) => (event.type === 'messages' && event.taskId === taskId ? event.messages : []));

  return {
    centre, events, logs, until,
    event: async (type, is = () => true, after = 0) => {
      type Wanted = Extract<CentreEvent, { type: typeof type }>;
      const find = () => events.slice(after).find((event): event is Wanted => event.type === type && is(event as Wanted));
      await until(type, () => find() !== undefined);
      const found = find();
      if (found === undefined) throw new Error(`No ${type}.`);
      return found;
    },
    texts: (taskId) => messages(taskId).map(({ content }) => ('text' in content ? content.text : content.kind)),
    seqs: (taskId) => messages(taskId).map(({ seq }) => seq),
    start: (credentials) => { centre.start(credentials); },
  };
}

/** A sandbox's REST with its service token; throws on anything but 2xx. */
export async function control(info: { readonly url: string; readonly serviceToken: string }, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${info.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${info.serviceToken}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** A clock that a test moves. */
export interface HandClock extends Clock {
  readonly advance: (ms: number) => void;
  readonly pending: () => number;
}

export function handClock(start = 1_000_000): HandClock {
  let now = start;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  return {
    now: () => now,
    setTimer: (ms, callback) => {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      return () => { timers = timers.filter((other) => other !== timer); };
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.callback();
      }
      now = end;
    },
    pending: () => timers.length,
  };
}
