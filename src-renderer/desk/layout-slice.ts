// What this window shows beside the view: which pane is in front when there is room for one, whether the details are slid over.
import { createSlice } from '@reduxjs/toolkit';
import type { PayloadAction } from '@reduxjs/toolkit';

export interface LayoutState {
  /** Under 640 px only one of them is shown. */
  readonly pane: 'list' | 'conversation';
  /** Under 1200 px the details slide over the conversation while this is true; above it they are always there. */
  readonly detailsOpen: boolean;
  /** The settings stand in the place of the panes. */
  readonly settingsOpen: boolean;
  /** The section they were opened at; null = from the beginning. */
  readonly settingsSection: string | null;
}

const initialState: LayoutState = { pane: 'list', detailsOpen: false, settingsOpen: false, settingsSection: null };

export const layoutSlice = createSlice({
  name: 'layout',
  initialState,
  reducers: {
    paneShown: (state, action: PayloadAction<LayoutState['pane']>) => { state.pane = action.payload; },
    detailsToggled: (state, action: PayloadAction<boolean | undefined>) => { state.detailsOpen = action.payload ?? !state.detailsOpen; },
    settingsOpened: (state, action: PayloadAction<string | null>) => {
      state.settingsOpen = true;
      state.settingsSection = action.payload;
    },
    settingsClosed: (state) => { state.settingsOpen = false; },
  },
});
