// Where sign-in stands, as the window shows it.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { SessionView } from '../../../src-shared/ipc/view.ts';

const signedOut = (): SessionView => ({ step: 'signedOut', remembered: null, failure: null, signedOutBy: null });

export const sessionSlice = createSlice({
  name: 'session',
  initialState: signedOut,
  reducers: {
    stepped: (_state, { payload }: PayloadAction<SessionView>) => payload,
  },
});
