// `/sandbox`: what a test may do to the contact centre, with the service token.
import * as v from 'valibot';
import { AVAILABLE_AUX_CODE } from '../../src-shared/domain/agent.ts';
import { defaultIdleCode, logout, putState, setState } from '../model/agents.ts';
import { refuse } from '../model/answer.ts';
import { mergePolicy, mergeSettings } from '../model/centre.ts';
import { findTask } from '../model/lookup.ts';
import { removeAsset } from '../model/tasks.ts';
import type { Task, World } from '../model/types.ts';
import { policyPatchSchema, settingsSchema } from '../organisation/scenario.ts';
import { answeringWays } from '../people/answering.ts';
import { deviceNames } from '../people/devices.ts';
import { appendFailureReasons } from '../../src-shared/domain/message.ts';
import type { Context } from './context.ts';
import { faultSchema } from './faults.ts';
import { data, type Outcome, type Routes } from './routes.ts';

const ms = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600_000));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const colleagueSchema = v.strictObject({
  state: v.optional(v.pipe(v.string(), v.maxLength(40))),
  answer: v.optional(v.picklist(['accept', 'ignore', 'reject'])),
  afterMs: v.optional(ms),
});
const supervisorSchema = v.strictObject({ state: v.picklist(['Available', 'Idle', 'LoggedOut']), auxCodeId: v.optional(name), by: v.optional(name, 'Marit Post') });
const customerSchema = v.strictObject({
  say: v.optional(v.pipe(v.string(), v.maxLength(100_000))),
  reply: v.optional(v.pipe(v.string(), v.maxLength(100_000))),
  /** Of `reply` and of answers: how long after the agent's message. */
  afterMs: v.optional(ms),
  /** How questions with something to choose are answered from now on. */
  answers: v.optional(v.picklist(answeringWays)),
  /** Of answers: which of the choices, slots and items is chosen, from 0 (the last one where there are fewer). */
  pick: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
  leave: v.optional(v.picklist(['close', 'end'])),
  device: v.optional(v.picklist(deviceNames)),
  /** A dialogue's id, or true for any. */
  simulate: v.optional(v.union([v.literal(true), name])),
});
const refusalSchema = v.strictObject({ reason: v.picklist(appendFailureReasons), retryable: v.optional(v.boolean(), false), count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)), 1) });

const done: Outcome = { status: 204 };

