import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialSession, stepSession } from './session-machine.ts';
import { connectionOf, DEAD_MS, DISPLACED_MS, SILENT_MS, STABLE_MS, STEP_LIMIT_MS, type AttemptFailure, type SessionEffect, type SessionInput, type SessionState } from './session-state.ts';

const epochOf = (state: SessionState): number => (state.phase === 'idle' ? state.epoch : state.session.epoch);

function rig(chance = 0.5) {
  let state: SessionState = initialSession;
  let now = 1_000_000;
  let effects: readonly SessionEffect[] = [];
  const put = (input: SessionInput): readonly SessionEffect[] => {
    [state, effects] = stepSession(state, input, now, chance);
    return effects;
  };
  const at = (): number => epochOf(state);
  const climb = (taskIds: readonly string[] = []): void => {
    put({ type: 'subscribed', epoch: at(), url: 'ws://127.0.0.1/x' });
    for (const type of ['socketOpened', 'welcome', 'configured'] as const) put({ type, epoch: at() });
    put({ type: 'loggedIn', epoch: at(), taskIds, by: 'reload' });
    for (const taskId of taskIds) put({ type: 'taskSeen', epoch: at(), taskId });
  };
  return {
    put, climb, epoch: at,
    state: () => state,
    connection: () => connectionOf(state),
    types: () => effects.map((effect) => effect.type),
    pass: (ms: number) => { now += ms; },
    now: () => now,
  };
}

const started = (chance?: number) => {
  const machine = rig(chance);
  machine.put({ type: 'start' });
  return machine;
};
const live = (chance?: number) => {
  const machine = started(chance);
  machine.climb();
  return machine;
};

describe('the way up', () => {
  it('goes through every step and is live when every named task has come', () => {
    const machine = started();
    expect(machine.types()).toContain('subscribe');
    machine.climb(['t1', 't2']);
    expect(machine.connection()).toEqual({ state: 'live', syncedAt: machine.now() });
    expect(machine.types()).toEqual(['clearTimer', 'hydrated']);
  });

  it('sends a sign of life as soon as the socket is open', () => {
    const machine = started();
    machine.put({ type: 'subscribed', epoch: 1, url: 'ws://127.0.0.1/x' });
    expect(machine.put({ type: 'socketOpened', epoch: 1 })).toContainEqual({ type: 'sendKeepalive' });
  });

  it('asks for a team when the agent is not logged in, without a limit, and goes on after the login', () => {
    const machine = started();
    machine.put({ type: 'subscribed', epoch: 1, url: 'ws://127.0.0.1/x' });
    for (const type of ['socketOpened', 'welcome', 'configured'] as const) machine.put({ type, epoch: 1 });
    expect(machine.put({ type: 'notLoggedIn', epoch: 1 })).toEqual([{ type: 'clearTimer', name: 'limit' }, { type: 'loginNeeded' }]);
    machine.put({ type: 'loggedIn', epoch: 1, taskIds: [], by: 'login' });
    expect(machine.connection().state).toBe('live');
  });

  it('logs in again by itself after a reconnect, and asks for a team when that is refused', () => {
    const machine = live();
    machine.pass(STABLE_MS);
    machine.put({ type: 'socketClosed', epoch: 1 });
    machine.put({ type: 'subscribed', epoch: 2, url: 'ws://127.0.0.1/x' });
    for (const type of ['socketOpened', 'welcome', 'configured'] as const) machine.put({ type, epoch: 2 });
    expect(machine.put({ type: 'notLoggedIn', epoch: 2 })).toContainEqual({ type: 'relogin', epoch: 2 });
    expect(machine.put({ type: 'reloginRefused', epoch: 2 })).toContainEqual({ type: 'loginNeeded' });
    expect(machine.connection()).toEqual({ state: 'connecting', attempt: 1 });
  });

  it('takes the rest when a named task does not come twice', () => {
    const machine = live();
    machine.pass(STABLE_MS);
    machine.put({ type: 'socketClosed', epoch: 1 });
    for (const round of [2, 3]) {
      machine.put({ type: 'subscribed', epoch: round, url: 'ws://127.0.0.1/x' });
      for (const type of ['socketOpened', 'welcome', 'configured'] as const) machine.put({ type, epoch: round });
      machine.put({ type: 'loggedIn', epoch: round, taskIds: ['ghost'], by: 'reload' });
      machine.pass(STEP_LIMIT_MS);
      machine.put({ type: 'timer', name: 'limit' });
      if (round === 2) machine.put({ type: 'timer', name: 'retry' });
    }
    expect(machine.types()).toEqual(['clearTimer', 'hydrated']);
    expect(machine.connection().state).toBe('live');
  });
});

