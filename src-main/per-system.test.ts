// What differs from system to system, decided here for all three of them: menu, keys, start at login, badge, tray, recording kept out.
import { tmpdir } from 'node:os';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Desk } from './desk/desk.ts';
import { makeStore } from './desk/store.ts';
import { agentSlice } from './desk/slices/agent.ts';
import { deskSlice } from './desk/slices/desk.ts';
import { newsSlice } from './desk/slices/news.ts';
import { sessionSlice } from './desk/slices/session.ts';
import type { AdminPolicy } from './settings/admin-policy.ts';

const systems = ['darwin', 'win32', 'linux'] as const;

/** What the app asks of Electron, in order. */
const asked: (readonly unknown[])[] = [];
const ask = (...what: unknown[]): void => { asked.push(what); };
let isTaken = true;
let openAtLogin = false;

vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    getPath: () => tmpdir(),
    setAboutPanelOptions: () => undefined,
    setBadgeCount: (count: number) => { ask('badge', count); },
    getLoginItemSettings: () => ({ openAtLogin }),
    setLoginItemSettings: (settings: { openAtLogin: boolean }) => { if (isTaken) openAtLogin = settings.openAtLogin; },
    quit: () => { ask('quit'); },
  },
  Menu: { setApplicationMenu: (menu: unknown) => { ask('menu', menu); }, buildFromTemplate: (template: unknown) => template },
  nativeImage: { createFromBitmap: () => 'a dot' },
  powerSaveBlocker: { start: () => { ask('awake'); return 1; }, stop: () => { ask('may sleep'); } },
}));
const { careForWindow } = await import('./window-care.ts');
const { loginItem } = await import('./shell/login-item.ts');
const { showBadge } = await import('./shell/badge.ts');
const { hasTray } = await import('./shell/tray.ts');
const { lookOf } = await import('./presence.ts');
const { loadTexts } = await import('./texts.ts');
// The catalogues are loaded once; what follows does not wait for them.
await loadTexts();

const aWindow = () => {
  const page = new Map<string, (...args: never[]) => void>();
  const window = {
    isDestroyed: () => false,
    setContentProtection: (on: boolean) => { ask('protect', on); },
    setOverlayIcon: (dot: unknown, words: string) => { ask('overlay', dot, words); },
    isFullScreen: () => false,
    setFullScreen: (on: boolean) => { ask('full screen', on); },
    webContents: { on: (event: string, listener: (...args: never[]) => void) => { page.set(event, listener); }, setZoomFactor: () => undefined },
  } as unknown as BrowserWindow;
  return { window, page };
};

function care(platform: NodeJS.Platform, policy: Partial<AdminPolicy> = {}) {
  const store = makeStore();
  const { window, page } = aWindow();
  const desk = {
    state: () => store.getState(), subscribe: (listener: () => void) => store.subscribe(listener), view: () => ({ settings: { zoom: 1 } }),
    command: (name: string, args: unknown) => { ask(name, args); return Promise.resolve(); },
  } as unknown as Desk;
  careForWindow({ desk, window, policy: { problem: null, ...policy }, version: '1' }, platform);
  return { store, page };
}

const menus = (): unknown[] => asked.flatMap(([what, menu]) => (what === 'menu' ? [menu] : []));

beforeEach(() => {
  asked.length = 0;
  isTaken = true;
  openAtLogin = false;
});

describe('the menu', () => {
  test('macOS has one, with the system\'s roles, in the agent\'s language and anew when that changes', async () => {
    const { store, page } = care('darwin');
    await vi.waitFor(() => { expect(menus()).toHaveLength(1); });
    const [first] = menus() as MenuItemConstructorOptions[][];
    const roles = (first ?? []).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).flatMap(({ role }) => role ?? []);
    expect(roles).toEqual([
      'about', 'services', 'hide', 'hideOthers', 'unhide', 'quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll',
      'togglefullscreen', 'minimize', 'zoom', 'close', 'front',
    ]);
    // Its keys are the menu's.
    expect(page.has('before-input-event')).toBe(false);
    store.dispatch(deskSlice.actions.appKnown({ theme: 'dark' }));
    expect(menus()).toHaveLength(1);
    store.dispatch(deskSlice.actions.appKnown({ locale: 'nl' }));
    expect((menus()[1] as MenuItemConstructorOptions[]).map(({ label }) => label)).toEqual(['Parley', 'Wijzig', 'Weergave', 'Venster']);
  });

  test.each(['win32', 'linux'] as const)('%s has none, and the window answers its keys', (platform) => {
    const { page } = care(platform);
    expect(menus()).toEqual([null]);
    const press = page.get('before-input-event') as unknown as (event: { preventDefault: () => void }, input: object) => void;
    const key = { type: 'keyDown', control: false, meta: false, alt: false };
    press({ preventDefault: () => { ask('kept'); } }, { ...key, key: 'F11' });
    press({ preventDefault: () => { ask('kept'); } }, { ...key, key: '+', control: true });
    press({ preventDefault: () => { ask('kept'); } }, { ...key, key: 'a', control: true });
    expect(asked.slice(1)).toEqual([['kept'], ['full screen', true], ['kept'], ['settings.set', { zoom: 1.1 }]]);
  });
});

