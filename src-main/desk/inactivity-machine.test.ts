// Inactivity as a table, and as a model: nobody is signed out without a whole minute's warning, and never of a task.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt, inactivityReduce, resting, WARNING_MS, type Inactivity, type InactivityEvent } from './inactivity-machine.ts';

const LIMIT = 5 * 60_000;
const watching: Inactivity = { name: 'watching', since: 0, limitMs: LIMIT };
const warned: Inactivity = { name: 'warned', endsAt: LIMIT, limitMs: LIMIT };
const signingOut: Inactivity = { name: 'signingOut', limitMs: LIMIT };
const late = LIMIT + 3_600_000;

test.each<readonly [string, Inactivity, InactivityEvent, Inactivity]>([
  ['a policy begins to hold', resting, { type: 'rule', limitMs: LIMIT, now: 0 }, watching],
  ['the same policy again changes nothing', warned, { type: 'rule', limitMs: LIMIT, now: 9 }, warned],
  ['another limit starts over', warned, { type: 'rule', limitMs: 2 * LIMIT, now: 9 }, { name: 'watching', since: 9, limitMs: 2 * LIMIT }],
  ['a task is opened during the warning', warned, { type: 'rule', limitMs: null, now: 9 }, resting],
  ['input before the warning', watching, { type: 'input', now: 7 }, { ...watching, since: 7 }],
  ['input during the warning is no answer', warned, { type: 'input', now: 7 }, warned],
  ['too early to warn', watching, { type: 'looked', now: LIMIT - WARNING_MS - 1 }, watching],
  ['time to warn', watching, { type: 'looked', now: LIMIT - WARNING_MS }, warned],
  ['the computer slept: still a minute', watching, { type: 'looked', now: late }, { name: 'warned', endsAt: late + WARNING_MS, limitMs: LIMIT }],
  ['Stay signed in', warned, { type: 'stayed', now: LIMIT - 1 }, { ...watching, since: LIMIT - 1 }],
  ['too early to sign out', warned, { type: 'looked', now: LIMIT - 1 }, warned],
  ['nobody answered', warned, { type: 'looked', now: LIMIT }, signingOut],
  ['the contact centre refused', signingOut, { type: 'refused', now: late }, { ...watching, since: late }],
  ['nothing else moves a sign-out', signingOut, { type: 'stayed', now: late }, signingOut],
  ['at rest nothing counts', resting, { type: 'input', now: 1 }, resting],
])('%s', (_, before, event, after) => {
  expect(inactivityReduce(before, event)).toEqual(after);
});

test('whatever happens in whatever order: a sign-out comes after a minute of warning in which nobody answered and no task was open', () => {
  const steps = fc.array(fc.record({ type: fc.constantFrom('ruleOn', 'ruleOff', 'input', 'stayed', 'looked', 'refused'), after: fc.nat({ max: 20 * 60_000 }) }), { maxLength: 60 });
  fc.assert(fc.property(steps, (all) => {
    let [state, now, warnedAt]: [Inactivity, number, number | null] = [resting, 0, null];
    for (const { type, after } of all) {
      now += after;
      const event: InactivityEvent = type === 'ruleOn' ? { type: 'rule', limitMs: LIMIT, now } : type === 'ruleOff' ? { type: 'rule', limitMs: null, now } : { type: type as 'input', now };
      const before = state;
      state = inactivityReduce(before, event);
      if (state.name === 'warned' && before.name !== 'warned') warnedAt = now;
      if (state.name === 'signingOut' && before.name !== 'signingOut') {
        expect(before.name).toBe('warned');
        expect(now - (warnedAt ?? now)).toBeGreaterThanOrEqual(WARNING_MS);
      }
      const due = dueAt(state);
      expect(due === null).toBe(state.name === 'resting' || state.name === 'signingOut');
    }
  }));
});