describe('a first connection', () => {
  it.each<[AttemptFailure, number, string]>([
    ['unreachable', 3, 'centreUnreachable'], ['busy', 3, 'centreUnreachable'], ['refused', 1, 'centreRefused'], ['forbidden', 1, 'forbidden'],
  ])('that fails as %s ends after %i tries with %s', (why, tries, code) => {
    const machine = started();
    let last: readonly SessionEffect[] = [];
    for (let round = 1; round <= tries; round += 1) {
      expect(machine.state().phase).not.toBe('idle');
      last = machine.put({ type: 'failed', epoch: machine.epoch(), failure: why });
      machine.put({ type: 'timer', name: 'retry' });
    }
    expect(last).toContainEqual({ type: 'stopped', reason: { kind: 'failed', failure: { code } } });
    expect(machine.put({ type: 'wake' })).toEqual([]);
  });

  it('never gives up once the centre has answered', () => {
    const machine = live();
    for (let round = 0; round < 50; round += 1) {
      machine.put({ type: 'failed', epoch: machine.epoch(), failure: 'refused' });
      machine.put({ type: 'timer', name: 'retry' });
    }
    expect(machine.connection().state).toBe('lost');
  });
});

describe('a loss', () => {
  it('is followed by a try at once, then by growing waits below 15 s', () => {
    const machine = live(0.999);
    machine.pass(STABLE_MS);
    expect(machine.put({ type: 'socketClosed', epoch: 1 })).toContainEqual({ type: 'subscribe', epoch: 2, force: true });
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const wait = machine.put({ type: 'failed', epoch: machine.epoch(), failure: 'unreachable' }).find((effect) => effect.type === 'setTimer');
      waits.push(wait?.type === 'setTimer' ? wait.ms : -1);
      machine.put({ type: 'timer', name: 'retry' });
    }
    expect(waits.slice(0, 5)).toEqual([500, 999, 1998, 3996, 7992]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
  });

  it('soon after a reconnect waits, so that a centre that drops everyone is not stormed', () => {
    const machine = live();
    machine.put({ type: 'socketClosed', epoch: 1 });
    expect(machine.state().phase).toBe('waiting');
  });

  it('of connections that go at once keeps the waits short, because the centre is there', () => {
    const machine = live(0.999);
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const wait = machine.put({ type: 'socketClosed', epoch: machine.epoch() }).find((effect) => effect.type === 'setTimer');
      waits.push(wait?.type === 'setTimer' ? wait.ms : -1);
      machine.put({ type: 'timer', name: 'retry' });
      machine.climb();
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(2_000);
  });

  it('is told after 8 s of silence, and made good by any frame', () => {
    const machine = live();
    const since = machine.now();
    machine.pass(SILENT_MS);
    machine.put({ type: 'timer', name: 'silence' });
    expect(machine.connection()).toMatchObject({ state: 'lost', since });
    machine.put({ type: 'frame', epoch: 1 });
    expect(machine.connection().state).toBe('live');
  });

  it('is a dead socket after 16 s', () => {
    const machine = live();
    machine.pass(SILENT_MS);
    expect(machine.put({ type: 'timer', name: 'silence' })).toEqual([{ type: 'setTimer', name: 'silence', ms: DEAD_MS - SILENT_MS }]);
    machine.pass(DEAD_MS - SILENT_MS);
    expect(machine.put({ type: 'timer', name: 'silence' })).toContainEqual({ type: 'subscribe', epoch: 2, force: true });
  });

  it('keeps its time over all tries', () => {
    const machine = live();
    const at = machine.now();
    machine.put({ type: 'socketClosed', epoch: 1 });
    machine.pass(5_000);
    machine.put({ type: 'timer', name: 'retry' });
    machine.put({ type: 'failed', epoch: machine.epoch(), failure: 'busy' });
    expect(machine.connection()).toMatchObject({ state: 'lost', since: at });
  });
});

