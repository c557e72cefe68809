// The library as lists show it, and this agent's habits with it. The content of the templates is in `library.ts`.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { castDraft } from 'immer';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { noHabits, type TemplateEntry, type TemplateHabits } from '../../../src-shared/domain/template.ts';

export interface TemplatesState {
  readonly list: readonly TemplateEntry[];
  readonly loading: boolean;
  readonly failure: Failure | null;
  readonly loadedAt: number | null;
  readonly habits: TemplateHabits;
}

const none = (): TemplatesState => ({ list: [], loading: false, failure: null, loadedAt: null, habits: noHabits });

export const templatesSlice = createSlice({
  name: 'templates',
  initialState: none,
  reducers: {
    asked: (state) => ({ ...state, loading: true }),
    answered: (state, { payload }: PayloadAction<{ list: readonly TemplateEntry[]; at: number }>) => ({ ...state, list: castDraft(payload.list), loading: false, failure: null, loadedAt: payload.at }),
    /** The same library under another policy. */
    screened: (state, { payload }: PayloadAction<readonly TemplateEntry[]>) => ({ ...state, list: castDraft(payload) }),
    failed: (state, { payload }: PayloadAction<Failure>) => ({ ...state, loading: false, failure: castDraft(payload) }),
    habitsChanged: (state, { payload }: PayloadAction<TemplateHabits>) => ({ ...state, habits: castDraft(payload) }),
    /** The habits are of this computer and stay. */
    forgotten: (state) => ({ ...none(), habits: state.habits }),
  },
});
