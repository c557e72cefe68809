// Buttons. An unavailable button stays reachable by keyboard and says why in its tooltip, so that nothing greys out without a reason.
import type { ReactElement, ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import './button.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Hint } from './tooltip.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'plain' | 'primary' | 'tonal' | 'danger' | 'stop' | 'link';
  readonly size?: 'm' | 's';
  readonly wide?: boolean;
  /** Before the words; `iconEnd` after them. */
  readonly icon?: IconName;
  readonly iconEnd?: IconName;
  /** The accessible name, where the words alone do not say enough. */
  readonly label?: string;
  readonly type?: 'button' | 'submit';
  /** A command of this button is on its way: it stays focusable and cannot be pressed again. */
  readonly busy?: boolean;
  /** true or the reason why it cannot be used now. */
  readonly unavailable?: boolean | string;
  /** Takes the focus when it appears: the safe answer of a dialog. */
  readonly initialFocus?: boolean;
  /** Id of the text that describes it. */
  readonly describedBy?: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children, onPress, kind = 'plain', size = 'm', wide = false, icon, iconEnd, label, type = 'button', busy = false, unavailable = false, initialFocus = false, describedBy, className = '', ref,
}: ButtonProps): ReactElement {
  const blocked = unavailable !== false;
  const button = (
    <AriaButton
      ref={ref}
      type={type}
      className={`${kind === 'link' ? 'link' : `btn btn-${kind} btn-${size}`}${wide ? ' btn-wide' : ''} ${className}`}
      isPending={busy}
      {...(initialFocus && { autoFocus: true, 'data-initial-focus': true })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      {...(blocked && { 'aria-disabled': true })}
      {...(!blocked && onPress !== undefined && { onPress })}
    >
      {busy ? <Icon name="spinner" size="s" /> : icon !== undefined && <Icon name={icon} size="s" />}
      {children}
      {iconEnd !== undefined && <Icon name={iconEnd} size="s" />}
    </AriaButton>
  );
  return typeof unavailable === 'string' ? <Hint text={unavailable}>{button}</Hint> : button;
}

export interface RowToolProps {
  readonly icon: IconName;
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly onPress: () => void;
}

/**
 * A small control of a row in a long list, where one with all the machinery of `IconButton` would cost more than the row. Not in the
 * order of the keyboard by itself: the list lets the keys reach one of them and steps between them (`useRowTools`).
 */
export function RowTool({ icon, label, onPress }: RowToolProps): ReactElement {
  return (
    <button type="button" tabIndex={-1} className="row-tool" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} size="s" />
    </button>
  );
}

export interface IconButtonProps {
  readonly icon: IconName;
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly size?: 'm' | 's';
  readonly expanded?: boolean;
  readonly unavailable?: boolean | string;
  /** Tooltip, where it says more than the name. */
  readonly hint?: string;
  /** Id of the text that describes it. */
  readonly describedBy?: string;
  /** Something small on its corner, a count. */
  readonly children?: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, onPress, size = 'm', expanded, unavailable = false, hint = label, describedBy, children, className = '', ref }: IconButtonProps): ReactElement {
  const blocked = unavailable !== false;
  return (
    <Hint text={typeof unavailable === 'string' ? unavailable : hint}>
      <AriaButton
        ref={ref}
        className={`icon-btn icon-btn-${size} ${className}`}
        aria-label={label}
        {...(expanded !== undefined && { 'aria-expanded': expanded })}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        {...(blocked && { 'aria-disabled': true })}
        {...(!blocked && onPress !== undefined && { onPress })}
      >
        <Icon name={icon} size={size} />
        {children}
      </AriaButton>
    </Hint>
  );
}
