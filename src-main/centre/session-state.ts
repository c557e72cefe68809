// The words of the session machine: its states, what happens to it and what it asks for. The rules are in session-machine.ts.
import type { CentreConnection, StopReason } from './contact-centre.ts';

export const KEEPALIVE_MS = 4_000;
/** No frame for this long: the agent is told that the connection is lost. */
export const SILENT_MS = 8_000;
/** No frame for this long: the server has dropped us as well (it waits 16 s), so a new connection is made. */
export const DEAD_MS = 16_000;
/** Each step of an attempt has its own limit. */
export const STEP_LIMIT_MS = 10_000;
/** After a wake what arrived before or during the sleep is read first (ms): it says nothing of the line as it is now. */
export const DRAIN_MS = 100;
/** Then the line has this long to show a sign of life; a half-open socket shows none. */
export const PROBE_MS = 1_000;
/** A connection that held this long counts as good: the next loss starts counting tries anew. */
export const STABLE_MS = 3_000;
/** The most a short-lived connection counts as: waits up to 2 s. */
export const FLAPPING_ATTEMPT = 4;
/**
 * "Signed in elsewhere" is asked about after this long (ms), without force: a late request of our own to subscribe, which opens no
 * socket, displaces a session as another computer does. By then that computer has its socket open, and the answer is a refusal.
 */
export const DISPLACED_MS = 2_000;
/** Tries of a sign-in's first connection before the agent is told that nothing answers. */
export const FIRST_TRIES = 3;

/** Why an attempt failed. `refused`: something answers, but not as a contact centre does. */
export type AttemptFailure = 'unreachable' | 'busy' | 'refused' | 'forbidden' | 'closed' | 'timedOut';

export interface Session {
  /** Grows with each attempt; what belongs to an older one is ignored. */
  readonly epoch: number;
  /** Of this series of tries, from 1. */
  readonly attempt: number;
  /** Tries that failed before the centre was reached for the first time. */
  readonly failures: number;
  /** The centre has answered as one since `start`: from then on it is tried for ever. */
  readonly reached: boolean;
  /** The agent was logged in during this session, so a later "not logged in" is answered by logging in again. */
  readonly loggedIn: boolean;
  /** When a live connection went; null while there was none. */
  readonly lostSince: number | null;
  /** The centre said "signed in elsewhere", and has not been asked yet whether it is so: the next request must not displace anybody. */
  readonly displaced: boolean;
  /** Attempts whose list of tasks did not become complete, in a row. */
  readonly incomplete: number;
}

/** The open socket. */
export interface Line {
  readonly lastFrameAt: number;
  readonly frames: number;
  readonly silent: boolean;
  /** `frames` when a sign of life was asked for after the last wake; `draining`: not asked yet; null = no wake. */
  readonly probedAt: number | 'draining' | null;
}

export type Stage =
  | { readonly name: 'subscribe' | 'socket' }
  | { readonly name: 'welcome' | 'config' | 'reload' | 'relogin' | 'loginNeeded'; readonly line: Line }
  /** The tasks the server has named and not yet sent. */
  | { readonly name: 'hydrate'; readonly line: Line; readonly awaiting: ReadonlySet<string> };

export type SessionState =
  | { readonly phase: 'idle'; readonly epoch: number }
  | { readonly phase: 'waiting'; readonly session: Session; readonly nextTryAt: number }
  | { readonly phase: 'trying'; readonly session: Session; readonly startedAt: number; readonly stage: Stage }
  | { readonly phase: 'live'; readonly session: Session; readonly line: Line; readonly since: number };

/** `now` and `chance` come with every input, so that the machine stays a function. */
export type SessionInput =
  | { readonly type: 'start' }
  | { readonly type: 'stop' | 'wake' | 'unauthorised' | 'multiLogin' }
  | { readonly type: 'timer'; readonly name: TimerName }
  | { readonly type: 'loggedOut'; readonly by: string | null }
  | { readonly type: 'subscribed'; readonly epoch: number; readonly url: string }
  | { readonly type: 'socketClosed' | 'frame'; readonly epoch: number }
  | { readonly type: 'socketOpened' | 'welcome' | 'configured' | 'notLoggedIn' | 'reloginRefused'; readonly epoch: number }
  | { readonly type: 'failed'; readonly epoch: number; readonly failure: AttemptFailure }
  /** Login or relogin succeeded; the tasks the server says are open. */
  | { readonly type: 'loggedIn'; readonly epoch: number; readonly taskIds: readonly string[]; readonly by: 'login' | 'reload' }
  | { readonly type: 'taskSeen'; readonly epoch: number; readonly taskId: string };

export type TimerName = 'limit' | 'retry' | 'keepalive' | 'silence' | 'probe';
export const timerNames: readonly TimerName[] = ['limit', 'retry', 'keepalive', 'silence', 'probe'];

export type SessionEffect =
  | { readonly type: 'readConfig' | 'reload' | 'relogin'; readonly epoch: number }
  /** `force`: whoever is connected as this agent has to go. */
  | { readonly type: 'subscribe'; readonly epoch: number; readonly force: boolean }
  | { readonly type: 'openSocket'; readonly epoch: number; readonly url: string }
  | { readonly type: 'closeSocket' | 'sendKeepalive' | 'loginNeeded' }
  /** Replaces the timer of that name. */
  | { readonly type: 'setTimer'; readonly name: TimerName; readonly ms: number }
  | { readonly type: 'clearTimer'; readonly name: TimerName }
  /** The server's list is known. `complete` false: it named tasks that it did not send. */
  | { readonly type: 'hydrated'; readonly complete: boolean }
  /** Everything of the attempt with this epoch is void; requests of it are broken off. */
  | { readonly type: 'dropped' }
  | { readonly type: 'stopped'; readonly reason: StopReason };

/** What the agent is told of a state. */
export function connectionOf(state: SessionState): CentreConnection {
  switch (state.phase) {
    case 'idle':
      return { state: 'offline' };
    case 'live':
      return state.line.silent
        ? { state: 'lost', since: state.line.lastFrameAt, attempt: 0, nextTryAt: null }
        : { state: 'live', syncedAt: state.since };
    case 'waiting':
    case 'trying': {
      const { lostSince, attempt } = state.session;
      if (lostSince === null) return { state: 'connecting', attempt };
      return { state: 'lost', since: lostSince, attempt, nextTryAt: state.phase === 'waiting' ? state.nextTryAt : null };
    }
  }
}
