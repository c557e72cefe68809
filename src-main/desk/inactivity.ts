// Inactivity at work: watches who is signed in, the policy and the open tasks, warns, and signs out when nobody answers.
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { dueAt, inactivityReduce, resting, type Inactivity, type InactivityEvent } from './inactivity-machine.ts';
import { inactivitySlice } from './slices/inactivity.ts';
import type { DeskState, DeskStore } from './store.ts';

export interface InactivityRoom {
  /** The agent did something in the window. */
  readonly input: () => void;
  readonly stay: () => void;
  readonly stop: () => void;
}

const MINUTE = 60_000;

/** Milliseconds without input that the policy allows now; null = the time does not run. */
const limitOf = ({ session, policy, tasks }: Pick<DeskState, 'session' | 'policy' | 'tasks'>): number | null =>
  session.step === 'signedIn' && policy.inactivityMinutes !== null && Object.keys(tasks).length === 0 ? policy.inactivityMinutes * MINUTE : null;

/** `signOut` gets the minutes the policy allows, for the sentence that explains it. */
export function watchInactivity(store: DeskStore, clock: Clock, signOut: (minutes: number) => Promise<Result<null>>): InactivityRoom {
  let state: Inactivity = resting;
  let timer: { readonly at: number; readonly cancel: () => void } | null = null;

  const put = (event: InactivityEvent): void => {
    const before = state;
    state = inactivityReduce(before, event);
    if (state === before) return;
    const endsAt = state.name === 'warned' ? state.endsAt : null;
    if (endsAt !== store.getState().inactivity.endsAt) store.dispatch(inactivitySlice.actions.warned(endsAt));
    if (state.name === 'signingOut') {
      void signOut(Math.max(1, Math.round(state.limitMs / MINUTE))).then((result) => { if (!result.ok) put({ type: 'refused', now: clock.now() }); });
    }
    schedule();
  };

  // Input moves the time on many times a second: the timer that runs is left alone and looks again when it is early.
  const schedule = (): void => {
    const at = dueAt(state);
    if (timer !== null && at !== null && timer.at <= at) return;
    timer?.cancel();
    timer = at === null ? null : { at, cancel: clock.setTimer(Math.max(0, at - clock.now()), look) };
  };
  const look = (): void => {
    timer = null;
    put({ type: 'looked', now: clock.now() });
    schedule();
  };

  let seen: Pick<DeskState, 'session' | 'policy' | 'tasks'> = { ...store.getState() };
  const stopWatching = store.subscribe(() => {
    const { session, policy, tasks } = store.getState();
    if (session === seen.session && policy === seen.policy && tasks === seen.tasks) return;
    seen = { session, policy, tasks };
    put({ type: 'rule', limitMs: limitOf(seen), now: clock.now() });
  });
  return {
    input: () => { put({ type: 'input', now: clock.now() }); },
    stay: () => { put({ type: 'stayed', now: clock.now() }); },
    stop: () => {
      stopWatching();
      timer?.cancel();
      timer = null;
    },
  };
}
