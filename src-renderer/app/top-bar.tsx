// The top bar is the window's title bar too: it can be dragged, and leaves room for the controls the system draws.
import type { ReactElement } from 'react';
import { useDesk } from '../desk/index.ts';
import { AccountMenu } from '../features/account/index.ts';
import { Bell } from '../features/notifications/index.ts';
import { StatusMenu } from '../features/status/index.ts';
import { useText } from '../text/index.ts';
import { Brand } from '../ui/index.ts';
import { ConnectionIndicator } from './connection-indicator.tsx';
import './top-bar.css';

export function TopBar(): ReactElement {
  const text = useText();
  const orgName = useDesk((view) => view.agent?.orgName ?? '');
  return (
    <header className="topbar">
      <div className="brand">
        <Brand size={24} />
        <b>{text('common.product')}</b>
        <span className="brand-org ell">{orgName}</span>
      </div>
      <div className="topbar-middle" />
      <div className="topbar-end">
        <ConnectionIndicator />
        <Bell />
        <StatusMenu />
        <AccountMenu />
      </div>
    </header>
  );
}
