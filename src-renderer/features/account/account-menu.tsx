// The account menu: who is signed in, About, and Sign out, which says why when it has to wait.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { channelNames } from '../../../src-shared/domain/agent.ts';
import { useAction, useCommandWithNotice, useDesk, useLayout, useLayoutActions } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Avatar, Button, Menu, VisuallyHidden } from '../../ui/index.ts';
import { AboutDialog } from './about-dialog.tsx';
import './account.css';

export function AccountMenu(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const { openSettings } = useLayoutActions();
  const trigger = useFocusAfterSettings();
  const [aboutOpen, setAboutOpen] = useState(false);
  useAction('about', () => { setAboutOpen(true); });
  useAction('signOut', () => void send('session.signOut', {}));
  const name = useDesk((view) => view.agent?.name ?? '');
  const initials = useDesk((view) => view.agent?.initials ?? '');
  const team = useDesk((view) => view.agent?.teamName ?? '');
  const openTasks = useDesk((view) => Object.keys(view.tasks).length);
  return (
    <>
      <Menu
        label={text('status.account.menu')}
        header={
          <>
            <div className="account-head">
              <Avatar initials={initials} kind="agent" />
              <div className="grow"><p className="strong ell">{name}</p><p className="cap ell">{team}</p></div>
            </div>
            <Channels />
          </>
        }
        groups={[{
          id: 'account',
          entries: [
            { id: 'settings', name: text('settings.open'), icon: 'settings' },
            { id: 'about', name: text('status.account.about'), icon: 'info' },
            // Stays choosable: main refuses and says why, and a screen reader can reach the reason.
            { id: 'signOut', name: text('status.account.signOut'), icon: 'end', ...(openTasks > 0 && { detail: text('status.account.signOutWaits', { count: openTasks }) }) },
          ],
        }]}
        onChoose={(id) => {
          if (id === 'settings') openSettings();
          else if (id === 'about') setAboutOpen(true);
          else void send('session.signOut', {});
        }}
        trigger={
          <Button kind="link" className="account" ref={trigger}>
            <VisuallyHidden>{text('status.account.label', { name })}</VisuallyHidden>
            <Avatar initials={initials} size="s" kind="agent" />
          </Button>
        }
      />
      {aboutOpen && <AboutDialog onClose={() => { setAboutOpen(false); }} />}
    </>
  );
}

/** How many places each channel has and how many are taken; channels without a place are left out. */
function Channels(): ReactElement {
  const text = useText();
  const channels = useDesk((view) => view.agent?.channels);
  const taken = useDesk((view) => Object.keys(view.tasks).length);
  return (
    <dl className="kv account-channels" aria-label={text('status.capacity')}>
      {channelNames.filter((name) => (channels?.[name] ?? 0) > 0).map((name) => (
        <div key={name}>
          <dt>{text(`status.channel.${name}`)}</dt>
          <dd>{text('status.channelUse', { taken: name === 'social' ? taken : 0, capacity: channels?.[name] ?? 0 })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The settings were opened from here: when they are left and nothing else has taken the focus, it comes back. */
function useFocusAfterSettings(): RefObject<HTMLButtonElement | null> {
  const settingsOpen = useLayout((layout) => layout.settingsOpen);
  const wasOpen = useRef(false);
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasOpen.current && !settingsOpen && document.activeElement === document.body) trigger.current?.focus();
    wasOpen.current = settingsOpen;
  }, [settingsOpen]);
  return trigger;
}
