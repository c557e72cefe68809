// The session as a pure machine: subscribe, socket, welcome, configuration, reload, hydrate, live; and back again for ever.
// Rules: protocol.md section 2; reasons in docs/decisions/0005-reconnect.md.
import { failure, type FailureCode } from '../../src-shared/domain/failure.ts';
import { backoffDelay } from './backoff.ts';
import type { StopReason } from './contact-centre.ts';
import {
  DEAD_MS, DISPLACED_MS, DRAIN_MS, FIRST_TRIES, FLAPPING_ATTEMPT, KEEPALIVE_MS, PROBE_MS, SILENT_MS, STABLE_MS, STEP_LIMIT_MS, timerNames,
  type AttemptFailure, type Line, type Session, type SessionEffect, type SessionInput, type SessionState, type Stage, type TimerName,
} from './session-state.ts';

export type SessionStep = readonly [SessionState, readonly SessionEffect[]];

export const initialSession: SessionState = { phase: 'idle', epoch: 0 };

/** One step. `now` in ms since the epoch; `chance` is 0 to 1 and spreads the retries. */
export function stepSession(state: SessionState, input: SessionInput, now: number, chance: number): SessionStep {
  if (input.type === 'start') return start(state, now);
  if (state.phase === 'idle' || ('epoch' in input && input.epoch !== state.session.epoch)) return [state, []];
  switch (input.type) {
    case 'stop':
      return [{ phase: 'idle', epoch: state.session.epoch }, tearDown];
    case 'unauthorised':
      return stop(state.session, { kind: 'tokenRefused' });
    case 'multiLogin':
      return askWhetherElsewhere(state, now);
    case 'loggedOut':
      return stop(state.session, input.by === null ? { kind: 'signedOut' } : { kind: 'signedOutBy', name: input.by });
    case 'wake':
      return wake(state, now);
    case 'timer':
      return onTimer(state, input.name, now, chance);
    case 'failed':
      return drop(state, input.failure, now, chance);
    case 'socketClosed':
      return drop(state, 'closed', now, chance);
    case 'frame':
      return heard(state, now);
    default:
      return state.phase === 'trying' ? advance(state, input, now) : [state, []];
  }
}

const tearDown: readonly SessionEffect[] = [...timerNames.map((name): SessionEffect => ({ type: 'clearTimer', name })), { type: 'closeSocket' }, { type: 'dropped' }];
const setTimer = (name: TimerName, ms: number): SessionEffect => ({ type: 'setTimer', name, ms });
const limit = setTimer('limit', STEP_LIMIT_MS);
const noLimit: SessionEffect = { type: 'clearTimer', name: 'limit' };

const stop = (session: Session, reason: StopReason): SessionStep => [{ phase: 'idle', epoch: session.epoch }, [...tearDown, { type: 'stopped', reason }]];

function start(state: SessionState, now: number): SessionStep {
  const epoch = state.phase === 'idle' ? state.epoch : state.session.epoch;
  const fresh: Session = { epoch, attempt: 1, failures: 0, reached: false, loggedIn: false, lostSince: null, displaced: false, incomplete: 0 };
  return attempt(fresh, now, state.phase === 'idle' ? [] : tearDown);
}

function attempt(session: Session, now: number, before: readonly SessionEffect[]): SessionStep {
  const next = { ...session, epoch: session.epoch + 1 };
  return [{ phase: 'trying', session: next, startedAt: now, stage: { name: 'subscribe' } }, [...before, limit, { type: 'subscribe', epoch: next.epoch, force: !next.displaced }]];
}

/** The attempt or the connection is over: try again, at once the first time, or give a first sign-in its reason. */
function drop(state: Exclude<SessionState, { phase: 'idle' }>, why: AttemptFailure, now: number, chance: number): SessionStep {
  const { session } = state;
  if (session.displaced && why === 'forbidden') return stop(session, { kind: 'signedInElsewhere' });
  const failures = session.failures + 1;
  const final = session.reached ? null : finalFailure(why, failures);
  if (final !== null) return stop(session, { kind: 'failed', failure: failure(final) });
  const wasLive = state.phase === 'live';
  const count = wasLive ? attemptAfterLive(session.attempt, now - state.since) : session.attempt + 1;
  const next: Session = { ...session, failures, attempt: count, lostSince: session.lostSince ?? (wasLive ? now : null) };
  const delay = backoffDelay(count, chance);
  if (delay === 0) return attempt(next, now, tearDown);
  return [{ phase: 'waiting', session: next, nextTryAt: now + delay }, [...tearDown, setTimer('retry', delay)]];
}

