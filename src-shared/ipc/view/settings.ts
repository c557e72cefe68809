// What the agent and the organisation have chosen.
import { defaultEmoji, defaultNotifications, type CentreChoice, type EmojiPreferences, type LockableSetting, type NotificationPreferences, type PolicyProblem, type TaskOrder, type Zoom } from '../../domain/preferences.ts';
import type { ChosenKeys } from '../../domain/shortcuts.ts';
import { defaultSpelling, type SpellingPreferences } from '../../domain/spelling.ts';

export interface SettingsView extends SpellingPreferences {
  readonly notifications: NotificationPreferences;
  /** Keys the agent chose instead of the table's. */
  readonly shortcuts: ChosenKeys;
  /** Absent = the longest wait first. */
  readonly taskOrder?: TaskOrder;
  readonly emoji: EmojiPreferences;
  readonly zoom: Zoom;
  readonly startAtLogin: boolean;
  /** The only contact centre the organisation allows; null = the agent chooses. */
  readonly centre: CentreChoice | null;
  /** Set by the organisation: shown, and not to be changed. */
  readonly locked: readonly LockableSetting[];
  /** The organisation's file is not as it was meant. */
  readonly policyProblem: PolicyProblem | null;
}

export const defaultSettings: SettingsView = {
  notifications: defaultNotifications, shortcuts: {}, emoji: defaultEmoji, ...defaultSpelling, zoom: 1, startAtLogin: false, centre: null, locked: [], policyProblem: null,
};
