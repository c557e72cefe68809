// Keys of the window, the macOS menu, starting at login and staying awake: the rules behind what the system does.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { messagesFor } from '../../src-shared/locales/catalogues.ts';
import { createKeepAwake } from './keep-awake.ts';
import { menuTemplate } from './menu.ts';
import { windowKey } from './window-keys.ts';

// electron-store and the login item look for Electron when they are loaded; the rules here need none.
vi.mock('electron', () => ({ app: {} }));
const { autostartEntry, autostartFile } = await import('./login-item.ts');

const press = (key: string, held: Partial<Record<'control' | 'meta' | 'alt', boolean>> = {}) => ({ type: 'keyDown', key, control: false, meta: false, alt: false, ...held });

test.each([
  [press('=', { control: true }), 'zoomIn'], [press('+', { control: true }), 'zoomIn'], [press('-', { control: true }), 'zoomOut'], [press('0', { control: true }), 'zoomReset'],
  [press('F11'), 'fullScreen'], [press('q', { control: true }), 'quit'], [press('Q', { control: true }), 'quit'],
  [press('q'), null], [press('-'), null], [press('=', { control: true, alt: true }), null], [{ ...press('0', { control: true }), type: 'keyUp' }, null],
] as const)('%j', (input, key) => {
  expect(windowKey(input)).toBe(key);
});

test('the macOS menu has the roles text is edited with, in the agent\'s language', () => {
  const words = messagesFor('nl');
  const menu = menuTemplate((id) => words[id], () => undefined);
  const items = menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  const roles = items.flatMap(({ role }) => (role === undefined ? [] : [role]));
  expect(roles).toEqual(expect.arrayContaining(['about', 'hide', 'quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'minimize', 'close']));
  expect(items.find(({ role }) => role === 'copy')?.label).toBe('Kopiëren');
  expect(items.filter(({ type }) => type !== 'separator').every(({ label }) => label !== undefined && label !== '')).toBe(true);
});

test('an autostart file is written, seen and removed; what it starts is quoted whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-autostart-'));
  const path = join(folder, 'autostart', 'parley.desktop');
  const item = autostartFile(path, autostartEntry('Parley', ['/opt/My "Apps"/parley', '/home/a$b/100%']));
  expect(item.isOn()).toBe(false);
  expect(item.set(true)).toBe(true);
  expect(item.isOn()).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain(String.raw`Exec="/opt/My \\"Apps\\"/parley" "/home/a\\$b/100%%"`);
  expect(item.set(false)).toBe(true);
  expect(item.isOn()).toBe(false);
  writeFileSync(join(folder, 'file'), '');
  expect(autostartFile(join(folder, 'file', 'parley.desktop'), '').set(true)).toBe(false);
  rmSync(folder, { recursive: true });
});

test('the computer is kept awake once, and let go once', () => {
  const calls: string[] = [];
  const wanted = createKeepAwake({ start: () => calls.push('start'), stop: (id) => { calls.push(`stop ${String(id)}`); } });
  for (const now of [false, true, true, false, false, true]) wanted(now);
  expect(calls).toEqual(['start', 'stop 1', 'start']);
});
