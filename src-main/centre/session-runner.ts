// The session machine's edge: keeps its state, its timers and its socket, and performs what it asks for.
import type { CentreConnection, StopReason } from './contact-centre.ts';
import type { Environment } from './environment.ts';
import { initialSession, stepSession } from './session-machine.ts';
import { connectionOf, type SessionEffect, type SessionInput, type SessionState, type TimerName } from './session-state.ts';
import { openSocket, type Socket } from './socket.ts';

export interface RunnerParts {
  readonly environment: Environment;
  /** Each answers by an input with the same epoch; `signal` ends when the attempt is void. */
  readonly perform: Readonly<Record<'readConfig' | 'reload' | 'relogin', (epoch: number, signal: AbortSignal) => void>> & {
    readonly subscribe: (epoch: number, force: boolean, signal: AbortSignal) => void;
  };
  readonly onText: (text: string, epoch: number) => void;
  readonly onConnection: (connection: CentreConnection) => void;
  readonly onLoginNeeded: () => void;
  readonly onHydrated: (complete: boolean) => void;
  readonly onDropped: () => void;
  readonly onStopped: (reason: StopReason) => void;
}

export interface Runner {
  readonly put: (input: SessionInput) => void;
  readonly state: () => SessionState;
}

export function createRunner(parts: RunnerParts): Runner {
  const { environment, perform } = parts;
  const { clock, random, log } = environment;
  const timers = new Map<TimerName, () => void>();
  const inputs: SessionInput[] = [];
  let state: SessionState = initialSession;
  let running = false;
  let socket: Socket | null = null;
  let attempt = new AbortController();
  let told = JSON.stringify(connectionOf(state));

  const clear = (name: TimerName): void => {
    timers.get(name)?.();
    timers.delete(name);
  };

  const open = (epoch: number, url: string): void => {
    socket = openSocket(environment, url, {
      onOpen: () => { put({ type: 'socketOpened', epoch }); },
      onText: (text) => {
        put({ type: 'frame', epoch });
        parts.onText(text, epoch);
      },
      onEnd: (opened, failure) => { put(opened ? { type: 'socketClosed', epoch } : { type: 'failed', epoch, failure }); },
    });
    if (socket === null) put({ type: 'failed', epoch, failure: 'refused' });
  };

  const run = (effect: SessionEffect): void => {
    switch (effect.type) {
      case 'subscribe':
        attempt = new AbortController();
        perform.subscribe(effect.epoch, effect.force, attempt.signal);
        return;
      case 'readConfig':
      case 'reload':
      case 'relogin':
        perform[effect.type](effect.epoch, attempt.signal);
        return;
      case 'openSocket':
        open(effect.epoch, effect.url);
        return;
      case 'closeSocket':
        socket?.close();
        socket = null;
        return;
      case 'sendKeepalive':
        socket?.keepalive();
        return;
      case 'setTimer': {
        const { name, ms } = effect;
        clear(name);
        timers.set(name, clock.setTimer(ms, () => {
          timers.delete(name);
          put({ type: 'timer', name });
        }));
        return;
      }
      case 'clearTimer':
        clear(effect.name);
        return;
      case 'loginNeeded':
        parts.onLoginNeeded();
        return;
      case 'hydrated':
        parts.onHydrated(effect.complete);
        return;
      case 'dropped':
        attempt.abort();
        parts.onDropped();
        return;
      case 'stopped':
        parts.onStopped(effect.reason);
    }
  };

  const tell = (): void => {
    const connection = connectionOf(state);
    const text = JSON.stringify(connection);
    if (text === told) return;
    told = text;
    parts.onConnection(connection);
  };

  const one = (input: SessionInput): void => {
    const before = state;
    const [next, effects] = stepSession(state, input, clock.now(), random());
    state = next;
    if (next.phase !== before.phase) log('centre.session', { phase: next.phase, input: input.type, attempt: next.phase === 'idle' ? 0 : next.session.attempt, ...('failure' in input ? { failure: input.failure } : {}) });
    // What is true comes first (the tasks before "live", "offline" before "stopped").
    const [last, rest] = effects.at(-1)?.type === 'stopped' ? [effects.slice(-1), effects.slice(0, -1)] : [[], effects];
    rest.forEach(run);
    tell();
    last.forEach(run);
  };

  /** An input that comes while another is at work waits its turn. */
  const put = (input: SessionInput): void => {
    inputs.push(input);
    if (running) return;
    running = true;
    try {
      for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) one(next);
    } finally {
      running = false;
    }
  };

  return { put, state: () => state };
}
