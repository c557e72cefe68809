// Failures of commands this window sent and has no better place to show than the notices: newest last, dismissed by the agent.
import { createSlice, nanoid } from '@reduxjs/toolkit';
import type { PayloadAction } from '@reduxjs/toolkit';
import type { Failure } from '../../src-shared/domain/failure.ts';

export interface Mishap {
  readonly id: string;
  readonly failure: Failure;
}

const initialState: readonly Mishap[] = [];

export const mishapsSlice = createSlice({
  name: 'mishaps',
  initialState,
  reducers: {
    reported: {
      prepare: (failure: Failure) => ({ payload: { id: nanoid(), failure } }),
      // The same failure twice says nothing new: the later one takes the earlier one's place.
      reducer: (state, action: PayloadAction<Mishap>) => [...state.filter((mishap) => mishap.failure.code !== action.payload.failure.code), action.payload],
    },
    dismissed: (state, action: PayloadAction<string>) => state.filter((mishap) => mishap.id !== action.payload),
  },
});
