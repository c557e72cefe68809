// Texts that were cleared away in a compose box, until they come back, are overtaken or their chat ends. Of this window only: they were never more than a draft.
import { createSlice } from '@reduxjs/toolkit';
import type { PayloadAction } from '@reduxjs/toolkit';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';

export type ClearedState = Readonly<Record<TaskId, string>>;

const initialState: ClearedState = {};

export const clearedSlice = createSlice({
  name: 'cleared',
  initialState,
  reducers: {
    /** null = there is nothing to bring back any more. */
    textCleared: (state, { payload: { taskId, text } }: PayloadAction<{ readonly taskId: TaskId; readonly text: string | null }>) => {
      if (text !== null) state[taskId] = text;
      else Reflect.deleteProperty(state, taskId);
    },
    /** What belongs to a chat that is over is forgotten with it. */
    tasksSeen: (state, { payload: tasks }: PayloadAction<DeskView['tasks']>) => {
      for (const taskId of Object.keys(state)) {
        if ((tasks[taskId]?.phase.name ?? 'wrapUp') === 'wrapUp') Reflect.deleteProperty(state, taskId);
      }
    },
  },
});
