// The agent's preferences in a plain file: choices of sign-in, appearance and notifications. Nothing secret, no customer data.
import Store from 'electron-store';
import * as v from 'valibot';
import { centreChoices, contrasts, defaultEmoji, emojiTones, MAX_RECENT_EMOJI, taskOrders, themes, zooms, type Contrast, type EmojiPreferences, type NotificationPreferences, type RememberedChoices, type TaskOrder, type Theme, type Zoom } from '../../src-shared/domain/preferences.ts';
import { actionIds, CHORD, type ActionId, type ChosenKeys } from '../../src-shared/domain/shortcuts.ts';
import type { SpellingPreferences } from '../../src-shared/domain/spelling.ts';
import type { TemplateHabits } from '../../src-shared/domain/template.ts';
import { readNotifications } from './notification-preferences.ts';
import { readSpelling, spellingOf } from './spelling-preferences.ts';
import { readHabits } from './template-habits.ts';

const schema = v.object({
  remembered: v.fallback(
    v.nullable(v.object({ centre: v.picklist(centreChoices), station: v.nullable(v.object({ teamId: v.string(), dialNumber: v.string() })) })),
    null,
  ),
  theme: v.fallback(v.picklist(themes), 'system'),
  contrast: v.fallback(v.picklist(contrasts), 'system'),
  locale: v.fallback(v.nullable(v.string()), null),
  zoom: v.fallback(v.picklist(zooms), 1),
});

const emojiSchema = v.fallback(
  v.object({ tone: v.fallback(v.picklist(emojiTones), 'none'), recent: v.fallback(v.pipe(v.array(v.string()), v.maxLength(MAX_RECENT_EMOJI)), []) }),
  defaultEmoji,
);

type Stored = v.InferOutput<typeof schema>;

interface Appearance {
  readonly theme: Theme;
  readonly contrast: Contrast;
  readonly locale: string;
}

export interface PreferencesFile {
  /** `locale` null = the system's. */
  readonly appearance: () => Omit<Appearance, 'locale'> & { readonly locale: string | null };
  readonly remembered: () => RememberedChoices | null;
  readonly remember: (choices: RememberedChoices | null) => void;
  readonly setAppearance: (part: Partial<Appearance>) => void;
  readonly templates: () => TemplateHabits;
  readonly setTemplates: (habits: TemplateHabits) => void;
  readonly notifications: () => NotificationPreferences;
  /** Each part is replaced whole. */
  readonly setNotifications: (part: Partial<NotificationPreferences>) => void;
  readonly emoji: () => EmojiPreferences;
  readonly setEmoji: (emoji: EmojiPreferences) => void;
  readonly shortcuts: () => ChosenKeys;
  readonly setShortcuts: (chosen: ChosenKeys) => void;
  readonly taskOrder: () => TaskOrder;
  readonly setTaskOrder: (order: TaskOrder) => void;
  readonly spelling: () => SpellingPreferences;
  /** Takes of `part` what is about spelling. */
  readonly setSpelling: (part: Partial<SpellingPreferences>) => void;
  readonly zoom: () => Zoom;
  readonly setZoom: (zoom: Zoom) => void;
}

const orderSchema = v.fallback(v.picklist(taskOrders), 'longestWait');
const keysSchema = v.fallback(v.record(v.string(), v.unknown()), {});
const isKeys = (keys: unknown): keys is string => typeof keys === 'string' && (keys === '' || CHORD.test(keys));

/** What is no action and no key is left out. */
const readShortcuts = (stored: unknown): ChosenKeys => {
  const known: ReadonlySet<string> = new Set(actionIds);
  const isOurs = (entry: [string, unknown]): entry is [ActionId, string] => known.has(entry[0]) && isKeys(entry[1]);
  return Object.fromEntries(Object.entries(v.parse(keysSchema, stored)).filter(isOurs));
};

/** Reads `preferences.json` in the user-data folder; what is damaged falls back part by part. */
export function openPreferences(): PreferencesFile {
  const store = new Store<Record<string, unknown>>({ name: 'preferences', clearInvalidConfig: true });
  const read = (): Stored => v.parse(schema, { remembered: null, theme: 'system', contrast: 'system', locale: null, zoom: 1, ...store.store });
  const notifications = (): NotificationPreferences => readNotifications(store.get('notifications'));
  return {
    appearance: () => {
      const { theme, contrast, locale } = read();
      return { theme, contrast, locale };
    },
    remembered: () => read().remembered,
    remember: (choices) => { store.set('remembered', choices); },
    setAppearance: (part) => {
      for (const [key, value] of Object.entries(part)) store.set(key, value);
    },
    templates: () => readHabits(store.get('templates')),
    setTemplates: (habits) => { store.set('templates', habits); },
    notifications,
    emoji: () => v.parse(emojiSchema, store.get('emoji')),
    setEmoji: (emoji) => { store.set('emoji', emoji); },
    shortcuts: () => readShortcuts(store.get('shortcuts')),
    spelling: () => readSpelling(store.get('spelling')),
    setSpelling: (part) => {
      const chosen = spellingOf(part);
      if (Object.keys(chosen).length > 0) store.set('spelling', { ...readSpelling(store.get('spelling')), ...chosen });
    },
    zoom: () => read().zoom,
    setZoom: (zoom) => { store.set('zoom', zoom); },
    setShortcuts: (chosen) => { store.set('shortcuts', chosen); },
    taskOrder: () => v.parse(orderSchema, store.get('taskOrder')),
    setTaskOrder: (order) => { store.set('taskOrder', order); },
    setNotifications: (part) => { store.set('notifications', { ...notifications(), ...part }); },
  };
}
