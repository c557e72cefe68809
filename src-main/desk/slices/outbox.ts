// The visible half of the outbox: queued, sending and failed messages, masked. The raw content is in `work.ts`.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { ContentView, DeliveryView } from '../../../src-shared/ipc/view.ts';

export interface OutboxItem {
  readonly aliasId: string;
  readonly taskId: TaskId;
  /** Order of writing over all conversations; grows for ever. */
  readonly number: number;
  /** Known once the contact centre has taken it. */
  readonly seq: number | null;
  readonly content: ContentView;
  readonly at: number;
  readonly delivery: DeliveryView;
}

const none = (): Record<string, OutboxItem> => ({});

export const outboxSlice = createSlice({
  name: 'outbox',
  initialState: none,
  reducers: {
    put: (state, { payload }: PayloadAction<OutboxItem>) => {
      state[payload.aliasId] = castDraft(payload);
    },
    removed: (state, { payload }: PayloadAction<string>) => {
      Reflect.deleteProperty(state, payload);
    },
    forgotten: none,
  },
});
