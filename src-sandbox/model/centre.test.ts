// The model under any sequence of commands: numbers without gap, one outcome per offer, never more chats than places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrganisation } from '../organisation/organisation.ts';
import { haldenAndVos } from '../organisation/organisation.ts';
import { animateColleagues } from '../people/colleagues.ts';
import { manualClock } from '../time/clock.ts';
import { seededRandom } from '../time/random.ts';
import { login, logout, reload, setState } from './agents.ts';
import { createCentre, type Centre } from './centre.ts';
import { conference, exitConference, transfer } from './handover.ts';
import { candidates, placesTaken } from './lookup.ts';
import { appendFromAgent, appendInbound } from './messages.ts';
import { accept, reject } from './offers.ts';
import { takeOver } from './takeover.ts';
import { createTask, customerGone, end, removeAsset, wrapUp } from './tasks.ts';
import type { Task, World } from './types.ts';

const CAPACITY = 2;

type Step =
  | { readonly type: 'open'; readonly queue: number }
  | { readonly type: 'agent'; readonly who: number; readonly what: 'takeOver' | 'login' | 'logout' | 'reload' | 'available' | 'idle' }
  | { readonly type: 'task'; readonly who: number; readonly task: number; readonly what: 'accept' | 'reject' | 'end' | 'wrapUp' | 'exit' }
  | { readonly type: 'hand'; readonly who: number; readonly task: number; readonly to: number; readonly what: 'transfer' | 'conference'; readonly kind: 'agent' | 'queue' }
  | { readonly type: 'say'; readonly who: number | null; readonly task: number; readonly alias: number }
  | { readonly type: 'leave'; readonly task: number; readonly ended: boolean }
  | { readonly type: 'asset'; readonly which: number }
  | { readonly type: 'wait'; readonly ms: number };

const who = fc.nat({ max: 4 });
const task = fc.nat({ max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('open' as const), queue: fc.nat({ max: 1 }) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('agent' as const), who, what: fc.constantFrom('takeOver', 'login', 'logout', 'reload', 'available', 'available', 'idle') }) },
  { weight: 9, arbitrary: fc.record({ type: fc.constant('task' as const), who, task, what: fc.constantFrom('accept', 'accept', 'accept', 'reject', 'end', 'wrapUp', 'exit') }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('hand' as const), who, task, to: fc.nat({ max: 4 }), what: fc.constantFrom('transfer', 'conference'), kind: fc.constantFrom('agent', 'queue') }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('say' as const), who: fc.option(who), task, alias: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('leave' as const), task, ended: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('asset' as const), which: fc.constantFrom(0, 5, 5) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.constantFrom(1, 250, 3_000, 30_250, 120_000) }) },
);

function start(): { readonly centre: Centre; readonly clock: ReturnType<typeof manualClock> } {
  const clock = manualClock();
  const random = seededRandom(5);
  const organisation = createOrganisation(haldenAndVos, random.fork('organisation'));
  const centre = createCentre({ organisation, clock, random: random.fork('centre'), settings: { capacity: CAPACITY }, policy: {}, send: () => undefined });
  animateColleagues(centre);
  return { centre, clock };
}

