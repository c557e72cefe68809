import { beforeEach, describe, expect, test } from 'vitest';
import { createDraftKeeper, DRAFT_DELAY, joinDrafts } from './draft-keeper.ts';
import type { DraftKeeper } from './draft-keeper.ts';

let saved: [string, string][];
let timers: { at: number; run: () => void }[];
let now: number;
let keeper: DraftKeeper;

function pass(ms: number): void {
  now += ms;
  const due = timers.filter((timer) => timer.at <= now);
  timers = timers.filter((timer) => timer.at > now);
  for (const timer of due) timer.run();
}

beforeEach(() => {
  saved = [];
  timers = [];
  now = 0;
  keeper = createDraftKeeper(
    (taskId, text) => saved.push([taskId, text]),
    (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => { timers = timers.filter((other) => other !== timer); };
    },
  );
});

describe('the draft keeper', () => {
  test('saves the newest text once, 150 ms after the first key, also while typing goes on', () => {
    keeper.typed('t', 'H');
    pass(DRAFT_DELAY - 1);
    keeper.typed('t', 'He');
    expect(saved).toEqual([]);
    pass(1);
    expect(saved).toEqual([['t', 'He']]);
    pass(1_000);
    expect(saved).toHaveLength(1);
  });

  test('flush saves at once and only once', () => {
    keeper.typed('t', 'Hello');
    keeper.flush();
    keeper.flush();
    pass(DRAFT_DELAY);
    expect(saved).toEqual([['t', 'Hello']]);
  });

  test('typing in another conversation saves the first one before', () => {
    keeper.typed('a', 'one');
    keeper.typed('b', 'two');
    expect(saved).toEqual([['a', 'one']]);
    pass(DRAFT_DELAY);
    expect(saved).toEqual([['a', 'one'], ['b', 'two']]);
  });

  test('what was sent is not saved as a draft afterwards', () => {
    keeper.typed('t', 'Hello');
    keeper.sent('t');
    pass(DRAFT_DELAY);
    expect(saved).toEqual([]);
  });

  test('a send in one conversation leaves the draft of another alone', () => {
    keeper.typed('a', 'one');
    keeper.sent('b');
    pass(DRAFT_DELAY);
    expect(saved).toEqual([['a', 'one']]);
  });
});

test('text that comes back replaces nothing', () => {
  expect(joinDrafts('Hello', '')).toBe('Hello');
  expect(joinDrafts('Hello', ' \n')).toBe('Hello');
  expect(joinDrafts('Hello', 'and more')).toBe('Hello\nand more');
});
