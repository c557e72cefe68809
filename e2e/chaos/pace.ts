// Time for both sides of a run: product time that runs `speed` times as fast as the wall clock, for the client and the
// contact centre alike. Every limit of the protocol keeps its proportion; only what costs the processor weighs more.
import type { Clock } from '../../src-shared/domain/clock.ts';

export interface Pace {
  /** ms since the epoch at which product time and wall time were equal. */
  readonly origin: number;
  readonly speed: number;
}

export const productNow = ({ origin, speed }: Pace): number => Math.round(origin + (Date.now() - origin) * speed);

/** The client's clock. */
export const pacedClock = (pace: Pace): Clock => ({
  now: () => productNow(pace),
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, ms / pace.speed);
    return () => { clearTimeout(timer); };
  },
});

/** Waits `ms` of product time. */
export const pause = (pace: Pace, ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms / pace.speed); });
