// The agent's work as a model: whatever is done in whatever order, the desk and the contact centre's ledger tell the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSandbox, manualClock, type LedgerEntry, type ManualClock, type Sandbox } from '../../src-sandbox/index.ts';
import type { TaskView } from '../../src-shared/ipc/view.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';

const CAPACITY = 3;
const RONA_MS = 1_000;

interface Real {
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  readonly desk: Desk;
  readonly selfId: string;
  readonly colleagueId: string;
  readonly wrapUpCodes: () => readonly { readonly id: string }[];
}

interface Truth {
  readonly agents: readonly { readonly id: string; readonly subStatus: string }[];
  readonly tasks: readonly { readonly id: string; readonly parties: readonly { readonly agentId: string; readonly involvement: string }[] }[];
}

const ask = async <T>({ sandbox }: Real, path: string): Promise<T> => ((await control(sandbox.info, 'GET', path)) as { data: T }).data;
const tell = (real: Real, path: string, body: unknown): Promise<unknown> => control(real.sandbox.info, 'POST', path, body).catch(() => null);

const partOf: Readonly<Record<TaskView['phase']['name'], string>> = { reserved: 'offered', offered: 'offered', connected: 'joined', conference: 'joined', wrapUp: 'wrapUp' };

const seen = (desk: Desk): string => Object.values(desk.view().tasks).map(({ taskId, phase }) => `${taskId} ${partOf[phase.name]}`).sort().join('\n');
const known = ({ tasks }: Truth, selfId: string): string =>
  tasks.flatMap(({ id, parties }) => parties.filter(({ agentId, involvement }) => agentId === selfId && ['offered', 'joined', 'wrapUp'].includes(involvement)).map(({ involvement }) => `${id} ${involvement}`)).sort().join('\n');
const statusOf = (truth: Truth, id: string): string => truth.agents.find((agent) => agent.id === id)?.subStatus.toLowerCase() ?? '';

/** Both sides have come to the same, and what must always hold does. */
async function settled(real: Real): Promise<void> {
  const { desk, selfId } = real;
  let truth: Truth = { agents: [], tasks: [] };
  const agree = async (): Promise<boolean> => {
    truth = await ask<Truth>(real, '/sandbox/state');
    const { connection, agent } = desk.view();
    return connection.state === 'live' && seen(desk) === known(truth, selfId) && agent?.status.kind === statusOf(truth, selfId);
  };
  await until(desk, agree, () => `desk\n${seen(desk)}\n${desk.view().agent?.status.kind ?? ''}\ncentre\n${known(truth, selfId)}\n${statusOf(truth, selfId)}`);
  expect(Object.keys(desk.view().tasks).length, 'capacity').toBeLessThanOrEqual(CAPACITY);

  const ledger = await ask<readonly LedgerEntry[]>(real, '/sandbox/ledger');
  const outcomes = ledger.flatMap((entry) => (entry.kind === 'offerOutcome' ? [entry.offerId] : []));
  expect(new Set(outcomes).size, 'one outcome an offer').toBe(outcomes.length);
  const open = ledger.filter((entry) => entry.kind === 'offer' && entry.agentId === selfId && !outcomes.includes(entry.offerId)).length;
  expect(Object.values(desk.view().tasks).filter(({ phase }) => partOf[phase.name] === 'offered').length, 'an offer is open or has its outcome').toBe(open);
  // Whoever was in a chat and is not any more has wrapped it up.
  const joined = new Map<string, number>();
  for (const entry of ledger) {
    if (entry.kind !== 'taskState' || entry.by !== selfId) continue;
    if (entry.change === 'assigned' || entry.change === 'joined') joined.set(entry.taskId, (joined.get(entry.taskId) ?? 0) + 1);
    if (entry.change === 'wrappedUp') joined.set(entry.taskId, (joined.get(entry.taskId) ?? 0) - 1);
  }
  const owed = [...joined].filter(([, left]) => left > 0).map(([taskId]) => taskId).sort();
  const inWork = Object.values(desk.view().tasks).filter(({ phase }) => partOf[phase.name] !== 'offered').map(({ taskId }) => taskId).sort();
  expect(inWork, 'no wrap-up is skipped').toEqual(owed);
}

type Act = (real: Real, pick: <T>(list: readonly T[]) => T | undefined) => Promise<unknown>;

const inPhase = ({ desk }: Real, ...names: readonly TaskView['phase']['name'][]): readonly TaskView[] => Object.values(desk.view().tasks).filter(({ phase }) => names.includes(phase.name));

