// The renderer's store: the read-only replica of the view beside this window's own ephemeral state (layout, failures to show).
import { configureStore, createSlice } from '@reduxjs/toolkit';
import type { PayloadAction } from '@reduxjs/toolkit';
import type { Snapshot } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { clearedSlice } from './cleared-slice.ts';
import { layoutSlice } from './layout-slice.ts';
import { mishapsSlice } from './mishaps-slice.ts';

const replicaReducer = (initial: Snapshot<DeskView>) =>
  createSlice({
    name: 'replica',
    initialState: initial,
    reducers: {
      // Patches were applied by the pure replica already; the store only takes the outcome over.
      replaced: (_, action: PayloadAction<Snapshot<DeskView>>) => action.payload,
    },
  });

/** Makes a store that starts from `initial`; `replicaReplaced` is the only way its view changes. */
export function createDeskStore(initial: Snapshot<DeskView>) {
  const replica = replicaReducer(initial);
  const store = configureStore({
    reducer: { replica: replica.reducer, layout: layoutSlice.reducer, cleared: clearedSlice.reducer, mishaps: mishapsSlice.reducer },
    devTools: false,
    // The default checks walk the whole view on every patch; nothing outside a reducer can reach it anyway.
    middleware: (defaults) => defaults({ serializableCheck: false, immutableCheck: false, thunk: false }),
  });
  return Object.assign(store, {
    replaceView: (snapshot: Snapshot<DeskView>) => {
      const { tasks } = store.getState().replica.view;
      store.dispatch(replica.actions.replaced(snapshot));
      if (snapshot.view.tasks !== tasks) store.dispatch(clearedSlice.actions.tasksSeen(snapshot.view.tasks));
    },
  });
}

export type DeskStore = ReturnType<typeof createDeskStore>;
export type DeskState = ReturnType<DeskStore['getState']>;
