// What the agent is told of: the notes under the bell that no task accounts for, and what the window plays.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { Tone } from '../../../src-shared/domain/preferences.ts';
import type { NotificationView, SoundsView } from '../../../src-shared/ipc/view.ts';

/** Kept until it is cleared. Requests, messages and who waits are not here: their tasks say so, and the two cannot differ. */
export type Note = Exclude<NotificationView, { readonly kind: 'request' | 'message' | 'waiting' }>;

export interface NewsState {
  readonly notes: Readonly<Record<string, Note>>;
  readonly sounds: SoundsView;
}

/** More than anybody reads; the oldest go first. */
const MOST_NOTES = 50;

const nothing = (): NewsState => ({ notes: {}, sounds: { latest: null, ringing: null } });

export const newsSlice = createSlice({
  name: 'news',
  initialState: nothing,
  reducers: {
    noted: (state, { payload }: PayloadAction<Note>) => {
      state.notes[payload.notificationId] = castDraft(payload);
      const oldest = Object.values(state.notes).sort((a, b) => a.at - b.at)[0];
      if (oldest && Object.keys(state.notes).length > MOST_NOTES) Reflect.deleteProperty(state.notes, oldest.notificationId);
    },
    /** null = all of them. */
    read: (state, { payload }: PayloadAction<string | null>) => {
      for (const [id, note] of Object.entries(state.notes)) if (payload === null || payload === id) note.read = true;
    },
    cleared: (state) => {
      state.notes = {};
    },
    played: (state, { payload }: PayloadAction<{ tone: Tone; volume: number }>) => {
      state.sounds.latest = { ...payload, number: (state.sounds.latest?.number ?? 0) + 1 };
    },
    ringing: (state, { payload }: PayloadAction<SoundsView['ringing']>) => {
      state.sounds.ringing = payload;
    },
    remasked: (state, { payload }: PayloadAction<readonly Note[]>) => {
      for (const note of payload) if (note.notificationId in state.notes) state.notes[note.notificationId] = castDraft(note);
    },
    forgotten: nothing,
  },
});
