// The signed-in agent: profile, station, status.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { AgentProfile, AgentStatus, Station } from '../../../src-shared/domain/agent.ts';

export interface AgentState {
  readonly profile: AgentProfile | null;
  readonly station: Station | null;
  readonly status: AgentStatus | null;
  readonly changedBy: string | null;
  readonly statusBusy: boolean;
}

const nobody: AgentState = { profile: null, station: null, status: null, changedBy: null, statusBusy: false };

export const agentSlice = createSlice({
  name: 'agent',
  initialState: nobody,
  reducers: {
    profileRead: (state, { payload }: PayloadAction<AgentProfile>) => ({ ...state, profile: payload }),
    loggedIn: (state, { payload }: PayloadAction<{ station: Station; status: AgentStatus }>) => ({ ...state, ...payload, changedBy: null }),
    statusChanged: (state, { payload }: PayloadAction<{ status: AgentStatus; changedBy: string | null }>) => ({ ...state, ...payload }),
    statusBusy: (state, { payload }: PayloadAction<boolean>) => ({ ...state, statusBusy: payload }),
    gone: () => nobody,
  },
});
