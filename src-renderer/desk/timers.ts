// What timers show at a moment: how full the ring is and in which colour. Pure; times in ms since the epoch.
import type { PolicyView, TaskPhaseView } from '../../src-shared/ipc/view.ts';

export type TimerTone = 'ok' | 'warn' | 'danger';
type Offered = Extract<TaskPhaseView, { name: 'offered' }>;

/** What is left before RONA, 1 to 0. */
export const ronaShare = (phase: Offered, now: number): number =>
  phase.ronaTimeoutMs <= 0 ? 0 : Math.min(1, Math.max(0, (phase.ronaAt - now) / phase.ronaTimeoutMs));

/** Green while most of the time is left, red in the last fifth. */
export function ronaTone(phase: Offered, now: number): TimerTone {
  const share = ronaShare(phase, now);
  return share > 0.6 ? 'ok' : share > 0.2 ? 'warn' : 'danger';
}

/** Whole seconds left, never below zero; never more than there were, though the shared clock lags up to a second. */
export const ronaSeconds = (phase: Offered, now: number): number => Math.min(Math.max(0, Math.ceil((phase.ronaAt - now) / 1000)), Math.ceil(phase.ronaTimeoutMs / 1000));

type Limits = PolicyView['unanswered'];

/** How much of the time a customer may wait has passed, 0 to 1. */
export const waitShare = (since: number, now: number, { redSeconds }: Limits): number => Math.min(1, Math.max(0, (now - since) / (redSeconds * 1000)));

export function waitTone(since: number, now: number, { amberSeconds, redSeconds }: Limits): TimerTone {
  const seconds = (now - since) / 1000;
  return seconds >= redSeconds ? 'danger' : seconds >= amberSeconds ? 'warn' : 'ok';
}
