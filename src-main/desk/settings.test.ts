// Settings under an organisation's policy, and keys that must not collide: main refuses what the window should not have asked.
import { expect, test } from 'vitest';
import { MAX_OWN_WORDS } from '../../src-shared/domain/spelling.ts';
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

test('own words are kept once, sorted, and taken away again; what is no word is not kept', async () => {
  const { desk, saved } = await deskWith({ ownWords: ['zool'], locked: ['spelling'] });
  for (const word of ['flexdesk', 'app\u2019en', 'flexdesk']) expect(await desk.command('spelling.addWord', { word })).toMatchObject({ ok: true });
  expect(desk.view().settings.ownWords).toEqual(["app'en", 'flexdesk', 'zool']);
  expect(await desk.command('spelling.removeWord', { word: 'zool' })).toMatchObject({ ok: true });
  expect(saved.at(-1)).toEqual({ ownWords: ["app'en", 'flexdesk'] });
  expect(await desk.command('settings.set', { spelling: false })).toMatchObject({ ok: false, failure: { code: 'setByOrganisation' } });
  expect(await desk.command('settings.set', { spellingLanguages: ['nl', 'fr'] })).toMatchObject({ ok: true });
  expect(desk.view().settings).toMatchObject({ spelling: true, spellingLanguages: ['nl', 'fr'] });
});

test('no more own words than there is room for', async () => {
  const ownWords = Array.from({ length: MAX_OWN_WORDS }, (_, at) => `w${'abcdefghij'.charAt(at % 10)}${'x'.repeat(Math.floor(at / 10) % 60)}`);
  const { desk } = await deskWith({ ownWords });
  expect(await desk.command('spelling.addWord', { word: 'flexdesk' })).toEqual({ ok: false, failure: { code: 'notAvailableNow' } });
  expect(desk.view().settings.ownWords).toBe(ownWords);
});
