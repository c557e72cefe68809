// The small parts that sit inside rows and headers: initials, chips, counts, status dots, text for screen readers only.
import type { ReactElement, ReactNode } from 'react';
import { useDigits } from './digits.ts';
import './small.css';
import { Icon } from './icon.tsx';

export interface AvatarProps {
  readonly initials: string;
  readonly size?: 's' | 'm' | 'l';
  readonly kind?: 'customer' | 'agent';
  /** Shows the channel's glyph on the corner. */
  readonly withChannel?: boolean;
  readonly children?: ReactNode;
}

/** Initials in a circle: decoration beside the name. */
export function Avatar({ initials, size = 'm', kind = 'customer', withChannel = false, children }: AvatarProps): ReactElement {
  return (
    <span className={`avatar avatar-${size} avatar-${kind}`} aria-hidden="true">
      {initials}
      {withChannel && <span className="avatar-channel"><Icon name="messages" size="xs" /></span>}
      {children}
    </span>
  );
}

export type Tone = 'neutral' | 'ok' | 'warn' | 'danger' | 'accent';

export function Chip({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }): ReactElement {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}

/** A count. `label` is what a screen reader says instead of the bare number. */
export function Badge({ count, label }: { readonly count: number; readonly label?: string }): ReactElement {
  const shown = useDigits()(count > 99 ? '99+' : count);
  return (
    <span className="badge">
      {label === undefined ? shown : <><VisuallyHidden>{label}</VisuallyHidden><span aria-hidden="true">{shown}</span></>}
    </span>
  );
}

/** A bare number. */
export function Count({ value }: { readonly value: number }): ReactElement {
  return <>{useDigits()(value)}</>;
}

export function Dot({ tone }: { readonly tone: Tone }): ReactElement {
  return <i className={`dot dot-${tone}`} aria-hidden="true" />;
}

export function VisuallyHidden({ children, id }: { readonly children: ReactNode; readonly id?: string }): ReactElement {
  return <span className="visually-hidden" id={id}>{children}</span>;
}
