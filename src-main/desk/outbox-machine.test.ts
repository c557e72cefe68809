import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterRestart, nextToSend, outboxReduce, pause, type Outbox, type OutboxEvent } from './outbox-machine.ts';

const written = (aliasId: string, taskId = 't1'): OutboxEvent => ({ type: 'written', entry: { aliasId, taskId, content: { kind: 'text', text: `text of ${aliasId}` }, origin: null, createdAt: 1 } });
const run = (events: readonly OutboxEvent[], from: Outbox = []): Outbox => events.reduce(outboxReduce, from);
const stateOf = (outbox: Outbox, aliasId: string): string | undefined => outbox.find((entry) => entry.aliasId === aliasId)?.state.name;

describe('outbox machine', () => {
  test('sends one message a conversation at a time, in the order of writing', () => {
    const outbox = run([written('a'), written('b'), written('c', 't2')]);
    expect(nextToSend(outbox, 0).ready.map((entry) => entry.aliasId)).toEqual(['a', 'c']);
    expect(nextToSend(run([{ type: 'started', aliasId: 'a' }], outbox), 0).ready.map((entry) => entry.aliasId)).toEqual(['c']);
  });

  test('an unknown answer keeps the message, first in line, and tries again after a pause', () => {
    const outbox = run([written('a'), written('b'), { type: 'started', aliasId: 'a' }, { type: 'answered', aliasId: 'a', outcome: { kind: 'unknown' }, now: 1000, jitter: 0.5 }]);
    expect(nextToSend(outbox, 1000)).toEqual({ ready: [], wakeAt: 1000 + pause(1, 0.5) });
    expect(nextToSend(outbox, 1000 + pause(1, 0.5)).ready[0]?.aliasId).toBe('a');
  });

  test('a refusal that cannot pass fails the message and lets the next one go', () => {
    const outbox = run([written('a'), written('b'), { type: 'started', aliasId: 'a' }, { type: 'answered', aliasId: 'a', outcome: { kind: 'refused', reason: 'tooLarge', retryable: false }, now: 0, jitter: 0 }]);
    expect(stateOf(outbox, 'a')).toBe('failed');
    expect(nextToSend(outbox, 0).ready[0]?.aliasId).toBe('b');
  });

  test('what is under way cannot be taken back', () => {
    const outbox = run([written('a'), { type: 'started', aliasId: 'a' }, { type: 'takenBack', aliasId: 'a' }]);
    expect(stateOf(outbox, 'a')).toBe('sending');
  });

  test('what was sent and got no answer may have arrived: it is neither taken back nor called unsent, but asked about', () => {
    const unanswered = run([written('a'), { type: 'started', aliasId: 'a' }, { type: 'answered', aliasId: 'a', outcome: { kind: 'unknown' }, now: 0, jitter: 0 }]);
    expect(run([{ type: 'takenBack', aliasId: 'a' }], unanswered)).toBe(unanswered);
    expect(run([{ type: 'blocked', taskId: 't1', code: 'customerLeft', retryable: true }], unanswered)).toBe(unanswered);
    expect(nextToSend(unanswered, 0).ready).toHaveLength(1);
    const refused = run([{ type: 'started', aliasId: 'a' }, { type: 'answered', aliasId: 'a', outcome: { kind: 'refused', reason: 'customerLeft', retryable: false }, now: 0, jitter: 0 }], unanswered);
    expect(run([{ type: 'takenBack', aliasId: 'a' }], refused)).toEqual([]);
  });

  test('after a restart nobody knows whether what waits had left already', () => {
    expect(run([{ type: 'takenBack', aliasId: 'a' }], afterRestart(run([written('a')])))).toHaveLength(1);
    const failed = run([written('a'), { type: 'blocked', taskId: 't1', code: 'assetRemoved', retryable: false }]);
    expect(run([{ type: 'takenBack', aliasId: 'a' }], afterRestart(failed))).toEqual([]);
  });

  describe('a message the device cannot show', () => {
    const screened = (...shown: readonly string[]): OutboxEvent => ({ type: 'screened', taskId: 't1', misfit: ({ aliasId }) => (shown.includes(aliasId) ? null : 'unsupportedByDevice') });
    const nothingKnown: OutboxEvent = { type: 'screened', taskId: 't1', misfit: () => 'capabilitiesUnknown' };
    const states = (outbox: Outbox) => outbox.map(({ aliasId, state }) => [aliasId, state.name === 'failed' ? `${state.code}${state.retryable ? ' retryable' : ''}` : state.name]);

    test('is held back when it waits, and may be tried again once it fits; nothing else is touched', () => {
      const waiting = run([written('a'), written('b'), written('c', 't2')]);
      const held = run([screened('b')], waiting);
      expect(states(held)).toEqual([['a', 'unsupportedByDevice'], ['b', 'queued'], ['c', 'queued']]);
      const back = run([screened('a', 'b')], held);
      expect(states(back)).toEqual([['a', 'unsupportedByDevice retryable'], ['b', 'queued'], ['c', 'queued']]);
      expect(states(run([screened()], back))).toEqual([['a', 'unsupportedByDevice'], ['b', 'unsupportedByDevice'], ['c', 'queued']]);
      expect(run([screened('a', 'b')], waiting)).toBe(waiting);
    });

    test('says whether the device cannot or has not said what it can, as it is now', () => {
      const held = run([nothingKnown], run([written('a'), written('b')]));
      expect(states(held)).toEqual([['a', 'capabilitiesUnknown'], ['b', 'capabilitiesUnknown']]);
      expect(run([nothingKnown], held)).toBe(held);
      const known = run([screened('b')], held);
      expect(states(known)).toEqual([['a', 'unsupportedByDevice'], ['b', 'capabilitiesUnknown retryable']]);
      expect(states(run([nothingKnown], known))).toEqual(states(held));
    });

    test('is left to the contact centre when it may have arrived', () => {
      const underWay = run([written('a'), { type: 'started', aliasId: 'a' }]);
      expect(run([screened(), { type: 'barred', aliasId: 'a', code: 'slotsPassed' }], underWay)).toBe(underWay);
      const asked = afterRestart(run([written('a')]));
      expect(run([screened(), { type: 'barred', aliasId: 'a', code: 'slotsPassed' }], asked)).toEqual(asked);
    });

    test('goes as other content under another id, after what was written since', () => {
      const held = run([written('a'), written('b'), { type: 'barred', aliasId: 'a', code: 'slotsPassed' }]);
      expect(states(held)).toEqual([['a', 'slotsPassed'], ['b', 'queued']]);
      const replaced = run([{ type: 'replaced', aliasId: 'a', content: { kind: 'text', text: 'as words' }, as: 'z' }], held);
      expect(replaced.map(({ aliasId, number, content, state }) => [aliasId, number, content, state.name])).toEqual([
        ['z', 3, { kind: 'text', text: 'as words' }, 'queued'], ['b', 2, { kind: 'text', text: 'text of b' }, 'queued'],
      ]);
    });
  });

  describe('a refusal that comes as a frame while a request of the message is under way', () => {
    const refused: OutboxEvent = { type: 'returned', entry: { aliasId: 'a', taskId: 't1', number: 1, content: { kind: 'text', text: 'text of a' }, origin: null, createdAt: 1, attempts: 1, unanswered: true, state: { name: 'queued', notBefore: 0 } }, code: 'rejected', retryable: false };
    const underWay = run([written('a'), written('b'), { type: 'started', aliasId: 'a' }, refused]);
    const answeredWith = (seq: number | null): Outbox => run([{ type: 'answered', aliasId: 'a', outcome: { kind: 'appended', seq }, now: 0, jitter: 0 }], underWay);

    test('lets no later message pass: the request may still arrive', () => {
      expect(nextToSend(underWay, 0).ready).toEqual([]);
    });

    test('was about an earlier request when the answer says where the message stands', () => {
      expect(stateOf(answeredWith(7), 'a')).toBeUndefined();
    });

    test('is the truth when it overtook an answer that only says "taken"', () => {
      expect(stateOf(answeredWith(null), 'a')).toBe('failed');
      expect(nextToSend(answeredWith(null), 0).ready[0]?.aliasId).toBe('b');
    });

    test('leaves a message without an answer to be asked about', () => {
      const unanswered = run([{ type: 'answered', aliasId: 'a', outcome: { kind: 'unknown' }, now: 0, jitter: 0 }], underWay);
      expect(nextToSend(unanswered, 0).ready[0]?.aliasId).toBe('a');
    });
  });

  test('a customer who returns releases what their leaving had blocked', () => {
    const blocked = run([written('a'), { type: 'blocked', taskId: 't1', code: 'customerLeft', retryable: true }]);
    expect(nextToSend(blocked, 0).ready).toEqual([]);
    expect(nextToSend(run([{ type: 'unblocked', taskId: 't1', code: 'customerLeft' }], blocked), 0).ready).toHaveLength(1);
  });

  test('what stands behind a message the customer left before waits with it, also after a restart, and goes behind it', () => {
    const outbox = afterRestart(run([written('a'), written('b'), written('c', 't2')]));
    const left = run([{ type: 'started', aliasId: 'a' }, { type: 'answered', aliasId: 'a', outcome: { kind: 'refused', reason: 'customerLeft', retryable: true }, now: 0, jitter: 0 }], outbox);
    expect(nextToSend(left, 0).ready.map((entry) => entry.aliasId)).toEqual(['c']);
    const back = run([{ type: 'unblocked', taskId: 't1', code: 'customerLeft' }, { type: 'started', aliasId: 'a' }, { type: 'answered', aliasId: 'a', outcome: { kind: 'appended', seq: 1 }, now: 0, jitter: 0 }], left);
    expect(nextToSend(back, 0).ready.map((entry) => entry.aliasId)).toContain('b');
  });

  // The contact centre as a model: it keeps what reaches it once by id, and may answer, stay silent, or lose the answer.
  test('whatever the faults, each message arrives exactly once and in order per conversation', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), task: fc.constantFrom('t1', 't2') }) },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), arrives: fc.boolean(), answers: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let outbox: Outbox = [];
      let now = 0;
      const writtenIds: { readonly id: string; readonly task: string }[] = [];
      const ledger: { readonly id: string; readonly task: string }[] = [];
      const sendAll = (arrives: boolean, answers: boolean): void => {
        now += 20_000;
        for (const entry of nextToSend(outbox, now).ready) {
          outbox = outboxReduce(outbox, { type: 'started', aliasId: entry.aliasId });
          if (arrives && !ledger.some((one) => one.id === entry.aliasId)) ledger.push({ id: entry.aliasId, task: entry.taskId });
          const outcome = arrives && answers ? ({ kind: 'appended', seq: ledger.length } as const) : ({ kind: 'unknown' } as const);
          outbox = outboxReduce(outbox, { type: 'answered', aliasId: entry.aliasId, outcome, now, jitter: 0.9 });
        }
      };
      for (const one of steps) {
        if (one.kind === 'write') {
          const id = `m${String(writtenIds.length)}`;
          writtenIds.push({ id, task: one.task });
          outbox = outboxReduce(outbox, written(id, one.task));
        } else if (one.kind === 'send') sendAll(one.arrives, one.answers);
        else outbox = outboxReduce(outbox, { type: 'resumed' });
      }
      for (let rest = outbox.length; rest > 0 && outbox.length > 0; rest -= 1) sendAll(true, true);
      while (outbox.length > 0) sendAll(true, true);
      for (const task of ['t1', 't2']) {
        expect(ledger.filter((one) => one.task === task).map((one) => one.id)).toEqual(writtenIds.filter((one) => one.task === task).map((one) => one.id));
      }
    }));
  });
});
