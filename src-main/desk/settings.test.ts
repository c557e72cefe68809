// Settings under an organisation's policy, and keys that must not collide: main refuses what the window should not have asked.
import { expect, test } from 'vitest';
import { defaultSettings, type SettingsView } from '../../src-shared/ipc/view.ts';
import { createContactCentre } from '../centre/index.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk-rig.ts';
import type { DeskParts } from './parts.ts';
import type { SettingsPart } from './slices/settings.ts';

const clock = { now: () => 0, setTimer: () => () => undefined };

async function deskWith(chosen: Partial<SettingsView>, takes = true): Promise<{ readonly desk: Desk; readonly saved: readonly SettingsPart[] }> {
  const saved: SettingsPart[] = [];
  const settings: NonNullable<DeskParts['settings']> = {
    chosen: { ...defaultSettings, ...chosen },
    save: (part) => {
      saved.push(part);
      return takes;
    },
  };
  const centre = createContactCentre({ clock, random: () => 0, newId: () => 'id', log: () => undefined });
  return { desk: await openDesk({ centre, clock, settings }), saved };
}

test('what the organisation has set is not changed, and nothing of that command is', async () => {
  const { desk, saved } = await deskWith({ locked: ['preview', 'theme', 'centre'], centre: 'eu2' });
  const refused = { ok: false, failure: { code: 'setByOrganisation' } };
  expect(await desk.command('settings.set', { notifications: { preview: true, volume: 10 } })).toEqual(refused);
  expect(await desk.command('settings.set', { theme: 'dark', zoom: 2 })).toEqual(refused);
  expect(await desk.command('session.signIn', { centre: 'sandbox' })).toEqual(refused);
  expect(saved).toEqual([]);
  expect(await desk.command('settings.set', { notifications: { volume: 10 }, zoom: 1.5 })).toMatchObject({ ok: true });
  expect(desk.view().settings).toMatchObject({ zoom: 1.5, notifications: { volume: 10 }, locked: ['preview', 'theme', 'centre'] });
});

test('a change the computer does not take is told and not shown', async () => {
  const { desk } = await deskWith({}, false);
  expect(await desk.command('settings.set', { startAtLogin: true })).toEqual({ ok: false, failure: { code: 'notDoneHere' } });
  expect(desk.view().settings.startAtLogin).toBe(false);
});

test('two actions never have one key', async () => {
  const { desk, saved } = await deskWith({});
  expect(await desk.command('settings.set', { shortcuts: { compose: 'Mod+K' } })).toMatchObject({ ok: false });
  expect(await desk.command('settings.set', { shortcuts: { compose: 'Mod+K', palette: 'Mod+Shift+K' } })).toMatchObject({ ok: true });
  expect(saved).toEqual([{ shortcuts: { compose: 'Mod+K', palette: 'Mod+Shift+K' } }]);
});
