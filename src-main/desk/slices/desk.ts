// What the window is at: which conversation is open, whether the agent is looking, how the app looks.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { AppView } from '../../../src-shared/ipc/view.ts';

export interface DeskSliceState {
  readonly openTaskId: TaskId | null;
  /** The window has the focus: what arrives in the open conversation is read. */
  readonly inFront: boolean;
  readonly app: Omit<AppView, 'masking'>;
  /** Grows whenever a conversation is brought in front, also one that is open already. */
  readonly openings: number;
  /** Draft of the open conversation when it was opened; later keystrokes do not come back to the composer. */
  readonly openDraft: string;
}

const unknownApp: Omit<AppView, 'masking'> = { version: '', electronVersion: '', platform: 'linux', locale: 'en', theme: 'system', contrast: 'system' };

const initialState = (): DeskSliceState => ({ openTaskId: null, inFront: true, app: unknownApp, openDraft: '', openings: 0 });

export const deskSlice = createSlice({
  name: 'desk',
  initialState,
  reducers: {
    opened: (state, { payload }: PayloadAction<{ taskId: TaskId | null; draft: string }>) => ({
      ...state, openTaskId: payload.taskId, openDraft: payload.draft, openings: state.openings + (payload.taskId === null ? 0 : 1),
    }),
    draftChanged: (state, { payload }: PayloadAction<string>) => ({ ...state, openDraft: payload }),
    focused: (state, { payload }: PayloadAction<boolean>) => ({ ...state, inFront: payload }),
    appKnown: (state, { payload }: PayloadAction<Partial<Omit<AppView, 'masking'>>>) => ({ ...state, app: { ...state.app, ...payload } }),
  },
});