describe('a wake', () => {
  it('tries at once and forgets the waits', () => {
    const machine = live();
    machine.put({ type: 'socketClosed', epoch: 1 });
    expect(machine.put({ type: 'wake' })).toContainEqual({ type: 'subscribe', epoch: 2, force: true });
    expect(machine.connection()).toMatchObject({ attempt: 1 });
  });

  it('asks an open socket for a sign of life and replaces it when none comes', () => {
    const machine = live();
    const drained = { type: 'timer', name: 'probe' } as const;
    machine.put({ type: 'wake' });
    expect(machine.put(drained)).toContainEqual({ type: 'sendKeepalive' });
    machine.put({ type: 'frame', epoch: 1 });
    machine.put({ type: 'timer', name: 'probe' });
    expect(machine.connection().state).toBe('live');
    machine.put({ type: 'wake' });
    machine.put(drained);
    machine.pass(STABLE_MS);
    expect(machine.put({ type: 'timer', name: 'probe' })).toContainEqual({ type: 'subscribe', epoch: 2, force: true });
  });

  it('takes nothing that came before or during the sleep for a sign of life', () => {
    const machine = live();
    machine.pass(STABLE_MS);
    machine.put({ type: 'wake' });
    machine.put({ type: 'frame', epoch: 1 });
    machine.put({ type: 'timer', name: 'probe' });
    expect(machine.put({ type: 'timer', name: 'probe' })).toContainEqual({ type: 'subscribe', epoch: 2, force: true });
  });

  it('is one with the wakes that come right after it', () => {
    const machine = live();
    machine.put({ type: 'wake' });
    expect(machine.put({ type: 'wake' })).toEqual([]);
    machine.put({ type: 'timer', name: 'probe' });
    expect(machine.put({ type: 'wake' })).toEqual([]);
  });

  it('replaces an attempt from before the sleep', () => {
    const machine = started();
    machine.pass(60_000);
    expect(machine.put({ type: 'wake' })).toContainEqual({ type: 'subscribe', epoch: 2, force: true });
  });
});

describe('the word that the agent is signed in elsewhere', () => {
  const displaced = () => {
    const machine = live();
    machine.put({ type: 'multiLogin' });
    return machine;
  };

  it('closes the line, and is asked about a little later without displacing anybody', () => {
    const machine = displaced();
    expect(machine.types()).toContain('closeSocket');
    expect(machine.connection()).toMatchObject({ state: 'lost', nextTryAt: machine.now() + DISPLACED_MS });
    expect(machine.put({ type: 'timer', name: 'retry' })).toContainEqual({ type: 'subscribe', epoch: 2, force: false });
  });

  it('is believed when the contact centre refuses to let this place in', () => {
    const machine = displaced();
    machine.put({ type: 'timer', name: 'retry' });
    expect(machine.put({ type: 'failed', epoch: 2, failure: 'forbidden' })).toContainEqual({ type: 'stopped', reason: { kind: 'signedInElsewhere' } });
    expect(machine.connection()).toEqual({ state: 'offline' });
  });

  it('was our own late request when it does: the session goes on, and the next loss is mended with force again', () => {
    const machine = displaced();
    machine.put({ type: 'timer', name: 'retry' });
    machine.climb();
    expect(machine.connection().state).toBe('live');
    machine.pass(STABLE_MS);
    expect(machine.put({ type: 'socketClosed', epoch: 2 })).toContainEqual({ type: 'subscribe', epoch: 3, force: true });
  });

  it('is asked about without force until there is an answer', () => {
    const machine = displaced();
    machine.put({ type: 'timer', name: 'retry' });
    machine.put({ type: 'failed', epoch: 2, failure: 'unreachable' });
    expect(machine.put({ type: 'wake' })).toContainEqual({ type: 'subscribe', epoch: 3, force: false });
  });

  it('ends with "Continue here", which is a new start, with force', () => {
    const machine = displaced();
    machine.put({ type: 'timer', name: 'retry' });
    machine.put({ type: 'failed', epoch: 2, failure: 'forbidden' });
    expect(machine.put({ type: 'start' })).toContainEqual({ type: 'subscribe', epoch: 3, force: true });
  });
});

