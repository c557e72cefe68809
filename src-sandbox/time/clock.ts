// Time as a value that is passed in: the system's, or one that a test moves by hand.

/** Stops a timer; harmless when it has run. */
export type Cancel = () => void;

export interface Clock {
  /** ms since the epoch. */
  readonly now: () => number;
  /** Runs `action` once, `ms` from now. */
  readonly after: (ms: number, action: () => void) => Cancel;
}

export interface ManualClock extends Clock {
  /** Moves time on, running every timer that falls due, in order of time and then of creation. */
  readonly advance: (ms: number) => void;
  readonly pending: () => number;
}

export const systemClock = (): Clock => ({
  now: Date.now,
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => { clearTimeout(timer); };
  },
});

/** Starts at `start` (ms since the epoch). */
export function manualClock(start = Date.UTC(2026, 10, 23, 14, 0, 0)): ManualClock {
  let now = start;
  let created = 0;
  const timers = new Map<number, { readonly at: number; readonly action: () => void }>();

  const nextDue = (limit: number): number | undefined => {
    let best: number | undefined;
    for (const [key, timer] of timers) {
      if (timer.at > limit) continue;
      const leader = best === undefined ? undefined : timers.get(best);
      if (leader === undefined || timer.at < leader.at) best = key;
    }
    return best;
  };

  return {
    now: () => now,
    after: (ms, action) => {
      created += 1;
      const key = created;
      timers.set(key, { at: now + Math.max(0, ms), action });
      return () => { timers.delete(key); };
    },
    advance: (ms) => {
      const until = now + ms;
      for (let key = nextDue(until); key !== undefined; key = nextDue(until)) {
        const timer = timers.get(key);
        timers.delete(key);
        if (timer === undefined) continue;
        now = Math.max(now, timer.at);
        timer.action();
      }
      now = until;
    },
    pending: () => timers.size,
  };
}
