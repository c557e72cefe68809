// The tasks of this agent: phase, masked facts, what is owed and unread. Raw facts stay in the vault.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { MaskedText } from '../../../src-shared/domain/masking.ts';
import { isConversation, type TaskId, type TaskPhase } from '../../../src-shared/domain/task.ts';
import type { ParticipantView, PreviewView, TaskBusy, WrapUpDraft } from '../../../src-shared/ipc/view.ts';

/** The masked projection of what the contact centre says of a task. */
export interface TaskFacts {
  readonly customerName: MaskedText;
  readonly initials: string;
  readonly customerNumber: MaskedText;
  readonly sourceNumber: MaskedText;
  readonly queueName: string;
  readonly agents: readonly ParticipantView[];
  readonly associatedData: readonly { readonly key: string; readonly label: string; readonly value: MaskedText; readonly editable: boolean }[];
}

export interface TaskState {
  readonly taskId: TaskId;
  readonly phase: TaskPhase;
  readonly facts: TaskFacts;
  /** When this agent came into the chat; null while it is an offer. */
  readonly connectedAt: number | null;
  readonly preview: PreviewView | null;
  readonly unread: number;
  readonly unansweredSince: number | null;
  /** The wait that was told to be too long, by when it began: it is over once `unansweredSince` is another. */
  readonly overdue: { readonly since: number; readonly seen: boolean } | null;
  readonly lastActivityAt: number;
  readonly customerTyping: boolean;
  readonly customerLeft: boolean;
  readonly assetRemoved: boolean;
  readonly busy: TaskBusy | null;
  readonly wrapUpDraft: WrapUpDraft;
  /** When automatic wrap-up submits; null = it does not. */
  readonly autoWrapUpAt: number | null;
}

/** What a batch of messages changes about its task; made by `activity.ts`. */
export interface TaskActivity {
  readonly preview: PreviewView | null;
  readonly unread: number;
  readonly unansweredSince: number | null;
  readonly lastActivityAt: number;
  readonly customerLeft: boolean;
}

const noWrapUp: WrapUpDraft = { auxCodeId: null, notes: '' };

const begun = (taskId: TaskId, phase: TaskPhase, facts: TaskFacts): TaskState => ({
  taskId, phase, facts, connectedAt: null, preview: null, unread: 0, unansweredSince: null, overdue: null, lastActivityAt: phase.since,
  customerTyping: false, customerLeft: false, assetRemoved: false, busy: null, wrapUpDraft: noWrapUp, autoWrapUpAt: null,
});

/** The centre repeats a phase with every task event: when it began is kept as first seen. */
const samePhase = (before: TaskPhase, now: TaskPhase): TaskPhase => (before.name === now.name ? { ...now, since: before.since } : now);

const none = (): Record<TaskId, TaskState> => ({});

export const tasksSlice = createSlice({
  name: 'tasks',
  initialState: none,
  reducers: {
    upserted: (tasks, { payload: { taskId, phase, facts } }: PayloadAction<{ taskId: TaskId; phase: TaskPhase; facts: TaskFacts }>) => {
      const known = tasks[taskId];
      const inChat = isConversation(phase);
      if (!known) {
        tasks[taskId] = castDraft({ ...begun(taskId, phase, facts), connectedAt: inChat ? phase.since : null });
        return;
      }
      if (known.phase.name !== phase.name) known.busy = null;
      known.phase = samePhase(known.phase, phase);
      known.facts = castDraft(facts);
      if (inChat) known.connectedAt ??= phase.since;
      else known.customerTyping = false;
    },
    /** Same task, same phase, masked again under another policy. */
    reprojected: (tasks, { payload }: PayloadAction<{ taskId: TaskId; facts: TaskFacts; preview: PreviewView | null }>) => {
      const task = tasks[payload.taskId];
      if (task) Object.assign(task, { facts: payload.facts, preview: payload.preview });
    },
    active: (tasks, { payload }: PayloadAction<{ taskId: TaskId; activity: TaskActivity }>) => {
      const task = tasks[payload.taskId];
      if (task) Object.assign(task, payload.activity, { customerTyping: false });
    },
    read: (tasks, { payload }: PayloadAction<TaskId>) => {
      const task = tasks[payload];
      if (!task) return;
      task.unread = 0;
      if (task.overdue) task.overdue.seen = true;
    },
    overdue: (tasks, { payload }: PayloadAction<{ taskId: TaskId; overdue: NonNullable<TaskState['overdue']> }>) => {
      const task = tasks[payload.taskId];
      if (task) task.overdue = payload.overdue;
    },
    typing: (tasks, { payload }: PayloadAction<{ taskId: TaskId; active: boolean }>) => {
      const task = tasks[payload.taskId];
      if (task) task.customerTyping = payload.active;
    },
    assetRemoved: (tasks, { payload }: PayloadAction<TaskId>) => {
      const task = tasks[payload];
      if (task) task.assetRemoved = true;
    },
    busy: (tasks, { payload }: PayloadAction<{ taskId: TaskId; busy: TaskBusy | null }>) => {
      const task = tasks[payload.taskId];
      if (task) task.busy = payload.busy;
    },
    wrapUpDrafted: (tasks, { payload }: PayloadAction<{ taskId: TaskId; draft: WrapUpDraft }>) => {
      const task = tasks[payload.taskId];
      if (task) task.wrapUpDraft = payload.draft;
    },
    autoWrapUpSet: (tasks, { payload }: PayloadAction<{ taskId: TaskId; at: number | null }>) => {
      const task = tasks[payload.taskId];
      if (task) task.autoWrapUpAt = payload.at;
    },
    removed: (tasks, { payload }: PayloadAction<TaskId>) => {
      Reflect.deleteProperty(tasks, payload);
    },
    forgotten: none,
  },
});
