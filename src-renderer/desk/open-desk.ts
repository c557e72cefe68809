// Connects the store to main: listens for patches first, then asks for the snapshot, and asks again whenever a revision is missing.
import type { ParleyBridge } from '../../src-shared/ipc/bridge.ts';
import type { Snapshot } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { emptyReplica, onPatch, onSnapshot } from './replica.ts';
import type { Replica } from './replica.ts';
import { createDeskStore } from './store.ts';
import type { DeskStore } from './store.ts';

/** Milliseconds until a snapshot that could not be had is asked for again. */
const ASK_AGAIN_AFTER = 500;

export interface Desk {
  readonly store: DeskStore;
  /** Stops listening. */
  readonly close: () => void;
}

/** Resolves with a store that already holds the view, so that no component ever meets an empty one. */
export function openDesk(bridge: Pick<ParleyBridge, 'snapshot' | 'onPatch'>): Promise<Desk> {
  return new Promise((resolve) => {
    let replica: Replica = emptyReplica;
    let store: DeskStore | null = null;
    let asking = false;
    let closed = false;
    let retry: ReturnType<typeof setTimeout> | undefined;

    const publish = (current: Snapshot<DeskView>): void => {
      if (store === null) {
        store = createDeskStore(current);
        resolve({ store, close });
      } else if (store.getState().replica !== current) store.replaceView(current);
    };
    const settle = (next: Replica): void => {
      replica = next;
      if (next.current !== null) publish(next.current);
      if (next.awaiting) ask();
    };
    const ask = (): void => {
      if (asking || closed) return;
      asking = true;
      bridge.snapshot().then(
        (snapshot) => {
          asking = false;
          if (!closed) settle(onSnapshot(replica, snapshot));
        },
        () => {
          asking = false;
          if (!closed) retry = setTimeout(ask, ASK_AGAIN_AFTER);
        },
      );
    };
    const stop = bridge.onPatch((patch) => { settle(onPatch(replica, patch)); });
    const close = (): void => {
      closed = true;
      clearTimeout(retry);
      stop();
    };
    ask();
  });
}
