// A schedule for a seed: an agent's day in a minute, with something going wrong at every other step.
import { seededChance, type Chance } from './random.ts';
import { killPoints, type Action, type Schedule, type Step } from './steps.ts';

const STEPS = 44;
const ANY = 100;

const any = (chance: Chance): number => chance.between(0, ANY);

/** Requests that a fault may be aimed at; '' = all. */
const paths = ['/messages', '/messages', '/accept', '/v1/agents', '/v1/notification', '/state', '/end', '/wrapup', ''] as const;

const agent = (chance: Chance): Action =>
  chance.weighted<() => Action>([
    [10, () => ({ do: 'send', pick: any(chance), count: chance.between(1, 3) })],
    [3, () => ({ do: 'type', pick: any(chance) })],
    [4, () => ({ do: 'accept', pick: any(chance) })],
    [2, () => ({ do: 'open', pick: any(chance) })],
    [2, () => ({ do: 'available' })],
    [1, () => ({ do: 'idle', pick: any(chance) })],
    [1, () => ({ do: 'retry', pick: any(chance) })],
    [1, () => ({ do: 'takeBack', pick: any(chance) })],
    [1, () => ({ do: 'end', pick: any(chance) })],
    [1, () => ({ do: 'draftWrapUp', pick: any(chance) })],
    [1, () => ({ do: 'wrapUp', pick: any(chance) })],
    [0.5, () => ({ do: 'transfer', pick: any(chance) })],
  ])();

const world = (chance: Chance): Action =>
  chance.weighted<() => Action>([
    [7, () => ({ do: 'customerSays', pick: any(chance), count: chance.between(1, 3) })],
    [2, () => ({ do: 'customerOpens' })],
    [0.7, () => ({ do: 'customerLeaves', pick: any(chance) })],
    [0.5, () => ({ do: 'customerEnds', pick: any(chance) })],
    [0.15, () => ({ do: 'assetRemoved' })],
    [0.4, () => ({ do: 'supervisor', to: chance.pick(['Available', 'Idle']) })],
  ])();

const network = (chance: Chance): Action =>
  chance.weighted<() => Action>([
    [3, () => ({ do: 'close' })],
    [4, () => ({ do: 'reset' })],
    [1, () => ({ do: 'slowClose', ms: chance.between(200, 3_000) })],
    [2, () => ({ do: 'halfOpen', way: chance.pick(['both', 'up', 'down']), ms: chance.pick([0, 0, 1_000, 4_000]) })],
    [2, () => ({ do: 'delay', ms: chance.between(50, 1_500), jitter: chance.between(0, 1_000), lasts: chance.between(1_000, 6_000) })],
    [1.5, () => ({ do: 'restart', ms: chance.pick([200, 1_000, 3_000, 6_000]) })],
  ])();

const centre = (chance: Chance): Action =>
  chance.weighted<() => Action>([
    [3, () => ({ do: 'duplicateFrames', count: chance.between(1, 4) })],
    [3, () => ({ do: 'reorderFrames', count: chance.between(1, 4) })],
    [1, () => ({ do: 'garbageFrames', count: chance.between(1, 11) })],
    [1, () => ({ do: 'delayFrames', count: chance.between(1, 3), ms: chance.between(100, 1_500) })],
    [0.5, () => ({ do: 'refuseSocket', count: chance.between(1, 2) })],
    [3, () => ({ do: 'refuseRequests', status: chance.pick([500, 503, 502, 429, 409, 401, 401, 404]), count: chance.between(1, 2), path: chance.pick(paths) })],
    [4, () => ({ do: 'loseAnswers', count: chance.between(1, 2), path: chance.pick(paths) })],
    [2, () => ({ do: 'loseRequests', count: chance.between(1, 2), path: chance.pick(paths) })],
    [2, () => ({ do: 'duplicateRequests', count: chance.between(1, 2), path: chance.pick(paths) })],
    [1, () => ({ do: 'garbageAnswers', count: 1, path: chance.pick(paths) })],
    [1, () => ({ do: 'reorderRequests', count: 1, path: '/messages' })],
    [1, () => ({ do: 'hangRequests', count: 1, path: chance.pick(paths), ms: chance.between(500, 12_000) })],
    [1, () => ({ do: 'refuseMessage', pick: any(chance), ...chance.pick([{ reason: 'rejected', retryable: false }, { reason: 'rateLimited', retryable: true }, { reason: 'internal', retryable: true }] as const) })],
    [0.7, () => ({ do: 'expireToken' })],
  ])();

const computer = (chance: Chance): Action =>
  chance.weighted<() => Action>([
    [2, () => ({ do: 'suspend', ms: chance.pick([500, 3_000, 9_000, 18_000]) })],
    [1, () => ({ do: 'wake' })],
    [2, () => ({ do: 'reloadWindow' })],
    [0.6, () => ({ do: 'killMain', downFor: chance.pick([0, 500, 3_000]) })],
    [0.9, () => ({ do: 'killMainAt', point: chance.pick(killPoints), pick: any(chance), downFor: chance.pick([0, 500, 3_000]) })],
  ])();

/** The same seed, the same schedule. */
export function scheduleOf(seed: number): Schedule {
  const chance = seededChance(seed);
  const opening: Step[] = [
    { after: 0, do: 'available' },
    { after: 0, do: 'customerOpens' },
    { after: 100, do: 'customerOpens' },
    { after: 500, do: 'accept', pick: 0 },
    { after: 100, do: 'accept', pick: 0 },
    { after: 200, do: 'customerSays', pick: 0, count: 2 },
  ];
  const gap = (): number => chance.weighted([[4, chance.between(0, 60)], [4, chance.between(60, 500)], [1, chance.between(500, 2_500)]]);
  const middle = Array.from({ length: STEPS }, (): Step => {
    const make = chance.weighted([[9, agent], [6, world], [6, network], [8, centre], [3, computer]] as const);
    return { after: gap(), ...make(chance) };
  });
  return [...opening, ...middle];
}