function run(world: World, move: Exclude<Step, { readonly type: 'wait' }>): void {
  const agents = world.organisation.agents;
  const queues = world.organisation.queues;
  const idOf = (index: number): string => agents[index]?.id ?? '';
  const chat = (index: number): Task | undefined => [...world.tasks.values()].at(-1 - index);
  const code = (kind: string): string => world.organisation.auxCodes.find((entry) => entry.workTypeCode === kind)?.id ?? '';
  const params = (alias: number) => ({ type: 'text', message: { aliasId: `alias-${String(alias)}`, text: 'x' } });
  switch (move.type) {
    case 'open': {
      const asset = [...world.assets.values()].find((entry) => !entry.removed);
      const queue = queues[move.queue];
      if (asset !== undefined && queue !== undefined) createTask(world, { customerId: 'c', customerName: 'C', customerNumber: '1', assetId: asset.id, queueId: queue.id, variables: [] });
      break;
    }
    case 'agent': {
      const id = idOf(move.who);
      if (move.what === 'takeOver') takeOver(world, id);
      if (move.what === 'login') login(world, id, { dialNumber: `3${String(move.who)}`, teamId: null, deviceType: 'EXTENSION' });
      if (move.what === 'logout') logout(world, id, 'test');
      if (move.what === 'reload') reload(world, id);
      if (move.what === 'available') setState(world, id, 'Available', '0', '');
      if (move.what === 'idle') setState(world, id, 'Idle', code('IDLE_CODE'), '');
      break;
    }
    case 'task': {
      const [id, taskId] = [idOf(move.who), chat(move.task)?.id ?? 'none'];
      if (move.what === 'accept') accept(world, id, taskId);
      if (move.what === 'reject') reject(world, id, taskId);
      if (move.what === 'end') end(world, id, taskId);
      if (move.what === 'wrapUp') wrapUp(world, id, taskId, code('WRAP_UP_CODE'), 'x');
      if (move.what === 'exit') exitConference(world, id, taskId);
      break;
    }
    case 'hand': {
      const target = { to: move.kind === 'agent' ? idOf(move.to) : (queues[move.to % 2]?.id ?? ''), destinationType: move.kind };
      const command = move.what === 'transfer' ? transfer : conference;
      command(world, idOf(move.who), chat(move.task)?.id ?? 'none', target);
      break;
    }
    case 'say':
      if (move.who === null) appendInbound(world, chat(move.task)?.id ?? 'none', { channelParams: params(move.alias) });
      else appendFromAgent(world, idOf(move.who), chat(move.task)?.id ?? 'none', params(move.alias));
      break;
    case 'leave': {
      const chosen = chat(move.task);
      if (chosen !== undefined) customerGone(world, chosen, move.ended);
      break;
    }
    case 'asset': removeAsset(world, world.organisation.assets[move.which]?.id ?? 'none'); break;
  }
}

function check(world: World): void {
  const entries = world.ledger.after(0);
  expect(entries.map((entry) => entry.n)).toEqual(entries.map((_, index) => index + 1));
  const outcomes = new Map<string, number>();
  const offered = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'offer') offered.add(entry.offerId);
    if (entry.kind === 'offerOutcome') outcomes.set(entry.offerId, (outcomes.get(entry.offerId) ?? 0) + 1);
  }
  const open = new Set([...world.tasks.values()].flatMap((chat) => [...chat.offers.values()].map((offer) => offer.offerId)));
  for (const id of offered) expect((outcomes.get(id) ?? 0) + (open.has(id) ? 1 : 0)).toBe(1);
  for (const agent of world.agents.values()) {
    expect(placesTaken(world, agent.id)).toBeLessThanOrEqual(CAPACITY);
    if (agent.session === null) expect(placesTaken(world, agent.id)).toBe(0);
  }
  for (const chat of world.tasks.values()) {
    const parts = [...chat.parties.values()];
    const count = (involvement: string): number => parts.filter((party) => party.involvement === involvement).length;
    expect(chat.messages.map((message) => message.seq)).toEqual(chat.messages.map((_, index) => index + 1));
    expect(chat.byAlias.size).toBe(chat.messages.length);
    expect(count('offered')).toBe(chat.offers.size);
    if (chat.stage === 'connected') {
      expect(count('joined')).toBeGreaterThan(0);
      expect(chat.parties.get(chat.ownerId ?? '')?.involvement).toBe('joined');
    } else {
      expect(count('joined')).toBe(0);
    }
    if (chat.stage === 'offered') expect(chat.offers.size).toBe(1);
    if (chat.stage === 'queued') {
      expect(chat.offers.size).toBe(0);
      // Nobody waits while somebody could take it.
      expect(candidates(world, chat)).toEqual([]);
    }
    if (chat.stage === 'ended') expect(count('wrapUp')).toBeGreaterThan(0);
    if (chat.stage === 'closed') expect(count('wrapUp') + chat.offers.size).toBe(0);
  }
}

describe('the contact centre', () => {
  it('keeps its promises under any sequence of commands', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const { centre, clock } = start();
      for (const move of steps) {
        if (move.type === 'wait') clock.advance(move.ms);
        else centre.perform((world) => { run(world, move); });
        check(centre.world);
      }
      centre.dispose();
      expect(clock.pending()).toBe(0);
    }), { numRuns: 150 });
  });

  it('repeats itself under the same commands', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const ledgers = [start(), start()].map(({ centre, clock }) => {
        for (const move of steps) {
          if (move.type === 'wait') clock.advance(move.ms);
          else centre.perform((world) => { run(world, move); });
        }
        return centre.world.ledger.after(0);
      });
      expect(ledgers[0]).toEqual(ledgers[1]);
    }), { numRuns: 30 });
  });
});
