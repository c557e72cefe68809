// Calm messages that stay until they are dismissed or their reason is gone.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { NoticeView } from '../../../src-shared/ipc/view.ts';

const none = (): Record<string, NoticeView> => ({});

export const noticesSlice = createSlice({
  name: 'notices',
  initialState: none,
  reducers: {
    posted: (state, { payload }: PayloadAction<NoticeView>) => {
      state[payload.noticeId] = castDraft(payload);
    },
    dismissed: (state, { payload }: PayloadAction<string>) => {
      Reflect.deleteProperty(state, payload);
    },
    /** Going Available answers every missed request among these notices at once. */
    missedOffersSeen: (state, { payload }: PayloadAction<readonly string[]>) => {
      for (const id of payload) if (state[id]?.kind === 'missedOffer') Reflect.deleteProperty(state, id);
    },
    /** The agent's status is of the agent's own choosing again, or somebody changed it once more. */
    statusChangesSeen: (state) => {
      for (const [id, notice] of Object.entries(state)) if (notice.kind === 'statusChanged') Reflect.deleteProperty(state, id);
    },
    remasked: (state, { payload }: PayloadAction<readonly NoticeView[]>) => {
      for (const notice of payload) if (notice.noticeId in state) state[notice.noticeId] = castDraft(notice);
    },
    forgotten: none,
  },
});
