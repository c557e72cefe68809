// Time as a parameter, so that every machine can be tested without waiting.

export interface Clock {
  /** ms since the epoch. */
  readonly now: () => number;
  /** Calls back once after `ms`; answers the function that cancels it. */
  readonly setTimer: (ms: number, callback: () => void) => () => void;
}
