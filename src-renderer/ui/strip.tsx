// A strip under the top bar: what is the matter, in one or two sentences, and the one thing to do about it.
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import './strip.css';

export interface StripProps {
  readonly icon: IconName;
  readonly tone?: 'warn' | 'info' | 'danger';
  /** `alert` is said at once, `status` when there is a pause. */
  readonly urgency: 'alert' | 'status';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function Strip({ icon, tone = 'warn', urgency, children, action }: StripProps): ReactElement {
  return (
    <div className={`strip strip-${tone}`}>
      <Icon name={icon} />
      <p role={urgency}>{children}</p>
      {action}
    </div>
  );
}
