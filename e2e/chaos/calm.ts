// When everything has healed: one loss with nothing else wrong around it, so that its length can be measured.
import { pause, productNow } from './pace.ts';
import { NEAR } from './recovery.ts';
import type { Scene } from './scene.ts';

/** Longer than the contact centre keeps a silent line, ms of product time. */
const SLEEP = 18_000;
/** A loss that takes longer is not over, ms of product time. */
const LIMIT = 40_000;

/** A drop, or (`sleeps`) a sleep in which every line dies without a word. Answers what did not come back. */
export async function loseOnce({ pace, proxy, app, recovery, status, book, hit }: Scene, sleeps: boolean): Promise<string[]> {
  await pause(pace, NEAR);
  const before = recovery.recoveries().length;
  status.disturbed();
  if (sleeps && app.suspend()) {
    book.asleep();
    hit('suspend, lines dead', 1);
    proxy.halfOpen('both', 0);
    await pause(pace, SLEEP);
    app.resume();
    book.awake();
    recovery.fault(productNow(pace));
    recovery.lost('wake', productNow(pace), false);
    app.wake();
  } else {
    hit('reset', proxy.reset());
    recovery.fault(productNow(pace));
    recovery.lost('drop', productNow(pace), false);
  }
  const until = productNow(pace) + LIMIT;
  while (recovery.recoveries().length === before) {
    if (productNow(pace) > until) return ['not live again after a loss with nothing else wrong'];
    await pause(pace, 100);
  }
  return [];
}