/** What agent, customer, colleague, supervisor and time can do. Each is tried whatever the state: most must be refused, none may do harm. */
const acts: Readonly<Record<string, Act>> = {
  goAvailable: ({ desk }) => desk.command('agent.setStatus', { status: { kind: 'available' } }),
  goIdle: ({ desk }, pick) => {
    const code = pick(desk.view().agent?.idleCodes ?? []);
    return code ? desk.command('agent.setStatus', { status: { kind: 'idle', auxCodeId: code.id } }) : Promise.resolve();
  },
  customerWrites: (real) => tell(real, '/v2/tasks', {
    origin: { id: `urn:mbid:${crypto.randomUUID()}`, name: 'Melissa' }, channelType: 'social', channel: 'appleMessages',
    channelParams: { type: 'text', message: { aliasId: crypto.randomUUID(), text: 'Hello', timestamp: 1 } },
  }),
  accept: async (real, pick) => {
    const task = pick(Object.values(real.desk.view().tasks));
    return task && real.desk.command('task.accept', { taskId: task.taskId });
  },
  acceptTwice: async (real, pick) => {
    const task = pick(inPhase(real, 'offered'));
    return task && Promise.all([real.desk.command('task.accept', { taskId: task.taskId }), real.desk.command('task.accept', { taskId: task.taskId })]);
  },
  end: async (real, pick) => {
    const task = pick(Object.values(real.desk.view().tasks));
    return task && real.desk.command('task.end', { taskId: task.taskId });
  },
  wrapUp: async (real, pick) => {
    const [task, code] = [pick(Object.values(real.desk.view().tasks)), pick(real.wrapUpCodes())];
    return task && code && real.desk.command('task.wrapUp', { taskId: task.taskId, auxCodeId: code.id, notes: 'Noted' });
  },
  transferToQueue: async (real, pick) => {
    const [task, queue] = [pick(inPhase(real, 'connected', 'conference', 'wrapUp')), pick(real.sandbox.info.queues)];
    return task && queue && real.desk.command('task.transfer', { taskId: task.taskId, destination: { type: 'queue', id: queue.id } });
  },
  transferToAgent: async (real, pick) => {
    const task = pick(inPhase(real, 'connected', 'conference'));
    return task && real.desk.command('task.transfer', { taskId: task.taskId, destination: { type: 'agent', id: real.colleagueId } });
  },
  transferAndEnd: async (real, pick) => {
    const task = pick(inPhase(real, 'connected'));
    return task && Promise.all([real.desk.command('task.transfer', { taskId: task.taskId, destination: { type: 'agent', id: real.colleagueId } }), real.desk.command('task.end', { taskId: task.taskId })]);
  },
  conference: async (real, pick) => {
    const task = pick(inPhase(real, 'connected', 'conference'));
    return task && real.desk.command('task.conference', { taskId: task.taskId, destination: { type: 'agent', id: real.colleagueId } });
  },
  exitConference: async (real, pick) => {
    const task = pick(inPhase(real, 'connected', 'conference'));
    return task && real.desk.command('task.exitConference', { taskId: task.taskId });
  },
  customerLeaves: async (real, pick) => {
    const task = pick(Object.values(real.desk.view().tasks));
    return task && tell(real, `/sandbox/tasks/${task.taskId}/customer`, { leave: pick(['close', 'end']) });
  },
  colleague: (real, pick) => tell(real, `/sandbox/colleagues/${real.colleagueId}`, { state: pick(['Available', 'Idle']), answer: pick(['accept', 'ignore', 'reject']), afterMs: 0 }),
  supervisor: (real) => tell(real, `/sandbox/agents/${real.selfId}/state`, { state: 'Idle', by: 'Marit Post' }),
  nobodyAnswers: ({ clock }) => {
    clock.advance(RONA_MS + 10);
    return Promise.resolve();
  },
  signOut: async ({ desk }) => {
    const { tasks } = desk.view();
    if (Object.keys(tasks).length === 0) return;
    expect(await desk.command('session.signOut', {}), 'no sign-out from an open task').toMatchObject({ ok: false, failure: { code: 'openTasks' } });
  },
};

class Command implements fc.AsyncCommand<object, Real> {
  constructor(private readonly name: string, private readonly choice: number) {}
  check(): boolean {
    return true;
  }
  async run(_model: object, real: Real): Promise<void> {
    await acts[this.name]?.(real, (list) => list[this.choice % Math.max(1, list.length)]);
    // What simulated people do a moment later.
    real.clock.advance(5);
    await settled(real);
  }
  toString(): string {
    return `${this.name}(${String(this.choice)})`;
  }
}

async function open(): Promise<Real> {
  const clock = manualClock();
  const sandbox = await createSandbox({ seed: 7, pace: 0, clock, scenario: { settings: { reserveMs: 0, ronaTimeoutMs: RONA_MS, capacity: CAPACITY, colleagueStayMs: 0, disconnectIdleMs: 600_000 } } });
  const [self, colleague, ...others] = sandbox.info.agents;
  if (self === undefined || colleague === undefined) throw new Error('Too few agents.');
  for (const { id } of [colleague, ...others]) await control(sandbox.info, 'POST', `/sandbox/colleagues/${id}`, { state: 'Idle' });
  const desk = await openDesk({ clock: realClock, centre: createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined }) });
  const real: Real = { sandbox, clock, desk, selfId: self.id, colleagueId: colleague.id, wrapUpCodes: () => desk.view().agent?.wrapUpCodes ?? [] };
  desk.signInWith({ baseUrl: sandbox.url, token: () => Promise.resolve(self.token) }, Promise.resolve());
  await until(desk, () => desk.view().connection.state === 'live' && desk.view().agent !== null, () => `live: ${JSON.stringify(desk.view().session)}`);
  return real;
}

test('offers have one outcome, status and tasks agree, capacity holds, no wrap-up is skipped', { timeout: 240_000 }, async () => {
  const names = Object.keys(acts);
  const commands = fc.commands(
    // Chats and answers come often, or most runs would find nothing to do.
    [...names, 'goAvailable', 'customerWrites', 'customerWrites', 'accept', 'accept', 'wrapUp'].map((name) => fc.nat({ max: 7 }).map((choice) => new Command(name, choice))),
    { maxCommands: 40 },
  );
  await fc.assert(fc.asyncProperty(commands, async (sequence) => {
    const real = await open();
    try {
      await fc.asyncModelRun(() => ({ model: {}, real }), [new Command('goAvailable', 0), new Command('customerWrites', 0), ...sequence]);
    } finally {
      await real.desk.close();
      await real.sandbox.close();
    }
  }), { numRuns: 12, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false });
});