describe('the end', () => {
  it.each<[SessionInput, SessionEffect]>([
    [{ type: 'unauthorised' }, { type: 'stopped', reason: { kind: 'tokenRefused' } }],
    [{ type: 'loggedOut', by: null }, { type: 'stopped', reason: { kind: 'signedOut' } }],
    [{ type: 'loggedOut', by: 'Priya' }, { type: 'stopped', reason: { kind: 'signedOutBy', name: 'Priya' } }],
  ])('%j closes everything and says why', (input, effect) => {
    const machine = live();
    const effects = machine.put(input);
    expect(effects).toContainEqual(effect);
    expect(effects).toContainEqual({ type: 'closeSocket' });
    expect(machine.connection()).toEqual({ state: 'offline' });
  });
});

/** Any input at any time, also late answers of older attempts. */
const anyInput = (epoch: number) => {
  const late = fc.constantFrom(epoch, epoch, epoch, Math.max(0, epoch - 1));
  return fc.oneof(
    fc.constantFrom<SessionInput>({ type: 'start' }, { type: 'stop' }, { type: 'wake' }, { type: 'unauthorised' }, { type: 'multiLogin' }),
    fc.record({ type: fc.constant('timer' as const), name: fc.constantFrom('limit', 'retry', 'keepalive', 'silence', 'probe') }),
    fc.record({ type: fc.constant('subscribed' as const), epoch: late, url: fc.constant('ws://127.0.0.1/x') }),
    fc.record({ type: fc.constantFrom('socketClosed', 'frame', 'socketOpened', 'welcome', 'configured', 'notLoggedIn', 'reloginRefused'), epoch: late }),
    fc.record({ type: fc.constant('failed' as const), epoch: late, failure: fc.constantFrom('unreachable', 'busy', 'refused', 'forbidden', 'closed', 'timedOut') }),
    fc.record({ type: fc.constant('loggedIn' as const), epoch: late, taskIds: fc.subarray(['a', 'b']), by: fc.constantFrom('login', 'reload') }),
    fc.record({ type: fc.constant('taskSeen' as const), epoch: late, taskId: fc.constantFrom('a', 'b') }),
  ) as fc.Arbitrary<SessionInput>;
};

it('keeps its promises whatever happens', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }), fc.array(fc.nat(20_000), { minLength: 1, maxLength: 120 }), (chances, waits) => {
      let state: SessionState = initialSession;
      let now = 1_000_000;
      const timers = new Set<string>();
      let socketOpen = false;
      for (const [index, wait] of waits.entries()) {
        now += wait;
        const seed = chances[index] ?? 0;
        const [input] = fc.sample(anyInput(epochOf(state)), { numRuns: 1, seed });
        if (input === undefined) continue;
        if (input.type === 'timer' && !timers.delete(input.name)) continue;
        const before = state;
        const [next, effects] = stepSession(state, input, now, (seed % 100) / 100);
        state = next;
        for (const effect of effects) {
          if (effect.type === 'setTimer') {
            expect(effect.ms).toBeGreaterThanOrEqual(0);
            expect(effect.ms).toBeLessThanOrEqual(DEAD_MS);
            timers.add(effect.name);
          }
          if (effect.type === 'clearTimer') timers.delete(effect.name);
          if (effect.type === 'openSocket') socketOpen = true;
          if (effect.type === 'closeSocket') socketOpen = false;
        }
        expect(epochOf(next)).toBeGreaterThanOrEqual(epochOf(before));
        // Nothing is left behind once it is over, and as long as it is not, something will move it on.
        if (state.phase === 'idle') {
          expect(timers.size).toBe(0);
          expect(socketOpen).toBe(false);
        }
        if (state.phase === 'waiting') expect(timers).toContain('retry');
        if (state.phase === 'trying' && state.stage.name !== 'loginNeeded') expect(timers).toContain('limit');
        if (state.phase === 'live' || (state.phase === 'trying' && 'line' in state.stage)) {
          expect(timers).toContain('silence');
          expect(timers).toContain('keepalive');
          expect(socketOpen).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
