// The workflows policy allows, as last read, and those that run for a chat now.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { Workflow } from '../../../src-shared/domain/workflow.ts';

export interface RunningWorkflow {
  readonly taskId: TaskId;
  readonly workflowId: string;
  readonly name: string;
}

export interface WorkflowsState {
  readonly list: readonly Workflow[];
  readonly loading: boolean;
  readonly failure: Failure | null;
  /** By run id. */
  readonly running: Readonly<Record<string, RunningWorkflow>>;
}

const none = (): WorkflowsState => ({ list: [], loading: false, failure: null, running: {} });

export const workflowsSlice = createSlice({
  name: 'workflows',
  initialState: none,
  reducers: {
    asked: (state) => ({ ...state, loading: true }),
    answered: (state, { payload }: PayloadAction<readonly Workflow[]>) => ({ ...state, list: castDraft(payload), loading: false, failure: null }),
    failed: (state, { payload }: PayloadAction<Failure>) => ({ ...state, loading: false, failure: castDraft(payload) }),
    started: (state, { payload }: PayloadAction<{ runId: string; run: RunningWorkflow }>) => {
      state.running[payload.runId] = payload.run;
    },
    finished: (state, { payload }: PayloadAction<string>) => {
      Reflect.deleteProperty(state.running, payload);
    },
    forgotten: none,
  },
});
