// When an agent who does nothing is signed out; null = nobody has to be warned.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

export interface InactivityState {
  readonly endsAt: number | null;
}

const initialState = (): InactivityState => ({ endsAt: null });

export const inactivitySlice = createSlice({
  name: 'inactivity',
  initialState,
  reducers: {
    warned: (_state, { payload }: PayloadAction<number | null>) => ({ endsAt: payload }),
  },
});
