// REST of the agent's session: subscribe, login, log-out, reload, state, colleagues.
import * as v from 'valibot';
import { buddyList, login, logout, reload, setState } from '../model/agents.ts';
import { refuse } from '../model/answer.ts';
import { takeOver } from '../model/takeover.ts';
import type { Context } from './context.ts';
import { commanded, type Routes } from './routes.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const reason = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(500))));

const subscribeSchema = v.object({
  force: v.optional(v.boolean(), false),
  isKeepAliveEnabled: v.optional(v.boolean(), false),
  clientType: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,20}$/)), 'AgentDesktop'),
  allowMultiLogin: v.optional(v.boolean(), false),
});
const loginSchema = v.object({
  dialNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(43)),
  teamId: v.optional(v.nullable(v.string())),
  deviceType: v.optional(v.picklist(['AGENT_DN', 'EXTENSION', 'BROWSER']), 'AGENT_DN'),
  roles: v.pipe(v.array(v.string()), v.minLength(1)),
});
const logoutSchema = v.object({ logoutReason: v.pipe(v.string(), v.minLength(1), v.maxLength(500)), agentId: v.optional(v.nullable(v.string())) });
const stateSchema = v.object({ state: v.string(), auxCodeId: id, lastStateChangeReason: reason, agentId: v.optional(v.nullable(v.string())) });
const buddySchema = v.object({
  agentProfileId: id,
  mediaType: v.picklist(['telephony', 'chat', 'social', 'email', 'workItem']),
  state: v.optional(v.nullable(v.string())),
});

const notOneself = refuse(403, 'An agent may do this for themselves only.');

export function addSessionRoutes(routes: Routes, context: Context): void {
  routes.agent({ method: 'POST', path: '/v1/notification/subscribe', body: subscribeSchema }, ({ body, world }, agentId) => {
    takeOver(world, agentId);
    const subscriptionId = context.sockets.subscribe(agentId, {
      clientType: body.clientType, keepAlive: body.isKeepAliveEnabled, allowMultiLogin: body.allowMultiLogin, force: body.force,
    });
    if (subscriptionId === null) return refuse(403, 'This agent is signed in elsewhere; force is needed.');
    return { status: 200, body: { webSocketUrl: `${context.url().replace(/^http/, 'ws')}/v1/notification/subscription/${subscriptionId}`, subscriptionId } };
  });

  routes.agent({ method: 'POST', path: '/v1/agents/login', body: loginSchema }, ({ body, world }, agentId) => {
    takeOver(world, agentId);
    return commanded(login(world, agentId, { dialNumber: body.dialNumber, teamId: body.teamId === undefined || body.teamId === '' ? null : body.teamId, deviceType: body.deviceType }));
  });

  for (const method of ['POST', 'PUT'] as const) {
    routes.agent({ method, path: '/v1/agents/logout', body: logoutSchema }, ({ body, world }, agentId) =>
      (body.agentId ?? agentId) === agentId ? commanded(logout(world, agentId, body.logoutReason)) : notOneself);
  }

  routes.agent({ method: 'POST', path: '/v1/agents/reload' }, ({ world }, agentId) => commanded(reload(world, agentId)));

  routes.agent({ method: 'PUT', path: '/v1/agents/session/state', body: stateSchema }, ({ body, world }, agentId) =>
    (body.agentId ?? agentId) === agentId ? commanded(setState(world, agentId, body.state, body.auxCodeId, body.lastStateChangeReason ?? '')) : notOneself);

  routes.agent({ method: 'POST', path: '/v1/agents/buddyList', body: buddySchema }, ({ body, world }, agentId) =>
    commanded(buddyList(world, agentId, body.state ?? null)));
}
