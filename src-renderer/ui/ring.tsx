// A ring that fills with a share: time passed since a message, or time left of an offer or a wrap-up.
import type { ReactElement } from 'react';
import { useTick } from './clock.ts';
import './ring.css';

export type RingTone = 'ok' | 'warn' | 'danger' | 'accent';

export interface RingProps {
  /** 0 to 1. */
  readonly share: number;
  readonly tone: RingTone;
  readonly size?: 's' | 'm' | 'l';
}

/** Decoration: the text beside it or in it says the same. */
export function Ring({ share, tone, size = 's' }: RingProps): ReactElement {
  const length = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <svg className={`ring ring-${size} ring-${tone}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle cx="10" cy="10" r="8" />
      <circle cx="10" cy="10" r="8" pathLength="100" strokeDasharray={`${length} 100`} />
    </svg>
  );
}

/** `share` and `tone` come from the time; renders each second and nothing around it does. */
export function TickingRing({ share, tone, size = 's' }: { readonly share: (now: number) => number; readonly tone: (now: number) => RingTone; readonly size?: 's' | 'm' | 'l' }): ReactElement {
  const drawn = useTick((now) => Math.round(Math.min(1, Math.max(0, share(now))) * 100));
  const colour = useTick<RingTone>(tone);
  return <Ring share={drawn / 100} tone={colour} size={size} />;
}
