// One row of the settings: what it is and what it does, and its control at the end. Several make a group.
import type { ReactElement, ReactNode } from 'react';
import type { LockableSetting } from '../../../src-shared/domain/preferences.ts';
import { useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';

export interface SettingProps {
  readonly name: string;
  readonly hint?: string;
  /** The organisation has set it: said here, and its control cannot be used. */
  readonly locked?: boolean;
  readonly children: ReactNode;
}

export function Setting({ name, hint, locked = false, children }: SettingProps): ReactElement {
  const text = useText();
  return (
    <div className="setting">
      <div className="setting-words">
        <p className="setting-name">{name}</p>
        {hint !== undefined && <p className="cap">{hint}</p>}
        {locked && <p className="cap setting-locked"><Icon name="lock" size="xs" />{text('settings.locked')}</p>}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  );
}

export function SettingGroup({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <h3>{title}</h3>
      <div className="setting-group">{children}</div>
      {note !== undefined && <p className="hint">{note}</p>}
    </>
  );
}

/** Whether the organisation has set it. */
export const useLocked = (name: LockableSetting): boolean => useDesk((view) => view.settings.locked.includes(name));
