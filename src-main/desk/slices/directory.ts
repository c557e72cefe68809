// Where a chat can go, as last asked for.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { ColleagueEntry, QueueEntry } from '../../../src-shared/domain/directory.ts';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { DirectoryView } from '../../../src-shared/ipc/view.ts';

const empty: DirectoryView = { queues: [], agents: [], updatedAt: null, loading: false, failure: null };

export const directorySlice = createSlice({
  name: 'directory',
  initialState: empty,
  reducers: {
    asked: (state) => ({ ...state, loading: true, failure: null }),
    answered: (_state, { payload }: PayloadAction<{ queues: readonly QueueEntry[]; agents: readonly ColleagueEntry[]; at: number }>): DirectoryView => ({
      queues: payload.queues, agents: payload.agents, updatedAt: payload.at, loading: false, failure: null,
    }),
    failed: (state, { payload }: PayloadAction<Failure>) => ({ ...state, loading: false, failure: payload }),
    forgotten: () => empty,
  },
});
