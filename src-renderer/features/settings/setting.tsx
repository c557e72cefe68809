// One row of the settings: what it is and what it does, and its control at the end. Several make a group.
import type { ReactElement, ReactNode } from 'react';

export interface SettingProps {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

export function Setting({ name, hint, children }: SettingProps): ReactElement {
  return (
    <div className="setting">
      <div className="setting-words">
        <p className="setting-name">{name}</p>
        {hint !== undefined && <p className="cap">{hint}</p>}
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
