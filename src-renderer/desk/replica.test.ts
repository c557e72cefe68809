// The replica shows exactly what main has published, whatever arrives late, twice or not at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../src-shared/ipc/patch.ts';
import type { Patch } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { aView } from './fixtures.ts';
import { emptyReplica, onPatch, onSnapshot } from './replica.ts';

const renamed = (revision: number): Patch => ({ revision, operations: [{ p: ['app', 'version'], v: String(revision) }] });
const at = (revision: number): { readonly revision: number; readonly view: DeskView } => ({
  revision,
  view: applyPatch(aView(), [{ p: ['app', 'version'], v: String(revision) }]),
});

describe('replica', () => {
  it('applies the next patch and drops one it has already', () => {
    const live = onSnapshot(emptyReplica, at(4));
    const next = onPatch(live, renamed(5));
    expect(next.current?.view.app.version).toBe('5');
    expect(onPatch(next, renamed(5)).current).toBe(next.current);
    expect(onPatch(next, renamed(3)).awaiting).toBe(false);
  });

  it('asks for a snapshot when a revision is missing, and keeps what came meanwhile', () => {
    const gap = onPatch(onSnapshot(emptyReplica, at(4)), renamed(7));
    expect(gap).toMatchObject({ awaiting: true, current: { revision: 4 } });
    const more = onPatch(gap, renamed(8));
    const healed = onSnapshot(more, at(6));
    expect(healed).toMatchObject({ awaiting: false, held: [], current: { revision: 8 } });
    expect(healed.current?.view.app.version).toBe('8');
  });

  it('keeps patches that overtake the first snapshot', () => {
    const early = onPatch(onPatch(emptyReplica, renamed(3)), renamed(2));
    expect(onSnapshot(early, at(1)).current?.view.app.version).toBe('3');
  });

  it('asks again when the snapshot is older than the gap', () => {
    const gap = onPatch(onSnapshot(emptyReplica, at(4)), renamed(9));
    const stillMissing = onSnapshot(gap, at(5));
    expect(stillMissing).toMatchObject({ awaiting: true, current: { revision: 5 } });
    expect(onSnapshot(stillMissing, at(9)).awaiting).toBe(false);
  });

  it('ends where main is, for every loss, order and repetition of patches', () => {
    const last = 12;
    const events = fc.array(fc.oneof(fc.integer({ min: 1, max: last }).map((revision) => ({ kind: 'patch' as const, revision })), fc.integer({ min: 0, max: last }).map((revision) => ({ kind: 'snapshot' as const, revision }))), { maxLength: 40 });
    fc.assert(
      fc.property(events, (list) => {
        let replica = onSnapshot(emptyReplica, at(0));
        for (const event of list) {
          if (event.kind === 'patch') replica = onPatch(replica, renamed(event.revision));
          else if (replica.awaiting && event.revision >= (replica.current?.revision ?? 0)) replica = onSnapshot(replica, at(event.revision));
          expect(replica.current?.view.app.version).toBe(replica.current?.revision === 0 ? '0' : String(replica.current?.revision));
        }
        if (replica.awaiting) replica = onSnapshot(replica, at(last));
        expect(replica.awaiting).toBe(false);
      }),
    );
  });
});
