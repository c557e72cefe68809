// What the window can do now: whoever can do something says so as long as they are there, and keys and command palette ask for it by its id.
import { useEffect, useEffectEvent } from 'react';
import type { ActionId } from '../../src-shared/domain/shortcuts.ts';

/** `about`: what it is to be done with, where somebody chose that; null = nothing in particular. */
type Run = (about: string | null) => void;

/** The one that came last does it. */
const doers = new Map<ActionId, readonly Run[]>();

/** Offers an action as long as the component is there and `isAvailable`. */
export function useAction(id: ActionId, run: Run, isAvailable = true): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    if (!isAvailable) return undefined;
    const doIt: Run = (about) => { latest(about); };
    doers.set(id, [...(doers.get(id) ?? []), doIt]);
    return () => { doers.set(id, (doers.get(id) ?? []).filter((one) => one !== doIt)); };
  }, [id, isAvailable]);
}

export const canDo = (id: ActionId): boolean => (doers.get(id)?.length ?? 0) > 0;

/** Answers whether somebody did it. */
export function doAction(id: ActionId, about: string | null = null): boolean {
  const run = doers.get(id)?.at(-1);
  run?.(about);
  return run !== undefined;
}
