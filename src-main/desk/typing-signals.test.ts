import { beforeEach, describe, expect, test } from 'vitest';
import { createTypingSignals, TYPING_IDLE_MS, type TypingSignals } from './typing-signals.ts';

let told: string[];
let locked: Set<string>;
let timers: { readonly at: number; readonly run: () => void }[];
let now: number;
let signals: TypingSignals;

const pass = (ms: number): void => {
  now += ms;
  const due = timers.filter((timer) => timer.at <= now);
  timers = timers.filter((timer) => timer.at > now);
  for (const timer of due) timer.run();
};

beforeEach(() => {
  told = [];
  locked = new Set();
  timers = [];
  now = 0;
  signals = createTypingSignals((taskId, active) => told.push(`${taskId} ${active ? 'start' : 'end'}`), (taskId) => !locked.has(taskId), (ms, run) => {
    const timer = { at: now + ms, run };
    timers.push(timer);
    return () => { timers = timers.filter((other) => other !== timer); };
  });
});

describe('typing signals', () => {
  test('one start however long the agent writes, one end when nothing more is typed', () => {
    for (let text = 'H'; text.length < 200; text += 'a') {
      signals.wrote('t', text);
      pass(150);
    }
    expect(told).toEqual(['t start']);
    pass(TYPING_IDLE_MS - 151);
    expect(told).toEqual(['t start']);
    pass(1);
    expect(told).toEqual(['t start', 't end']);
    pass(TYPING_IDLE_MS);
    expect(told).toHaveLength(2);
  });

  test('an emptied box and a sent message end it at once, and only once', () => {
    signals.wrote('t', 'Hello');
    signals.wrote('t', ' ');
    expect(told).toEqual(['t start', 't end']);
    signals.wrote('t', 'Again');
    signals.ended();
    signals.ended();
    pass(TYPING_IDLE_MS);
    expect(told).toEqual(['t start', 't end', 't start', 't end']);
  });

  test('writing in another conversation ends it in the first', () => {
    signals.wrote('a', 'one');
    signals.wrote('b', 'two');
    signals.wrote('a', '');
    expect(told).toEqual(['a start', 'a end', 'b start']);
  });

  test('a locked conversation hears nothing, not even the end', () => {
    signals.wrote('t', 'Hello');
    locked.add('t');
    pass(TYPING_IDLE_MS);
    signals.wrote('t', 'Hello again');
    expect(told).toEqual(['t start']);
  });

  test('blanks are not writing', () => {
    signals.wrote('t', '\n ');
    expect(told).toEqual([]);
  });
});
