// Full-jitter backoff: the first try is at once, the waits after it are uniform between nothing and a growing cap,
// so that a centre that comes back is not stormed by all its agents in the same moment.

export const BACKOFF_BASE_MS = 500;
export const BACKOFF_CAP_MS = 15_000;

/** The wait before try number `attempt` (from 1), ms. `chance` is 0 to 1. */
export function backoffDelay(attempt: number, chance: number): number {
  if (attempt <= 1) return 0;
  // 2 ** 10 is already past the cap; a larger exponent would only overflow on a very long outage.
  const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** Math.min(attempt - 2, 10));
  return Math.round(chance * ceiling);
}
