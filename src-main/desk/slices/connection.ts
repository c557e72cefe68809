// The connection to the contact centre. `syncedAt` outlives a loss, so that "Synced 14:08:12" stays true while reconnecting.
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { ConnectionView } from '../../../src-shared/ipc/view.ts';
import type { CentreConnection } from '../../centre/contact-centre.ts';

const offline = (): ConnectionView => ({ state: 'offline' });

export const connectionSlice = createSlice({
  name: 'connection',
  initialState: offline,
  reducers: {
    changed: (before, { payload }: PayloadAction<CentreConnection>): ConnectionView => {
      if (payload.state !== 'lost') return payload;
      const syncedAt = before.state === 'live' || before.state === 'lost' ? before.syncedAt : null;
      return { ...payload, syncedAt };
    },
  },
});
