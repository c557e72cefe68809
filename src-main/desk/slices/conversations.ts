// The loaded window of each conversation, already masked: messages the contact centre has, and lines about the chat itself.
import { createSlice, type Draft, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { DeviceReport } from '../../../src-shared/domain/message.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { EventLine, ItemView } from '../../../src-shared/ipc/view.ts';

export interface DeviceSeen extends DeviceReport {
  readonly seenAt: number;
}

export interface ConversationState {
  readonly taskId: TaskId;
  readonly items: Readonly<Record<string, ItemView>>;
  readonly lastSeq: number;
  /** Items before this `order` are loaded and not given to the window, so that opening a long conversation is no more work than a short one; 0 = all are. */
  readonly shownFrom: number;
  readonly hasEarlier: boolean;
  readonly loadingEarlier: boolean;
  readonly device: DeviceSeen | null;
  /** Lines put after `lastSeq` since its message came; makes the next line's order. */
  readonly linesAfterLast: number;
}

type Conversations = Record<TaskId, ConversationState>;

const begun = (taskId: TaskId): ConversationState => ({
  taskId, items: {}, lastSeq: 0, shownFrom: 0, hasEarlier: false, loadingEarlier: false, device: null, linesAfterLast: 0,
});

/** Lines between two messages get fractions of one `seq`: a thousand of them fit. */
const LINE_STEP = 0.001;

function entry(all: Draft<Conversations>, taskId: TaskId): Draft<ConversationState> {
  const known = all[taskId];
  if (known) return known;
  all[taskId] = castDraft(begun(taskId));
  return all[taskId];
}

function put(conversation: Draft<ConversationState>, items: readonly ItemView[]): void {
  for (const item of items) conversation.items[item.itemId] = castDraft(item);
}

export interface Appended {
  readonly taskId: TaskId;
  readonly items: readonly ItemView[];
  readonly lastSeq: number;
  /** null = as before. */
  readonly hasEarlier: boolean | null;
  readonly device: DeviceSeen | null;
  /** Items that leave the loaded window. */
  readonly trim: readonly string[];
}

const none = (): Conversations => ({});

export const conversationsSlice = createSlice({
  name: 'conversations',
  initialState: none,
  reducers: {
    appended: (all, { payload }: PayloadAction<Appended>) => {
      const conversation = entry(all, payload.taskId);
      put(conversation, payload.items);
      for (const id of payload.trim) Reflect.deleteProperty(conversation.items, id);
      conversation.lastSeq = payload.lastSeq;
      conversation.linesAfterLast = 0;
      conversation.hasEarlier = payload.hasEarlier ?? (conversation.hasEarlier || payload.trim.length > 0);
      if (payload.device) conversation.device = payload.device;
    },
    earlierAsked: (all, { payload }: PayloadAction<TaskId>) => {
      entry(all, payload).loadingEarlier = true;
    },
    earlierFailed: (all, { payload }: PayloadAction<TaskId>) => {
      entry(all, payload).loadingEarlier = false;
    },
    earlierLoaded: (all, { payload }: PayloadAction<{ taskId: TaskId; items: readonly ItemView[]; hasEarlier: boolean }>) => {
      const conversation = entry(all, payload.taskId);
      put(conversation, payload.items.filter((item) => !(item.itemId in conversation.items)));
      conversation.hasEarlier = payload.hasEarlier;
      conversation.loadingEarlier = false;
    },
    /** Some items masked anew: policy changed, or a value was found to be split over several messages. */
    reprojected: (all, { payload }: PayloadAction<{ taskId: TaskId; items: readonly ItemView[]; device?: DeviceSeen | null }>) => {
      const conversation = entry(all, payload.taskId);
      put(conversation, payload.items);
      if (payload.device) conversation.device = payload.device;
    },
    lineAdded: (all, { payload }: PayloadAction<{ taskId: TaskId; itemId: string; at: number; event: EventLine }>) => {
      const conversation = entry(all, payload.taskId);
      conversation.linesAfterLast += 1;
      const order = conversation.lastSeq + conversation.linesAfterLast * LINE_STEP;
      put(conversation, [{ kind: 'event', itemId: payload.itemId, order, at: payload.at, event: payload.event }]);
    },
    shown: (all, { payload }: PayloadAction<{ taskId: TaskId; from: number }>) => {
      const conversation = all[payload.taskId];
      if (conversation) conversation.shownFrom = payload.from;
    },
    removed: (all, { payload }: PayloadAction<TaskId>) => {
      Reflect.deleteProperty(all, payload);
    },
    forgotten: none,
  },
});
