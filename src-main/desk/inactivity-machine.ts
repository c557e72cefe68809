// Inactivity as a pure machine: after the policy's time without input the agent is warned, a minute later signed out.
// Nobody is signed out of a task: while one is open the time does not run (reference product: one minute's warning, two answers).

/** How long the agent has to answer, ms. */
export const WARNING_MS = 60_000;

export type Inactivity =
  /** No policy, nobody signed in, or a task is open. */
  | { readonly name: 'resting' }
  | { readonly name: 'watching'; readonly since: number; readonly limitMs: number }
  | { readonly name: 'warned'; readonly endsAt: number; readonly limitMs: number }
  | { readonly name: 'signingOut'; readonly limitMs: number };

export type InactivityEvent =
  /** What holds now; `limitMs` null = the time does not run. */
  | { readonly type: 'rule'; readonly limitMs: number | null; readonly now: number }
  | { readonly type: 'input'; readonly now: number }
  /** The agent answered the warning. */
  | { readonly type: 'stayed'; readonly now: number }
  | { readonly type: 'looked'; readonly now: number }
  /** The contact centre did not sign the agent out. */
  | { readonly type: 'refused'; readonly now: number };

export const resting: Inactivity = { name: 'resting' };

const watching = (since: number, limitMs: number): Inactivity => ({ name: 'watching', since, limitMs });

/** When the state has to be looked at again; null = only an event changes it. */
export function dueAt(state: Inactivity): number | null {
  if (state.name === 'watching') return state.since + Math.max(0, state.limitMs - WARNING_MS);
  return state.name === 'warned' ? state.endsAt : null;
}

export function inactivityReduce(state: Inactivity, event: InactivityEvent): Inactivity {
  if (event.type === 'rule') return ruled(state, event.limitMs, event.now);
  switch (state.name) {
    case 'resting':
      return state;
    case 'watching':
      if (event.type === 'input' || event.type === 'stayed') return watching(event.now, state.limitMs);
      // A computer that slept wakes late: the warning is a whole minute all the same.
      return event.type === 'looked' && event.now >= (dueAt(state) ?? Infinity)
        ? { name: 'warned', endsAt: Math.max(state.since + state.limitMs, event.now + Math.min(WARNING_MS, state.limitMs)), limitMs: state.limitMs }
        : state;
    case 'warned':
      // A hand that brushes the mouse is no answer: the two buttons are.
      if (event.type === 'stayed') return watching(event.now, state.limitMs);
      return event.type === 'looked' && event.now >= state.endsAt ? { name: 'signingOut', limitMs: state.limitMs } : state;
    case 'signingOut':
      return event.type === 'refused' ? watching(event.now, state.limitMs) : state;
  }
}

function ruled(state: Inactivity, limitMs: number | null, now: number): Inactivity {
  if (limitMs === null) return resting;
  return state.name === 'resting' || state.limitMs !== limitMs ? watching(now, limitMs) : state;
}
