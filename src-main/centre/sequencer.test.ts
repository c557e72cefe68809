import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialSequence, sequence, type SequenceInput, type SequenceState } from './sequencer.ts';

interface Item { readonly seq: number }

/** A machine with its delivered list and the fetches that wait for an answer. */
function rig() {
  let state: SequenceState<Item> = initialSequence;
  const delivered: number[] = [];
  const batches: (boolean | null)[] = [];
  const fetches: (number | null)[] = [];
  const put = (input: SequenceInput<Item>) => {
    const [next, effects] = sequence(state, input);
    state = next;
    for (const effect of effects) {
      if (effect.type === 'fetch') fetches.push(effect.after);
      else {
        delivered.push(...effect.messages.map((message) => message.seq));
        batches.push(effect.hasEarlier);
      }
    }
  };
  return { put, delivered, batches, fetches, state: () => state };
}

const items = (...seqs: number[]): Item[] => seqs.map((seq) => ({ seq }));
const arrived = (seq: number): SequenceInput<Item> => ({ type: 'arrived', message: { seq } });
const page = (seqs: number[], lastSeq: number, full = false): SequenceInput<Item> => ({ type: 'page', messages: items(...seqs), lastSeq, full });

describe('sequence', () => {
  it('holds what comes before the first page and merges it', () => {
    const { put, delivered, batches, fetches } = rig();
    put(arrived(7));
    put({ type: 'synchronise' });
    put(arrived(6));
    expect(delivered).toEqual([]);
    put(page([4, 5, 6], 6));
    expect(fetches).toEqual([null]);
    expect(delivered).toEqual([4, 5, 6, 7]);
    expect(batches).toEqual([true]);
  });

  it('says that a task without messages has nothing earlier', () => {
    const { put, batches, delivered } = rig();
    put({ type: 'synchronise' });
    put(page([], 0));
    put(arrived(1));
    expect(batches).toEqual([false, null]);
    expect(delivered).toEqual([1]);
  });

  it('fetches a gap, once', () => {
    const { put, delivered, fetches } = rig();
    put({ type: 'synchronise' });
    put(page([1], 1));
    put(arrived(4));
    put(arrived(3));
    expect(fetches).toEqual([null, 1]);
    put(page([2, 3, 4], 4));
    expect(delivered).toEqual([1, 2, 3, 4]);
  });

  it('drops duplicates, also within a page', () => {
    const { put, delivered } = rig();
    put({ type: 'synchronise' });
    put(page([1, 2, 2], 2));
    put(arrived(2));
    put(arrived(3));
    put(arrived(3));
    expect(delivered).toEqual([1, 2, 3]);
  });

  it('fetches the message of a send whose frame did not come', () => {
    const { put, delivered, fetches } = rig();
    put({ type: 'synchronise' });
    put(page([1], 1));
    put({ type: 'known', seq: 2 });
    put(page([2], 2));
    expect(fetches).toEqual([null, 1]);
    expect(delivered).toEqual([1, 2]);
  });

  it('reads on while pages are full', () => {
    const { put, delivered, fetches } = rig();
    put({ type: 'synchronise' });
    put(page([1], 1));
    put({ type: 'synchronise' });
    put(page([2, 3], 3, true));
    put(page([4], 4));
    expect(fetches).toEqual([null, 1, 3]);
    expect(delivered).toEqual([1, 2, 3, 4]);
  });

  it('believes a hole after three answers without it, and never loops', () => {
    const { put, delivered, fetches } = rig();
    put({ type: 'synchronise' });
    put(page([1], 1));
    put(arrived(3));
    for (let round = 0; round < 3; round += 1) put(page([], 1));
    expect(delivered).toEqual([1, 3]);
    expect(fetches).toEqual([null, 1, 1, 1]);
    put(arrived(4));
    expect(delivered).toEqual([1, 3, 4]);
  });

  it('delivers each message once and in order under any interleaving, duplication, loss and failed fetches', () => {
    const action = fc.oneof(
      { weight: 3, arbitrary: fc.constant<{ kind: 'append' }>({ kind: 'append' }) },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('frame' as const), which: fc.nat(1_000) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer' as const), fails: fc.boolean(), cap: fc.integer({ min: 1, max: 5 }), stale: fc.boolean() }) },
      { weight: 1, arbitrary: fc.constant<{ kind: 'synchronise' }>({ kind: 'synchronise' }) },
    );
    fc.assert(
      fc.property(fc.nat(8), fc.array(action, { maxLength: 80 }), (before, actions) => {
        const { put, delivered, fetches, state } = rig();
        let server = before;
        const firsts: number[] = [];
        const answer = (cap: number, seen: number) => {
          const after = fetches.shift();
          if (after === undefined) return;
          const from = after ?? Math.max(0, seen - cap);
          const seqs = Array.from({ length: Math.max(0, Math.min(cap, seen - from)) }, (_, index) => from + 1 + index);
          if (after === null) firsts.push(seqs[0] ?? seen + 1);
          put(page(seqs, seen, seqs.length === cap));
        };
        put({ type: 'synchronise' });
        let snapshot = server;
        for (const step of actions) {
          if (step.kind === 'append') server += 1;
          else if (step.kind === 'synchronise') put({ type: 'synchronise' });
          else if (step.kind === 'frame' && server > 0) put(arrived(1 + (step.which % server)));
          else if (step.kind === 'answer' && step.fails && fetches.length > 0) {
            fetches.shift();
            put({ type: 'fetchFailed' });
          } else if (step.kind === 'answer') {
            // A stale answer was written before the latest messages; it is still true for its time.
            answer(step.cap, step.stale ? Math.max(snapshot, state().last ?? 0) : server);
            snapshot = server;
          }
          expect(fetches.length).toBeLessThanOrEqual(1);
        }
        // The network heals: answers come until nothing is asked any more.
        for (let round = 0; round < 3; round += 1) {
          put({ type: 'synchronise' });
          for (let limit = 0; fetches.length > 0 && limit < 500; limit += 1) answer(5, server);
        }
        expect(fetches).toEqual([]);
        const start = delivered[0] ?? server + 1;
        expect(delivered).toEqual(Array.from({ length: server + 1 - start }, (_, index) => start + index));
        expect(start).toBe(firsts.at(-1));
      }),
      { numRuns: 500 },
    );
  });
});