export function addControlRoutes(routes: Routes, context: Context): void {
  const note = (world: World, change: string): void => { world.ledger.note({ kind: 'control', change }); };

  routes.service({ method: 'POST', path: '/sandbox/policy', body: policyPatchSchema }, ({ body, world }) => {
    world.policy = mergePolicy(world.policy, body);
    note(world, 'policy');
    context.sockets.broadcast({ type: 'DesktopPolicy', data: { type: 'desktop-policy:changed', policy: world.policy } });
    return data(world.policy);
  });

  routes.service({ method: 'POST', path: '/sandbox/settings', body: settingsSchema }, ({ body, world }) => {
    world.settings = mergeSettings(world.settings, body);
    note(world, 'settings');
    return data(world.settings);
  });

  routes.service({ method: 'DELETE', path: '/sandbox/assets/:id' }, ({ params, world }) => {
    const removed = removeAsset(world, params['id'] ?? '');
    return removed.ok ? done : removed;
  });

  routes.service({ method: 'POST', path: '/sandbox/colleagues/:id', body: colleagueSchema }, ({ body, params, world }) => {
    const agent = world.agents.get(params['id'] ?? '');
    if (agent === undefined) return refuse(404, 'There is no such agent.');
    agent.habit = { answer: body.answer ?? agent.habit.answer, afterMs: body.afterMs ?? agent.habit.afterMs };
    if (body.state === undefined) return done;
    if (!agent.simulated || agent.session === null) return refuse(409, 'This agent is not simulated now.');
    const state = body.state.toLowerCase();
    if (state === 'available') putState(world, agent, 'Available', AVAILABLE_AUX_CODE, agent.id);
    else if (state === 'idle') putState(world, agent, 'Idle', defaultIdleCode(world), agent.id);
    else if (state === 'rona') putState(world, agent, 'RONA', defaultIdleCode(world), 'system');
    else return refuse(400, 'state is Available, Idle or RONA.');
    return done;
  });

  routes.service({ method: 'POST', path: '/sandbox/agents/:id/state', body: supervisorSchema }, ({ body, params, world }) => {
    const agentId = params['id'] ?? '';
    if (!world.agents.has(agentId)) return refuse(404, 'There is no such agent.');
    const result = body.state === 'LoggedOut'
      ? logout(world, agentId, 'Logged out by a supervisor', body.by)
      : setState(world, agentId, body.state, body.state === 'Available' ? AVAILABLE_AUX_CODE : (body.auxCodeId ?? defaultIdleCode(world)), '', body.by);
    return result.ok ? done : result;
  });

  routes.service({ method: 'POST', path: '/sandbox/agents/:id/revoke' }, ({ params }) => {
    context.tokens.revoke(params['id'] ?? '');
    return done;
  });

  routes.service({ method: 'POST', path: '/sandbox/tasks/:id/customer', body: customerSchema }, ({ body, params, world }) => {
    const found = findTask(world, params['id'] ?? '');
    return found.ok ? moveCustomer(context, found.value, body) : found;
  });

  routes.service({ method: 'POST', path: '/sandbox/tasks/:id/append-failures', body: refusalSchema }, ({ body, params, world }) => {
    const found = findTask(world, params['id'] ?? '');
    if (!found.ok) return found;
    for (let turn = 0; turn < body.count; turn += 1) found.value.refusals.push({ reason: body.reason, retryable: body.retryable });
    return done;
  });

  routes.service({ method: 'POST', path: '/sandbox/customers' }, () => {
    const task = context.customers().open();
    return task === null ? refuse(409, 'Every business account was removed.') : { status: 201, body: { data: { id: task.id } } };
  });

  routes.service({ method: 'POST', path: '/sandbox/faults', body: faultSchema }, ({ body, world }) => {
    note(world, `fault ${body.target} ${body.kind}`);
    if (body.target === 'socket') context.sockets.fault(body);
    else context.faults.arm(body);
    return { status: 201, body: { data: { armed: context.faults.armed() } } };
  });
  routes.service({ method: 'GET', path: '/sandbox/faults' }, () => data({ armed: context.faults.armed() }));
  routes.service({ method: 'DELETE', path: '/sandbox/faults' }, () => {
    context.faults.clear();
    return done;
  });

  routes.service({ method: 'GET', path: '/sandbox/ledger' }, ({ query, world }) => {
    const after = Number(query['after'] ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) return refuse(400, 'after is the number of the last entry that is known.');
    const entries = world.ledger.after(after);
    return { status: 200, body: { data: entries, meta: { now: world.clock.now(), last: entries.at(-1)?.n ?? after } } };
  });

  routes.service({ method: 'GET', path: '/sandbox/state' }, ({ world }) => data(stateOf(world)));

  routes.service({ method: 'POST', path: '/sandbox/reset' }, () => {
    context.reset();
    return done;
  });
}

function moveCustomer(context: Context, task: Task, body: v.InferOutput<typeof customerSchema>): Outcome {
  if (task.stage === 'ended' || task.stage === 'closed') return refuse(409, 'The chat has ended.');
  const customers = context.customers();
  if (body.device !== undefined) customers.switchDevice(task, body.device);
  if (body.answers !== undefined) customers.answer(task, { way: body.answers, pick: body.pick ?? null, afterMs: body.afterMs ?? null });
  if (body.simulate !== undefined && !customers.animate(task, body.simulate === true ? null : body.simulate)) return refuse(404, 'There is no such dialogue.');
  if (body.say !== undefined) customers.say(task, body.say);
  if (body.reply !== undefined) customers.reply(task, body.reply, body.afterMs ?? null);
  if (body.leave !== undefined) customers.leave(task, body.leave === 'end');
  return done;
}

/** The truth at one glance, for comparing with what an app believes. */
const stateOf = (world: World) => ({
  agents: [...world.agents.values()].map((agent) => ({
    id: agent.id, name: agent.name, loggedIn: agent.session !== null, subStatus: agent.session === null ? '' : agent.subStatus, auxCodeId: agent.auxCodeId, simulated: agent.simulated,
  })),
  tasks: [...world.tasks.values()].map((task) => ({
    id: task.id, stage: task.stage, queueId: task.queueId, ownerId: task.ownerId, lastSeq: task.messages.length, customerLeft: task.customer.left,
    assetRemoved: task.assetRemoved, parties: [...task.parties.values()].map((party) => ({ agentId: party.agentId, involvement: party.involvement })),
  })),
});
