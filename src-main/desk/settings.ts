// Changing the settings: each change at once, none the organisation has set, and no key twice.
import { failure } from '../../src-shared/domain/failure.ts';
import { withRecent, type LockableSetting } from '../../src-shared/domain/preferences.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { actionIds, chordProblem, type ChosenKeys } from '../../src-shared/domain/shortcuts.ts';
import { plainWord, withWord } from '../../src-shared/domain/spelling.ts';
import type { CommandArguments } from '../../src-shared/ipc/commands.ts';
import type { DeskParts } from './parts.ts';
import { deskSlice } from './slices/desk.ts';
import { settingsSlice } from './slices/settings.ts';
import type { DeskStore } from './store.ts';

type Part = CommandArguments<'settings.set'>;

const touched = ({ notifications, ...rest }: Part): readonly string[] => [...Object.keys(rest), ...Object.keys(notifications ?? {})];

const keysCollide = (chosen: ChosenKeys, keyboard: 'mac' | 'other'): boolean => actionIds.some((id) => chordProblem(id, chosen[id] ?? '', chosen, keyboard) !== null);

export function changeSettings(parts: DeskParts, store: DeskStore, part: Part): Result<null> {
  const locked: ReadonlySet<string> = new Set<LockableSetting>(store.getState().settings.locked);
  if (touched(part).some((name) => locked.has(name))) return fail(failure('setByOrganisation'));
  if (part.shortcuts && keysCollide(part.shortcuts, parts.app.platform === 'mac' ? 'mac' : 'other')) return fail(failure('notAvailableNow'));
  const { theme, contrast, locale, emojiTone, ...others } = part;
  const own = { ...others, ...(emojiTone && { emoji: { ...store.getState().settings.emoji, tone: emojiTone } }) };
  const appearance = { ...(theme && { theme }), ...(contrast && { contrast }), ...(locale !== undefined && { locale }) };
  if (Object.keys(own).length > 0) {
    if (parts.settings?.save(own) === false) return fail(failure('notDoneHere'));
    store.dispatch(settingsSlice.actions.changed(own));
  }
  if (Object.keys(appearance).length > 0) {
    parts.preferences.setAppearance(appearance);
    store.dispatch(deskSlice.actions.appKnown(appearance));
  }
  return ok(null);
}

/** An emoji went into a message: it leads the recent ones. */
export function emojiUsed(parts: DeskParts, store: DeskStore, used: string): void {
  const { emoji } = store.getState().settings;
  const part = { emoji: { ...emoji, recent: withRecent(emoji.recent, used) } };
  parts.settings?.save(part);
  store.dispatch(settingsSlice.actions.changed(part));
}

/** Settings, Languages shows them and takes them away again. */
export function addOwnWord(parts: DeskParts, store: DeskStore, word: string): Result<null> {
  const { ownWords } = store.getState().settings;
  const next = withWord(ownWords, word);
  if (next === ownWords && !ownWords.includes(plainWord(word))) return fail(failure('notAvailableNow'));
  return keepOwnWords(parts, store, next);
}

export const removeOwnWord = (parts: DeskParts, store: DeskStore, word: string): Result<null> =>
  keepOwnWords(parts, store, store.getState().settings.ownWords.filter((one) => one !== plainWord(word)));

function keepOwnWords(parts: DeskParts, store: DeskStore, ownWords: readonly string[]): Result<null> {
  parts.settings?.save({ ownWords });
  store.dispatch(settingsSlice.actions.changed({ ownWords }));
  return ok(null);
}
