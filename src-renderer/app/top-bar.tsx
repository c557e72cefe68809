// The top bar is the window's title bar too: it can be dragged, and leaves room for the controls the system draws.
import type { ReactElement } from 'react';
import { keysOf } from '../../src-shared/domain/shortcuts.ts';
import { doAction, useDesk } from '../desk/index.ts';
import { AccountMenu } from '../features/account/index.ts';
import { Bell } from '../features/notifications/index.ts';
import { StatusMenu } from '../features/status/index.ts';
import { Keys, useText } from '../text/index.ts';
import { Brand, Icon, VisuallyHidden } from '../ui/index.ts';
import { ConnectionIndicator } from './connection-indicator.tsx';
import './top-bar.css';

/** Looks like the field it opens. */
function PaletteButton(): ReactElement {
  const text = useText();
  const platform = useDesk((view) => view.app.platform);
  const [keys] = useDesk((view) => keysOf('palette', view.settings.shortcuts, view.app.platform === 'mac' ? 'mac' : 'other'), (a, b) => a[0] === b[0]);
  return (
    <button type="button" className="palette-button" aria-haspopup="dialog" onClick={() => { doAction('palette'); }}>
      <Icon name="search" size="s" />
      <VisuallyHidden>{text('palette.title')}</VisuallyHidden>
      <span className="grow ell" aria-hidden="true">{text('palette.search')}</span>
      {keys !== undefined && <span className="palette-keys" aria-hidden="true"><Keys chord={keys} platform={platform} /></span>}
    </button>
  );
}

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
      <div className="topbar-middle"><PaletteButton /></div>
      <div className="topbar-end">
        <ConnectionIndicator />
        <Bell />
        <StatusMenu />
        <AccountMenu />
      </div>
    </header>
  );
}
