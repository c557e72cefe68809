// Opening the desk: nothing is missed between listening and asking, and a snapshot that cannot be had is asked for again.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Patch, Snapshot } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { aView } from './fixtures.ts';
import { openDesk } from './open-desk.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

/** The other side of the bridge: publishes patches and answers each request for a snapshot when told to. */
function main() {
  const listeners = new Set<(patch: Patch) => void>();
  const asked: { answer: (snapshot: Snapshot<DeskView>) => void; refuse: () => void }[] = [];
  return {
    asked,
    listeners,
    publish: (revision: number) => { for (const listener of listeners) listener({ revision, operations: [{ p: ['app', 'version'], v: `r${revision}` }] }); },
    bridge: {
      snapshot: () => new Promise<Snapshot<DeskView>>((resolve, reject) => { asked.push({ answer: resolve, refuse: () => { reject(new Error('gone')); } }); }),
      onPatch: (listener: (patch: Patch) => void) => {
        listeners.add(listener);
        return () => { listeners.delete(listener); };
      },
    },
  };
}

it('applies a patch that was published before the first snapshot arrived', async () => {
  const { bridge, asked, publish } = main();
  const opening = openDesk(bridge);
  publish(2);
  asked[0]?.answer({ revision: 1, view: aView() });
  const { store } = await opening;
  expect(store.getState().replica).toMatchObject({ revision: 2, view: { app: { version: 'r2' } } });
});

it('asks once for a gap, keeps what comes meanwhile, and goes on from the snapshot', async () => {
  const { bridge, asked, publish } = main();
  const opening = openDesk(bridge);
  asked[0]?.answer({ revision: 1, view: aView() });
  const { store } = await opening;
  publish(3);
  publish(4);
  expect(asked).toHaveLength(2);
  expect(store.getState().replica.revision).toBe(1);
  asked[1]?.answer({ revision: 3, view: aView() });
  await vi.waitFor(() => { expect(store.getState().replica).toMatchObject({ revision: 4, view: { app: { version: 'r4' } } }); });
  publish(5);
  expect(store.getState().replica.revision).toBe(5);
});

it('asks again after a refused snapshot, and stops when it is closed', async () => {
  const { bridge, asked, listeners } = main();
  const opening = openDesk(bridge);
  asked[0]?.refuse();
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveLength(2);
  asked[1]?.answer({ revision: 1, view: aView() });
  const desk = await opening;
  desk.close();
  expect(listeners.size).toBe(0);
});
