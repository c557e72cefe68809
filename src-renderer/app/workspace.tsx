// The agent's workspace: top bar, banners, offers, and the panes under them.
import { lazy, Suspense, useEffect } from 'react';
import type { ReactElement } from 'react';
import { useDesk, useLayout, useLayoutActions } from '../desk/index.ts';
import { InactivityWarning } from '../features/inactivity/index.ts';
import { Notices } from '../features/notices/index.ts';
import { Sounds } from '../features/notifications/index.ts';
import { Offers } from '../features/offers/index.ts';
import { RonaBanner } from '../features/status/index.ts';
import { ConnectionStrip } from './connection-strip.tsx';
import { Overlays } from './overlays.tsx';
import { Panes } from './panes.tsx';
import { TopBar } from './top-bar.tsx';
import './workspace.css';

const Settings = lazy(async () => ({ default: (await import('../features/settings/index.ts')).Settings }));

export function Workspace(): ReactElement {
  const settingsOpen = useLayout((layout) => layout.settingsOpen);
  useOpenPane();
  return (
    <div className="app">
      <TopBar />
      <div className="banners">
        <ConnectionStrip />
        <RonaBanner />
        <Notices />
      </div>
      <Offers />
      {settingsOpen ? <Suspense><Settings /></Suspense> : <Panes />}
      <Sounds />
      <InactivityWarning />
      <Overlays />
    </div>
  );
}

/** A conversation that is brought in front is seen, whatever was there; where there is room for one pane, the list comes back when it is gone. */
function useOpenPane(): void {
  const openId = useDesk((view) => view.open?.taskId ?? null);
  const openings = useDesk((view) => view.openings);
  const { showList, showConversation, closeDetails, closeSettings } = useLayoutActions();
  useEffect(() => {
    if (openId === null) {
      closeDetails();
      showList();
    } else {
      showConversation();
      closeSettings();
    }
  }, [openId, openings, showList, showConversation, closeDetails, closeSettings]);
}
