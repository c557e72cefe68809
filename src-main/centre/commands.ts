// Commands and their notifications, paired: each ends once, truthfully, as done, refused or not known.
import type { Clock } from '../../src-shared/domain/clock.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import type { Frame } from '../../src-shared/wxcc/index.ts';
import type { Outcome } from './contact-centre.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import type { KnownState, Operation } from './operations.ts';
import { refusalFailure, refusalOf } from './refusals.ts';

/** How long a notification may take (the reference client's limit). */
export const NOTIFICATION_LIMIT_MS = 20_000;
/** A request that got no answer over a live connection: its notification would be here soon, or never comes. */
export const UNANSWERED_LIMIT_MS = 3_000;
/** "It is so already": the notification that it happened may be on its way, when the network said the request twice. */
export const CONFLICT_LIMIT_MS = 500;

const mayBeSoAlready: ReadonlySet<string> = new Set(['accept', 'end', 'wrapUp', 'exitConference']);

export interface CommandParts {
  readonly clock: Clock;
  readonly request: (request: HttpRequest) => Promise<HttpAnswer>;
  readonly openTasks: () => number;
  /** A command's token was refused for good; told after the command has had its answer. */
  readonly onUnauthorised: () => void;
}

export interface Commands {
  /** The same operation again while it is pending shares its end. */
  readonly run: (operation: Operation) => Promise<Outcome>;
  /** Whether a pending command was waiting for this frame. */
  readonly notified: (frame: Frame) => boolean;
  /** The connection went: notifications are lost, only the state after the reconnect can tell. */
  readonly lost: () => void;
  readonly hydrated: (state: KnownState) => void;
  /** The session is over: nothing will be known any more. */
  readonly over: (state: KnownState) => void;
}

interface Pending {
  readonly operation: Operation;
  readonly promise: Promise<Outcome>;
  readonly settle: (outcome: Outcome) => void;
  /** Since the request was sent the connection has been lost. */
  lost: boolean;
  /** The request itself has come back, or failed. */
  answered: boolean;
  cancelTimer: () => void;
}

const DONE: Outcome = { kind: 'done' };
const UNKNOWN: Outcome = { kind: 'unknown' };

export function createCommands({ clock, request, openTasks, onUnauthorised }: CommandParts): Commands {
  const pending = new Map<string, Pending>();

  const end = (entry: Pending, outcome: Outcome): void => {
    if (pending.get(entry.operation.key) !== entry) return;
    pending.delete(entry.operation.key);
    entry.cancelTimer();
    entry.settle(outcome);
  };

  const limit = (entry: Pending, ms: number, outcome: Outcome = UNKNOWN): void => {
    entry.cancelTimer();
    entry.cancelTimer = clock.setTimer(ms, () => { end(entry, outcome); });
  };

  const answered = (entry: Pending, answer: HttpAnswer): void => {
    entry.answered = true;
    const { command } = entry.operation;
    const refusal = refusalOf(answer);
    if (refusal !== null) {
      const refused = { kind: 'refused', failure: refusalFailure(command, refusal, openTasks()) } as const;
      if (refused.failure.code === 'notAvailableNow' && mayBeSoAlready.has(command)) limit(entry, CONFLICT_LIMIT_MS, refused);
      else end(entry, refused);
    } else if (answer.kind === 'unauthorised') {
      end(entry, { kind: 'refused', failure: failure('tokenRefused') });
      onUnauthorised();
    } else if (answer.kind !== 'ok' && !entry.lost && pending.get(entry.operation.key) === entry) limit(entry, UNANSWERED_LIMIT_MS);
  };

  return {
    run: (operation) => {
      const same = pending.get(operation.key);
      if (same !== undefined) return same.promise;
      const { promise, resolve } = withResolvers<Outcome>();
      const entry: Pending = { operation, promise, settle: resolve, lost: false, answered: false, cancelTimer: () => undefined };
      // Registered before it is sent: a notification may overtake the answer.
      pending.set(operation.key, entry);
      limit(entry, NOTIFICATION_LIMIT_MS);
      void request(operation.request).then((answer) => { answered(entry, answer); });
      return promise;
    },
    notified: (frame) => {
      for (const entry of pending.values()) {
        const verdict = entry.operation.verdict(frame);
        if (verdict === null) continue;
        const { command } = entry.operation;
        end(entry, verdict.kind === 'done' ? DONE : { kind: 'refused', failure: refusalFailure(command, { status: null, words: verdict.reason }, openTasks()) });
        return true;
      }
      return false;
    },
    lost: () => {
      for (const entry of pending.values()) entry.lost = true;
    },
    hydrated: (state) => {
      for (const entry of [...pending.values()]) {
        if (entry.operation.happened(state)) end(entry, DONE);
        else if (entry.lost && entry.answered) end(entry, UNKNOWN);
      }
    },
    over: (state) => {
      for (const entry of [...pending.values()]) end(entry, entry.operation.command === 'logout' && !state.loggedIn ? DONE : UNKNOWN);
    },
  };
}

/** `Promise.withResolvers` is newer than the oldest supported Node. */
function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => { resolve = settle; });
  return { promise, resolve };
}
