// One icon: decoration beside words, so hidden from the accessibility tree; the control that holds it carries the name.
import type { ReactElement } from 'react';
import './icon.css';
import { filledIcons, iconPaths } from './icon-paths.ts';
import type { IconName } from './icon-paths.ts';

export interface IconProps {
  readonly name: IconName;
  /** 20, 16 or 14 px. */
  readonly size?: 'm' | 's' | 'xs';
  readonly className?: string;
}

/** They point along the line, so they are mirrored where lines run from right to left. */
const pointing: ReadonlySet<IconName> = new Set(['left', 'right', 'send', 'panel', 'list', 'queue']);

export function Icon({ name, size = 'm', className = '' }: IconProps): ReactElement {
  const kind = name === 'spinner' ? ' icon-spin' : filledIcons.has(name) ? ' icon-filled' : '';
  const points = pointing.has(name) ? ' icon-points' : '';
  return (
    <svg className={`icon icon-${size}${kind}${points} ${className}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  );
}
