// The window's one clock: a beat a second for everything that shows passing time. It stands still while nobody looks or nobody listens.
import { useSyncExternalStore } from 'react';

const BEAT = 1000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;

function beat(): void {
  now = Date.now();
  schedule();
  for (const listener of [...listeners]) listener();
}

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  if (listeners.size === 0 || document.visibilityState === 'hidden') return;
  // On the whole second, so that all texts change together.
  timer = setTimeout(beat, BEAT - (Date.now() % BEAT));
}

function onVisibility(): void {
  if (document.visibilityState === 'hidden') schedule();
  else beat();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    document.addEventListener('visibilitychange', onVisibility);
  }
  listeners.add(listener);
  if (timer === undefined) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    schedule();
    document.removeEventListener('visibilitychange', onVisibility);
  };
}

/** What `read` makes of the time (ms since the epoch); renders again only when that changes. Keep the caller small: one text, one ring. */
export function useTick<T extends string | number | boolean>(read: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(listeners.size === 0 ? Date.now() - (Date.now() % BEAT) : now));
}