function askWhetherElsewhere(state: Exclude<SessionState, { phase: 'idle' }>, now: number): SessionStep {
  const { session } = state;
  const next: Session = { ...session, displaced: true, lostSince: session.lostSince ?? (state.phase === 'live' ? now : null) };
  return [{ phase: 'waiting', session: next, nextTryAt: now + DISPLACED_MS }, [...tearDown, setTimer('retry', DISPLACED_MS)]];
}

/** A connection that went at once is no reason for the long waits of an outage: the centre is there. */
const attemptAfterLive = (attempt: number, lasted: number): number => (lasted >= STABLE_MS ? 1 : Math.min(attempt + 1, FLAPPING_ATTEMPT));

function finalFailure(why: AttemptFailure, failures: number): FailureCode | null {
  if (why === 'refused') return 'centreRefused';
  if (why === 'forbidden') return 'forbidden';
  return failures >= FIRST_TRIES ? 'centreUnreachable' : null;
}

function wake(state: Exclude<SessionState, { phase: 'idle' }>, now: number): SessionStep {
  if (state.phase === 'waiting') return attempt({ ...state.session, attempt: 1 }, now, tearDown);
  const line = lineOf(state);
  if (state.phase === 'live' || state.stage.name === 'loginNeeded') {
    if (line === null) return [state, []];
    // Resume, unlock and a change of network come together: the later ones must not put the answer off.
    if (line.probedAt === 'draining' || line.probedAt === line.frames) return [state, []];
    return [withLine(state, { ...line, probedAt: 'draining' }), [setTimer('probe', DRAIN_MS)]];
  }
  const session = { ...state.session, attempt: 1 };
  // An attempt from before the sleep may hang on a dead network until its limit.
  return now - state.startedAt > PROBE_MS ? attempt(session, now, tearDown) : [{ ...state, session }, []];
}

type Running = Extract<SessionState, { phase: 'trying' | 'live' }>;

const lineOf = (state: Running): Line | null => (state.phase === 'live' ? state.line : 'line' in state.stage ? state.stage.line : null);

const withLine = (state: Running, line: Line): SessionState => {
  if (state.phase === 'live') return { ...state, line };
  return 'line' in state.stage ? { ...state, stage: { ...state.stage, line } } : state;
};

function heard(state: SessionState, now: number): SessionStep {
  if (state.phase !== 'live' && state.phase !== 'trying') return [state, []];
  const line = lineOf(state);
  return line === null ? [state, []] : [withLine(state, { ...line, lastFrameAt: now, frames: line.frames + 1, silent: false }), []];
}

function onTimer(state: Exclude<SessionState, { phase: 'idle' }>, name: TimerName, now: number, chance: number): SessionStep {
  if (state.phase === 'waiting') return name === 'retry' ? attempt(state.session, now, []) : [state, []];
  const line = lineOf(state);
  switch (name) {
    case 'retry':
      return [state, []];
    case 'limit':
      return overLimit(state, now, chance);
    case 'keepalive':
      return line === null ? [state, []] : [state, [{ type: 'sendKeepalive' }, setTimer('keepalive', KEEPALIVE_MS)]];
    case 'silence':
      return line === null ? [state, []] : checkSilence(state, line, now, chance);
    case 'probe':
      if (line?.probedAt === 'draining') return [withLine(state, { ...line, probedAt: line.frames }), [{ type: 'sendKeepalive' }, setTimer('probe', PROBE_MS)]];
      return line !== null && line.probedAt === line.frames ? drop(state, 'timedOut', now, chance) : [state, []];
  }
}

/** One timer watches both limits; it is not set anew for each frame. A clock that was set back must not make it sleep long. */
function checkSilence(state: Running, line: Line, now: number, chance: number): SessionStep {
  const silence = Math.max(0, now - line.lastFrameAt);
  if (silence >= DEAD_MS) return drop(state, 'timedOut', now, chance);
  const silent = silence >= SILENT_MS;
  return [withLine(state, { ...line, silent }), [setTimer('silence', (silent ? DEAD_MS : SILENT_MS) - silence)]];
}

