// The visible half of the attached files: those in the trays and those of waiting messages, their names masked.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { MaskedText } from '../../../src-shared/domain/masking.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { TrayFileState } from '../../../src-shared/ipc/view.ts';

export interface TrayItem {
  readonly fileId: string;
  readonly taskId: TaskId;
  readonly number: number;
  /** The message it goes with; null = it is in the tray. */
  readonly aliasId: string | null;
  readonly fileName: MaskedText;
  readonly mimeType: string;
  readonly size: number;
  readonly course: TrayFileState;
}

const none = (): Record<string, TrayItem> => ({});

export const traySlice = createSlice({
  name: 'tray',
  initialState: none,
  reducers: {
    put: (state, { payload }: PayloadAction<TrayItem>) => {
      state[payload.fileId] = castDraft(payload);
    },
    moved: (state, { payload }: PayloadAction<{ fileId: string; course: TrayFileState }>) => {
      const item = state[payload.fileId];
      if (item) item.course = castDraft(payload.course);
    },
    removed: (state, { payload }: PayloadAction<string>) => {
      Reflect.deleteProperty(state, payload);
    },
    forgotten: none,
  },
});
