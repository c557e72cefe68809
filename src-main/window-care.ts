// What the window needs of the system beside its page: size keys and menu, recording kept out, the computer kept awake while the agent is Available.
import { app, Menu, powerSaveBlocker, type BrowserWindow } from 'electron';
import type { Desk } from './desk/desk.ts';
import { selectLocale, selectSignedIn, selectStatus } from './desk/selectors.ts';
import type { AdminPolicy } from './settings/admin-policy.ts';
import { createKeepAwake } from './shell/keep-awake.ts';
import { menuTemplate } from './shell/menu.ts';
import { answerWindowKeys, doWindowKey, type WindowDoors } from './shell/window-keys.ts';
import { loadTexts } from './texts.ts';

export interface CareParts {
  readonly desk: Desk;
  readonly window: BrowserWindow;
  readonly policy: AdminPolicy;
  readonly version: string;
}

export function careForWindow({ desk, window, policy, version }: CareParts, platform: NodeJS.Platform = process.platform): void {
  const doors: WindowDoors = {
    zoom: () => desk.view().settings.zoom,
    setZoom: (zoom) => { void desk.command('settings.set', { zoom }); },
    quit: () => { app.quit(); },
  };
  if (policy.contentProtection === true) window.setContentProtection(true);
  // The engine remembers a size by address; what holds is the agent's choice.
  window.webContents.on('did-finish-load', () => { window.webContents.setZoomFactor(doors.zoom()); });
  if (policy.keepAwakeWhileAvailable === true) {
    const keepAwake = createKeepAwake(powerSaveBlocker);
    desk.subscribe(() => {
      const state = desk.state();
      keepAwake(selectSignedIn(state) && selectStatus(state)?.kind === 'available');
    });
  }
  if (platform === 'darwin') showMenu(desk, window, doors, version);
  else {
    Menu.setApplicationMenu(null);
    answerWindowKeys(window, doors);
  }
}

/** The menu of macOS, made anew when the agent's language changes. */
function showMenu(desk: Desk, window: BrowserWindow, doors: WindowDoors, version: string): void {
  app.setAboutPanelOptions({ applicationName: 'Parley', applicationVersion: version, version: `Electron ${process.versions.electron}` });
  let shown: string | null = null;
  void loadTexts().then((textsIn) => {
    const show = (): void => {
      const locale = selectLocale(desk.state());
      if (locale === shown) return;
      shown = locale;
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(textsIn(locale), (key) => { doWindowKey(window, key, doors); })));
    };
    show();
    desk.subscribe(show);
  });
}
