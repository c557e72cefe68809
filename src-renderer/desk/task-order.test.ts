// The order in which tasks are shown.
import { describe, expect, it } from 'vitest';
import { aTask, offeredAt, tasksOf } from './fixtures.ts';
import { acceptableIds, conversationIds, offerIds, requestIds } from './task-order.ts';

const offers = tasksOf(
  aTask('second', { phase: offeredAt(200) }),
  aTask('first', { phase: offeredAt(100) }),
  aTask('third', { phase: { name: 'reserved', since: 300 } }),
  aTask('chat'),
);

describe('requests', () => {
  it('are latest first in the list and earliest first in the popovers', () => {
    expect(requestIds(offers)).toEqual(['third', 'second', 'first']);
    expect(offerIds(offers)).toEqual(['first', 'second', 'third']);
  });

  it('that came together keep one order, the same in both places', () => {
    const together = tasksOf(aTask('b', { phase: offeredAt(1) }), aTask('a', { phase: offeredAt(1) }));
    expect(offerIds(together)).toEqual(['a', 'b']);
    expect(requestIds(together)).toEqual(['b', 'a']);
  });
});

describe('conversations', () => {
  const chats = tasksOf(
    aTask('answered', { lastActivityAt: 900 }),
    aTask('answeredLater', { lastActivityAt: 950 }),
    aTask('waitsShort', { unansweredSince: 500, lastActivityAt: 700 }),
    aTask('waitsLong', { unansweredSince: 100, lastActivityAt: 800 }),
    aTask('ended', { phase: { name: 'wrapUp', since: 990, cause: 'ended', durationMs: 1, autoAt: null, canExtend: false, draft: { auxCodeId: null, notes: '' } }, unansweredSince: 1, lastActivityAt: 990 }),
    aTask('offer', { phase: offeredAt(1) }),
  );

  it('by longest wait: who waits, then who was answered, then what has ended', () => {
    expect(conversationIds(chats, 'longestWait')).toEqual(['waitsLong', 'waitsShort', 'answeredLater', 'answered', 'ended']);
  });

  it('by newest', () => {
    expect(conversationIds(chats, 'newest')).toEqual(['ended', 'answeredLater', 'answered', 'waitsLong', 'waitsShort']);
  });
});

describe('accepting several at once', () => {
  it('takes the earliest that capacity allows', () => {
    expect(acceptableIds(offers, 5)).toEqual(['first', 'second']);
    expect(acceptableIds(offers, 2)).toEqual(['first']);
    expect(acceptableIds(offers, 1)).toEqual([]);
  });

  it('does not count one that is being accepted twice', () => {
    const busy = tasksOf(aTask('a', { phase: offeredAt(1), busy: 'accept' }), aTask('b', { phase: offeredAt(2) }), aTask('c', { phase: offeredAt(3) }));
    expect(acceptableIds(busy, 2)).toEqual(['b']);
  });
});
