// The visible half of the cards that wait beside drafts, masked. The raw content is in `work.ts`.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { StagedView } from '../../../src-shared/ipc/view.ts';

const none = (): Record<TaskId, StagedView> => ({});

export const stagedSlice = createSlice({
  name: 'staged',
  initialState: none,
  reducers: {
    put: (state, { payload }: PayloadAction<{ taskId: TaskId; card: StagedView }>) => {
      state[payload.taskId] = castDraft(payload.card);
    },
    removed: (state, { payload }: PayloadAction<TaskId>) => {
      Reflect.deleteProperty(state, payload);
    },
    forgotten: none,
  },
});
