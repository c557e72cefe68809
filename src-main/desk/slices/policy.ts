// The administrator's policy. Unknown policy = masking on (the default says so).
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { defaultPolicy, type Policy } from '../../../src-shared/domain/policy.ts';

export const policySlice = createSlice({
  name: 'policy',
  initialState: defaultPolicy,
  reducers: {
    changed: (_state, { payload }: PayloadAction<Policy>) => payload,
    forgotten: () => defaultPolicy,
  },
});
