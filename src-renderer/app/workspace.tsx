// The agent's workspace: top bar, banners, offers, and the panes under them.
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useDesk, useLayoutActions } from '../desk/index.ts';
import { Notices } from '../features/notices/index.ts';
import { Offers } from '../features/offers/index.ts';
import { RonaBanner } from '../features/status/index.ts';
import { ConnectionStrip } from './connection-strip.tsx';
import { Panes } from './panes.tsx';
import { TopBar } from './top-bar.tsx';
import './workspace.css';

export function Workspace(): ReactElement {
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
      <Panes />
    </div>
  );
}

/** Where there is room for one pane: a conversation that opens comes in front, and the list does when it is gone. */
function useOpenPane(): void {
  const openId = useDesk((view) => view.open?.taskId ?? null);
  const { showList, showConversation, closeDetails } = useLayoutActions();
  useEffect(() => {
    if (openId === null) {
      closeDetails();
      showList();
    } else showConversation();
  }, [openId, showList, showConversation, closeDetails]);
}