test.each(systems)('on %s the window is kept out of recordings as the organisation says', (platform) => {
  care(platform);
  care(platform, { contentProtection: false });
  expect(asked).not.toContainEqual(['protect', true]);
  care(platform, { contentProtection: true });
  expect(asked).toContainEqual(['protect', true]);
});

test.each(systems)('on %s the computer is kept awake while the agent is Available, where the organisation says so', (platform) => {
  const work = (policy: Partial<AdminPolicy>): unknown[] => {
    const { store } = care(platform, policy);
    asked.length = 0;
    store.dispatch(sessionSlice.actions.stepped({ step: 'signedIn', station: { teamId: 't', dialNumber: '1' } }));
    store.dispatch(agentSlice.actions.statusChanged({ status: { kind: 'available', since: 0 }, changedBy: null }));
    store.dispatch(agentSlice.actions.statusChanged({ status: { kind: 'rona', since: 0 }, changedBy: null }));
    return asked.splice(0);
  };
  expect(work({})).toEqual([]);
  expect(work({ keepAwakeWhileAvailable: true })).toEqual([['awake'], ['may sleep']]);
});

test.each(['darwin', 'win32'] as const)('on %s starting at login is in the system\'s own list, and a refusal is seen', (platform) => {
  const item = loginItem(platform);
  expect([item.isOn(), item.set(true), item.isOn(), item.set(false), item.isOn()]).toEqual([false, true, true, true, false]);
  isTaken = false;
  expect(item.set(true)).toBe(false);
});

test('the count is a number on dock and launcher, and a dot with words on the taskbar of Windows', () => {
  const { window } = aWindow();
  for (const platform of systems) for (const count of [3, 0]) showBadge(window, count, `${String(count)} unread`, platform);
  expect(asked).toEqual([['badge', 3], ['badge', 0], ['overlay', 'a dot', '3 unread'], ['overlay', null, ''], ['badge', 3], ['badge', 0]]);
});

test.each<[NodeJS.Platform, string | undefined, boolean]>([
  ['darwin', undefined, true], ['win32', undefined, true], ['linux', undefined, false], ['linux', 'GNOME', false], ['linux', 'ubuntu:GNOME', true], ['linux', 'KDE', true], ['linux', 'X-Cinnamon', true],
])('a tray is counted on: %s, %s: %s', (platform, desktops, expected) => {
  expect(hasTray(platform, desktops)).toBe(expected);
});

test('the tray says the status, and how much is unread until it is read', () => {
  const store = makeStore();
  const look = (): readonly unknown[] => {
    const { dot, tooltip } = lookOf(store.getState(), (id, values = {}) => [id.replace('notifications.tray.', ''), ...Object.values(values)].join('|'));
    return [dot, tooltip];
  };
  expect(look()).toEqual([null, 'status|signedOut']);
  store.dispatch(sessionSlice.actions.stepped({ step: 'signedIn', station: { teamId: 't', dialNumber: '1' } }));
  store.dispatch(agentSlice.actions.statusChanged({ status: { kind: 'available', since: 0 }, changedBy: null }));
  expect(look()).toEqual(['available', 'status|available']);
  store.dispatch(newsSlice.actions.noted({ kind: 'connectionLost', notificationId: 'n', at: 0, read: false }));
  expect(look()).toEqual(['available', 'statusUnread|available|1']);
  store.dispatch(newsSlice.actions.read('n'));
  expect(look()).toEqual(['available', 'status|available']);
});
