// The agent's settings beside the look of the window, as far as the desk and the window need them.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { defaultSettings, type SettingsView } from '../../../src-shared/ipc/view.ts';
import type { NotificationPreferences } from '../../../src-shared/domain/preferences.ts';
import type { SpellingPreferences } from '../../../src-shared/domain/spelling.ts';

/** Notifications part by part, the rest whole. */
export type SettingsPart = Partial<Pick<SettingsView, 'shortcuts' | 'zoom' | 'taskOrder' | 'emoji' | keyof SpellingPreferences>> & { readonly notifications?: Partial<NotificationPreferences>; readonly startAtLogin?: boolean };

const initialState = (): SettingsView => defaultSettings;

export const settingsSlice = createSlice({
  name: 'settings',
  initialState,
  reducers: {
    read: (_, { payload }: PayloadAction<SettingsView>): SettingsView => payload,
    changed: (state, { payload: { notifications, ...rest } }: PayloadAction<SettingsPart>): SettingsView => ({
      ...state, ...rest, notifications: { ...state.notifications, ...notifications },
    }),
  },
});
