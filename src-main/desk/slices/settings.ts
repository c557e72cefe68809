// The agent's settings beside the look of the window, as far as the desk and the window need them.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { defaultNotifications, type NotificationPreferences } from '../../../src-shared/domain/preferences.ts';
import type { ChosenKeys } from '../../../src-shared/domain/shortcuts.ts';
import type { SettingsView } from '../../../src-shared/ipc/view.ts';

const initialState = (): SettingsView => ({ notifications: defaultNotifications, shortcuts: {} });

export const settingsSlice = createSlice({
  name: 'settings',
  initialState,
  reducers: {
    read: (_, { payload }: PayloadAction<SettingsView>): SettingsView => payload,
    shortcutsChanged: (state, { payload }: PayloadAction<ChosenKeys>): SettingsView => ({ ...state, shortcuts: payload }),
    notificationsChanged: (state, { payload }: PayloadAction<Partial<NotificationPreferences>>): SettingsView => ({
      ...state, notifications: { ...state.notifications, ...payload },
    }),
  },
});
