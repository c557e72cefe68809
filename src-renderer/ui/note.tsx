// A calm note inside a page or a dialog: information, a warning, or what went wrong.
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './note.css';

export interface NoteProps {
  readonly tone?: 'info' | 'warn' | 'danger';
  readonly children: ReactNode;
  /** A failure is said at once by screen readers. */
  readonly announce?: boolean;
}

export function Note({ tone = 'info', children, announce = false }: NoteProps): ReactElement {
  return (
    <div className={`note note-${tone}`} {...(announce && { role: 'alert' })}>
      <Icon name={tone === 'info' ? 'info' : 'warn'} />
      <div className="grow">{children}</div>
    </div>
  );
}
