// Automatic wrap-up: submits at zero what was chosen or the default, once, and tries again what was refused.
import { expect, test } from 'vitest';
import { failure, type Failure } from '../../src-shared/domain/failure.ts';
import { plainText } from '../../src-shared/domain/masking.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { handClock } from '../centre/test-rig.ts';
import { RETRY_MS, watchAutoWrapUp } from './auto-wrap-up.ts';
import { agentSlice } from './slices/agent.ts';
import { tasksSlice } from './slices/tasks.ts';
import { makeStore } from './store.ts';

const facts = {
  customerName: plainText('Melissa'), initials: 'M', customerNumber: plainText(''), sourceNumber: plainText(''), queueName: 'Repairs', agents: [], associatedData: [],
};

function stage(answers: Result<null>[]) {
  const clock = handClock(1_000);
  const store = makeStore();
  const submitted: string[] = [];
  const refused: Failure[] = [];
  store.dispatch(agentSlice.actions.profileRead({
    agentId: 'me', name: 'Sanne', orgId: 'o', orgName: '', teams: [], defaultDialNumber: '', idleCodes: [], capacity: 5, channels: { social: 5, chat: 0, email: 0, telephony: 0 }, agentProfileId: 'p',
    wrapUpCodes: [{ id: 'w1', name: 'Repair', isDefault: false }, { id: 'w2', name: 'Other', isDefault: true }],
  }));
  const stop = watchAutoWrapUp({
    store, clock,
    submit: (taskId, auxCodeId, notes) => {
      submitted.push(`${taskId} ${auxCodeId} ${notes}`);
      return Promise.resolve(answers.shift() ?? ok(null));
    },
    onRefused: (_taskId, problem) => { refused.push(problem); },
  });
  store.dispatch(tasksSlice.actions.upserted({ taskId: 't1', phase: { name: 'wrapUp', since: 1_000, cause: 'ended' }, facts }));
  store.dispatch(tasksSlice.actions.autoWrapUpSet({ taskId: 't1', at: 6_000 }));
  return { clock, store, submitted, refused, stop };
}

test('the default reason when nothing was chosen, at the second it is due and once', () => {
  const { clock, submitted } = stage([]);
  clock.advance(4_999);
  expect(submitted).toEqual([]);
  clock.advance(1);
  expect(submitted).toEqual(['t1 w2 ']);
  clock.advance(60_000);
  expect(submitted).toHaveLength(1);
});

test('what was chosen and written goes before the default, and more time is more time', () => {
  const { clock, store, submitted } = stage([]);
  store.dispatch(tasksSlice.actions.wrapUpDrafted({ taskId: 't1', draft: { auxCodeId: 'w1', notes: 'Visit' } }));
  store.dispatch(tasksSlice.actions.autoWrapUpSet({ taskId: 't1', at: 66_000 }));
  clock.advance(60_000);
  expect(submitted).toEqual([]);
  clock.advance(5_000);
  expect(submitted).toEqual(['t1 w1 Visit']);
});

test('what is refused is told and tried again', async () => {
  const { clock, submitted, refused } = stage([fail(failure('refusedByCentre'))]);
  clock.advance(5_000);
  await Promise.resolve();
  await Promise.resolve();
  expect(refused.map(({ code }) => code)).toEqual(['refusedByCentre']);
  clock.advance(RETRY_MS);
  expect(submitted).toHaveLength(2);
});

test('a wrap-up the agent submits by hand takes the clock away', () => {
  const { clock, store, submitted } = stage([]);
  store.dispatch(tasksSlice.actions.removed('t1'));
  clock.advance(60_000);
  expect(submitted).toEqual([]);
  expect(clock.pending()).toBe(0);
});
