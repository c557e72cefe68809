import { describe, expect, test } from 'vitest';
import { ok } from '../../src-shared/domain/result.ts';
import { emptyView, type DeskView } from '../../src-shared/ipc/view.ts';
import type { Patch } from '../../src-shared/ipc/patch.ts';
import { runCommand, turnsMaskingOn } from './bridge.ts';
import { createPublisher } from './publisher.ts';

const app = { version: '1', electronVersion: '1', platform: 'linux', locale: 'en', theme: 'system', contrast: 'system', masking: true } as const;

describe('commands from the page', () => {
  const calls: unknown[] = [];
  const desk = { command: (name: string, args: unknown) => { calls.push([name, args]); return Promise.resolve(ok(null as never)); } };
  const call = async (payload: unknown): Promise<{ readonly accepted: boolean; readonly refused: readonly string[] }> => {
    calls.length = 0;
    const refused: string[] = [];
    await runCommand(desk, payload, (name) => refused.push(name));
    return { accepted: calls.length === 1, refused };
  };

  test('a call that fits the contract reaches the desk', async () => {
    expect(await call({ name: 'task.accept', args: { taskId: 't1' } })).toEqual({ accepted: true, refused: [] });
  });

  test.each([
    ['no object', 'task.accept'],
    ['an unknown command', { name: 'task.delete', args: {} }],
    ['a name of every object', { name: 'constructor', args: {} }],
    ['__proto__', { name: '__proto__', args: {} }],
    ['a missing argument', { name: 'task.accept', args: {} }],
    ['an unknown key', { name: 'task.accept', args: { taskId: 't1', force: true } }],
    ['a wrong type', { name: 'task.accept', args: { taskId: 1 } }],
    ['an oversized text', { name: 'conversation.send', args: { taskId: 't1', text: 'x'.repeat(400_001) } }],
    ['a key beside the call', { name: 'task.accept', args: { taskId: 't1' }, extra: 1 }],
    ['nothing', undefined],
  ])('%s is refused', async (_what, payload) => {
    const { accepted, refused } = await call(payload);
    expect(accepted).toBe(false);
    expect(refused).toHaveLength(1);
  });
});

test.each([
  ['on', [{ p: ['app', 'masking'], v: true }], true],
  ['off', [{ p: ['app', 'masking'], v: false }], false],
  ['not touched', [{ p: ['tasks', 't', 'unread'], v: 1 }], false],
])('a patch that turns masking %s', (_what, operations, expected) => {
  expect(turnsMaskingOn({ revision: 2, operations })).toBe(expected);
});

describe('publisher', () => {
  /** A clock that runs when told to. */
  function clock(): { readonly now: () => number; readonly setTimer: (ms: number, run: () => void) => () => void; readonly pass: (ms: number) => void } {
    let time = 1000;
    const timers = new Set<{ readonly at: number; readonly run: () => void }>();
    return {
      now: () => time,
      setTimer: (ms, run) => {
        const timer = { at: time + ms, run };
        timers.add(timer);
        return () => { timers.delete(timer); };
      },
      pass: (ms) => {
        time += ms;
        for (const timer of [...timers]) {
          if (timer.at > time) continue;
          timers.delete(timer);
          timer.run();
        }
      },
    };
  }

  test('a burst of changes is one patch, and revisions have no gap', () => {
    let view: DeskView = emptyView(app);
    const patches: Patch[] = [];
    const time = clock();
    const publisher = createPublisher(() => view, (patch) => patches.push(patch), time);
    expect(publisher.snapshot().revision).toBe(1);
    for (const attempt of [1, 2, 3]) {
      view = { ...view, connection: { state: 'connecting', attempt } };
      publisher.changed();
    }
    time.pass(0);
    expect(patches).toEqual([{ revision: 2, operations: [{ p: ['connection', 'state'], v: 'connecting' }, { p: ['connection', 'attempt'], v: 3 }] }]);
    view = { ...view, connection: { state: 'live', syncedAt: 5 } };
    publisher.changed();
    time.pass(1);
    expect(patches).toHaveLength(1);
    time.pass(16);
    expect(patches.at(-1)?.revision).toBe(3);
  });

  test('a change that changes nothing sends nothing', () => {
    const patches: Patch[] = [];
    const time = clock();
    const publisher = createPublisher(() => emptyView(app), (patch) => patches.push(patch), time);
    publisher.snapshot();
    publisher.changed();
    time.pass(20);
    expect(patches).toEqual([]);
  });
});