function overLimit(state: Running, now: number, chance: number): SessionStep {
  if (state.phase === 'live') return [state, []];
  const { session, stage } = state;
  if (stage.name !== 'hydrate') return drop(state, 'timedOut', now, chance);
  // A centre that names a task and never sends it must not keep the agent out for ever: the second time the rest is enough.
  if (session.incomplete > 0) return live(session, stage.line, now, false);
  return drop({ ...state, session: { ...session, incomplete: session.incomplete + 1 } }, 'timedOut', now, chance);
}

const live = (session: Session, line: Line, now: number, complete: boolean): SessionStep => [
  { phase: 'live', session: { ...session, lostSince: null, incomplete: complete ? 0 : session.incomplete }, line, since: now },
  [noLimit, { type: 'hydrated', complete }],
];

type Trying = Extract<SessionState, { phase: 'trying' }>;
type Advance = Exclude<Extract<SessionInput, { epoch: number }>, { type: 'failed' | 'socketClosed' | 'frame' }>;

/** The way up, a step at a time. What comes out of turn changes nothing. */
function advance(state: Trying, input: Advance, now: number): SessionStep {
  const { stage, session } = state;
  const { epoch } = session;
  const to = (next: Stage, ...effects: SessionEffect[]): SessionStep => [{ ...state, stage: next }, effects];
  switch (input.type) {
    case 'subscribed':
      if (stage.name !== 'subscribe') return [state, []];
      return [{ ...state, session: { ...session, displaced: false }, stage: { name: 'socket' } }, [limit, { type: 'openSocket', epoch, url: input.url }]];
    case 'socketOpened': {
      if (stage.name !== 'socket') return [state, []];
      const line: Line = { lastFrameAt: now, frames: 0, silent: false, probedAt: null };
      return to({ name: 'welcome', line }, limit, { type: 'sendKeepalive' }, setTimer('keepalive', KEEPALIVE_MS), setTimer('silence', SILENT_MS));
    }
    case 'welcome':
      return stage.name === 'welcome' ? to({ name: 'config', line: stage.line }, limit, { type: 'readConfig', epoch }) : [state, []];
    case 'configured':
      if (stage.name !== 'config') return [state, []];
      return [{ ...state, session: { ...session, reached: true }, stage: { name: 'reload', line: stage.line } }, [limit, { type: 'reload', epoch }]];
    case 'notLoggedIn':
      if (stage.name !== 'reload') return [state, []];
      return session.loggedIn ? to({ name: 'relogin', line: stage.line }, limit, { type: 'relogin', epoch }) : needLogin(state, stage.line);
    case 'reloginRefused':
      return stage.name === 'relogin' ? needLogin(state, stage.line) : [state, []];
    case 'loggedIn':
      return loggedIn(state, input.taskIds, input.by, now);
    case 'taskSeen': {
      if (stage.name !== 'hydrate' || !stage.awaiting.has(input.taskId)) return [state, []];
      const awaiting = new Set(stage.awaiting);
      awaiting.delete(input.taskId);
      return awaiting.size === 0 ? live(session, stage.line, now, true) : to({ ...stage, awaiting });
    }
  }
}

/** The agent has to choose a team: no limit runs, and what was lost is not "being tried again". */
const needLogin = (state: Trying, line: Line): SessionStep => [
  { ...state, session: { ...state.session, loggedIn: false, lostSince: null, attempt: 1 }, stage: { name: 'loginNeeded', line } },
  [noLimit, { type: 'loginNeeded' }],
];

function loggedIn(state: Trying, taskIds: readonly string[], by: 'login' | 'reload', now: number): SessionStep {
  const { stage } = state;
  const expected = by === 'reload' ? stage.name === 'reload' : stage.name === 'loginNeeded' || stage.name === 'relogin';
  if (!expected || !('line' in stage)) return [state, []];
  const session: Session = { ...state.session, loggedIn: true };
  if (taskIds.length === 0) return live(session, stage.line, now, true);
  // A login names open tasks but only a reload sends them.
  if (by === 'login') return [{ ...state, session, stage: { name: 'reload', line: stage.line } }, [limit, { type: 'reload', epoch: session.epoch }]];
  return [{ ...state, session, stage: { name: 'hydrate', line: stage.line, awaiting: new Set(taskIds) } }, [limit]];
}
