// Puts the model together: state, ledger and timers; every operation is followed by a look at the queues.
import { AVAILABLE_AUX_CODE } from '../../src-shared/domain/agent.ts';
import { defaultPolicy } from '../../src-shared/domain/policy.ts';
import type { WxPolicy } from '../../src-shared/wxcc/policy.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { PolicyPatch, SettingsPatch } from '../organisation/scenario.ts';
import type { Cancel, Clock } from '../time/clock.ts';
import type { Random } from '../time/random.ts';
import { startSession } from './agents.ts';
import { createLedger } from './ledger.ts';
import { routeWaiting } from './routing.ts';
import type { Agent, Asset, Happening, Outgoing, Settings, World } from './types.ts';

const DAY = 86_400_000;

export const defaultSettings: Settings = {
  ronaTimeoutMs: 30_000, capacity: 5, reserveMs: 250, pace: 1, colleagueStayMs: 120_000, tokenLifetimeMs: 14 * DAY, disconnectIdleMs: 50_000, webhook: null,
};

const startPolicy: WxPolicy = {
  ...defaultPolicy,
  wrapUp: { ...defaultPolicy.wrapUp },
  attachments: { ...defaultPolicy.attachments, mimeTypes: [] },
  unanswered: { ...defaultPolicy.unanswered },
  notifications: { maxVisible: 5, seconds: 10 },
};

/** What is given replaces what was; parts are merged, not replaced. */
export const mergePolicy = (policy: WxPolicy, patch: PolicyPatch): WxPolicy => ({
  masking: patch.masking ?? policy.masking,
  wrapUp: { ...policy.wrapUp, ...given(patch.wrapUp) },
  attachments: { ...policy.attachments, ...given(patch.attachments) },
  inactivityMinutes: patch.inactivityMinutes === undefined ? policy.inactivityMinutes : patch.inactivityMinutes,
  unanswered: { ...policy.unanswered, ...given(patch.unanswered) },
  notifications: { ...policy.notifications, ...given(patch.notifications) },
});

export const mergeSettings = (settings: Settings, patch: SettingsPatch): Settings => ({ ...settings, ...given(patch) });

/** Without the keys that are there but undefined. */
function given<T extends object>(patch: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(patch ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

export interface CentreOptions {
  readonly organisation: Organisation;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: SettingsPatch;
  readonly policy: PolicyPatch;
  readonly send: (frame: Outgoing) => void;
}

export interface Centre {
  readonly world: World;
  /** Runs one operation, then routes. Everything that changes the world goes through here. */
  readonly perform: <T>(operation: (world: World) => T) => T;
  /** Listeners may start timers; they must not change the world on the spot. */
  readonly listen: (listener: (happening: Happening) => void) => void;
  /** Stops every timer. */
  readonly dispose: () => void;
}

export function createCentre({ organisation, clock, random, settings, policy, send }: CentreOptions): Centre {
  const timers = new Set<Cancel>();
  const listeners: ((happening: Happening) => void)[] = [];
  const after = (ms: number, action: () => void): Cancel => {
    const stop = clock.after(ms, () => {
      timers.delete(stop);
      action();
      routeWaiting(world);
    });
    timers.add(stop);
    return () => {
      timers.delete(stop);
      stop();
    };
  };
  const now = clock.now();
  const agent = (entry: Organisation['agents'][number]): Agent => ({
    id: entry.id, name: entry.name, session: null, subStatus: 'Idle', auxCodeId: AVAILABLE_AUX_CODE, stateSince: now, idleCodeSince: now, stateReason: '',
    freeSince: now, simulated: true, habit: { answer: 'accept', afterMs: 3_000 },
  });
  const world: World = {
    organisation,
    clock,
    random,
    taskIds: random.fork('tasks'),
    ledger: createLedger(clock.now),
    agents: new Map(organisation.agents.map((entry) => [entry.id, agent(entry)])),
    assets: new Map(organisation.assets.map((asset): [string, Asset] => [asset.id, { ...asset, removed: false }])),
    tasks: new Map(),
    settings: mergeSettings(defaultSettings, settings),
    policy: mergePolicy(startPolicy, policy),
    send,
    happened: (happening) => { for (const listener of listeners) listener(happening); },
    after,
  };
  // The first agent is the one who signs in; the others are on the floor from the start.
  for (const entry of organisation.agents.slice(1)) {
    const colleague = world.agents.get(entry.id);
    if (colleague !== undefined) startSession(world, colleague, { teamId: entry.teamId, dialNumber: entry.dialNumber, deviceType: 'EXTENSION' }, 'Available');
  }
  return {
    world,
    perform: (operation) => {
      const result = operation(world);
      routeWaiting(world);
      return result;
    },
    listen: (listener) => { listeners.push(listener); },
    dispose: () => {
      for (const stop of timers) stop();
      timers.clear();
    },
  };
}
