// What the business knows of the customers, masked, as far as it was asked for.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { CustomerRecord } from '../../../src-shared/domain/customer.ts';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { MaskedText } from '../../../src-shared/domain/masking.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { KnownOfCustomer } from '../../../src-shared/ipc/view.ts';

const none = (): Record<TaskId, KnownOfCustomer> => ({});

export const customersSlice = createSlice({
  name: 'customers',
  initialState: none,
  reducers: {
    asked: (all, { payload }: PayloadAction<TaskId>) => {
      all[payload] = castDraft({ loading: true, failure: null, record: all[payload]?.record ?? null });
    },
    answered: (all, { payload }: PayloadAction<{ taskId: TaskId; record: CustomerRecord<MaskedText> }>) => {
      all[payload.taskId] = castDraft({ loading: false, failure: null, record: payload.record });
    },
    failed: (all, { payload }: PayloadAction<{ taskId: TaskId; failure: Failure }>) => {
      all[payload.taskId] = castDraft({ loading: false, failure: payload.failure, record: all[payload.taskId]?.record ?? null });
    },
    removed: (all, { payload }: PayloadAction<TaskId>) => {
      Reflect.deleteProperty(all, payload);
    },
    forgotten: none,
  },
});
