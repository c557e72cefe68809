// Passing time as text: since a moment, or left until one. Only this text renders each second.
import type { ReactElement } from 'react';
import { useTick } from './clock.ts';
import { useDuration } from './digits.ts';
import type { DurationStyle } from './duration.ts';

export interface ElapsedProps {
  /** ms since the epoch. */
  readonly since: number;
  readonly style?: DurationStyle;
  readonly className?: string;
  readonly title?: string;
  /** Not read out: for controls whose name must not change every second. */
  readonly silent?: boolean;
}

export function Elapsed({ since, style = 'mm:ss', className, title, silent = false }: ElapsedProps): ReactElement {
  const duration = useDuration();
  const text = useTick((now) => duration(now - since, style));
  return <time className={className} title={title} aria-hidden={silent || undefined}>{text}</time>;
}

export interface RemainingProps {
  /** ms since the epoch. */
  readonly until: number;
  readonly style?: DurationStyle;
  readonly className?: string;
}

export function Remaining({ until, style = 'm:ss', className }: RemainingProps): ReactElement {
  const duration = useDuration();
  const text = useTick((now) => duration(until - now, style));
  return <time className={className}>{text}</time>;
}

/** Whole seconds left until a moment, never below zero. */
export function useSecondsLeft(until: number): number {
  return useTick((now) => Math.max(0, Math.ceil((until - now) / 1000)));
}
