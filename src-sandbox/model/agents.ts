// The agent's session: login, reload, state, colleagues, log-out. Outcomes go out as frames, as the reference protocol says.
import { AVAILABLE_AUX_CODE } from '../../src-shared/domain/agent.ts';
import { accepted, refuse, type Answer } from './answer.ts';
import { sendAssetRemoved, sendTaskEvent } from './frames.ts';
import { agentOf, isActive, placesTaken } from './lookup.ts';
import type { Agent, SubStatus, World } from './types.ts';

const DISCONNECTED = 'agent-wss-disconnect';

const idleCode = (world: World, auxCodeId: string) =>
  world.organisation.auxCodes.find((code) => code.id === auxCodeId && code.workTypeCode === 'IDLE_CODE');

export const defaultIdleCode = (world: World): string =>
  world.organisation.auxCodes.find((code) => code.workTypeCode === 'IDLE_CODE' && code.defaultCode)?.id ?? '';

const stateFields = (agent: Agent) => ({
  auxCodeId: agent.auxCodeId,
  status: agent.session === null ? 'LoggedOut' : 'LoggedIn',
  subStatus: agent.session === null ? '' : agent.subStatus,
  lastIdleCodeChangeTimestamp: agent.idleCodeSince,
  lastStateChangeTimestamp: agent.stateSince,
  lastStateChangeReason: agent.stateReason,
});

function sendAgentFrame(world: World, agentId: string, outer: string, type: string, fields: Readonly<Record<string, unknown>>): void {
  const agent = agentOf(world, agentId);
  world.send({
    agentId,
    type: outer,
    data: {
      eventType: 'AgentDesktopMessage', type, agentId, orgId: world.organisation.id, trackingId: world.random.uuid(),
      agentSessionId: agent.session?.sessionId ?? '', ...fields,
    },
  });
}

function sendAgentFailure(world: World, agentId: string, outer: string, type: string, reason: string, command: string): Answer {
  world.ledger.note({ kind: 'command', agentId, command, taskId: null, accepted: false, reason });
  sendAgentFrame(world, agentId, outer, type, { reason, reasonCode: 1_001 });
  return accepted;
}

const openTasks = (world: World, agentId: string) =>
  [...world.tasks.values()].filter((task) => isActive(task.parties.get(agentId)));

function sessionFields(world: World, agent: Agent) {
  return {
    ...stateFields(agent),
    teamId: agent.session?.teamId ?? '',
    siteId: world.organisation.siteId,
    interactionIds: openTasks(world, agent.id).map((task) => task.id),
    profileType: 'BLENDED',
    channelsMap: { chat: [], email: [], telephony: [], social: Array.from({ length: world.settings.capacity }, (_, slot) => `${agent.id}-social-${String(slot + 1)}`) },
    dn: agent.session?.dialNumber ?? '',
    dialNumber: agent.session?.dialNumber ?? '',
    isExtension: agent.session?.deviceType === 'EXTENSION',
    deviceType: agent.session?.deviceType ?? '',
    deviceId: agent.session?.dialNumber ?? '',
    roles: ['agent'],
  };
}

/** Changes the state of a logged-in agent and tells them. `by` is the agent, `system`, or a supervisor's name. */
export function putState(world: World, agent: Agent, subStatus: SubStatus, auxCodeId: string, by: string, reason = ''): void {
  const now = world.clock.now();
  const wasAvailable = agent.subStatus === 'Available';
  if (agent.subStatus !== subStatus) agent.stateSince = now;
  if (agent.auxCodeId !== auxCodeId) agent.idleCodeSince = now;
  if (subStatus === 'Available' && !wasAvailable) agent.freeSince = now;
  agent.subStatus = subStatus;
  agent.auxCodeId = auxCodeId;
  agent.stateReason = reason;
  world.ledger.note({ kind: 'agentState', agentId: agent.id, subStatus, auxCodeId, by, reason });
  const supervisor = by === agent.id || by === 'system' ? null : by;
  sendAgentFrame(world, agent.id, 'AgentStateChange', 'AgentStateChangeSuccess', {
    ...stateFields(agent), changedBy: supervisor, changedById: supervisor === null ? null : 'supervisor', changedByName: supervisor,
  });
  world.happened({ kind: 'agentChanged', agent });
}

export interface LoginFields {
  readonly dialNumber: string;
  readonly teamId: string | null;
  readonly deviceType: string;
}

export function login(world: World, agentId: string, fields: LoginFields): Answer {
  const agent = agentOf(world, agentId);
  const fail = (reason: string) => sendAgentFailure(world, agentId, 'StationLogin', 'AgentStationLoginFailed', reason, 'login');
  const usual = world.organisation.agents.find((entry) => entry.id === agentId);
  const teamId = fields.teamId ?? usual?.teamId ?? '';
  if (!world.organisation.teams.some((team) => team.id === teamId)) return fail('TEAM_NOT_FOUND');
  if (!/^\+?[0-9 ()-]{1,43}$/.test(fields.dialNumber)) return fail('INVALID_DIAL_NUMBER');
  const taken = [...world.agents.values()].some((other) => other.id !== agentId && !other.simulated && other.session?.dialNumber === fields.dialNumber);
  if (taken) return fail('DUPLICATE_LOCATION');
  world.ledger.note({ kind: 'command', agentId, command: 'login', taskId: null, accepted: true, reason: '' });
  if (agent.session === null) startSession(world, agent, { teamId, dialNumber: fields.dialNumber, deviceType: fields.deviceType }, 'Idle');
  sendAgentFrame(world, agentId, 'StationLogin', 'AgentStationLoginSuccess', sessionFields(world, agent));
  world.happened({ kind: 'agentChanged', agent });
  return accepted;
}

/** Puts an agent on the floor without a word to anyone: the part of login that simulated colleagues share. */
export function startSession(world: World, agent: Agent, station: { readonly teamId: string; readonly dialNumber: string; readonly deviceType: string }, subStatus: 'Available' | 'Idle'): void {
  const now = world.clock.now();
  agent.session = { sessionId: world.random.uuid(), ...station };
  agent.subStatus = subStatus;
  agent.auxCodeId = subStatus === 'Available' ? AVAILABLE_AUX_CODE : defaultIdleCode(world);
  agent.stateSince = now;
  agent.idleCodeSince = now;
  agent.freeSince = now;
  agent.stateReason = '';
  world.ledger.note({ kind: 'agentState', agentId: agent.id, subStatus, auxCodeId: agent.auxCodeId, by: agent.id, reason: 'login' });
}

/** `AgentReloginSuccess` and one `AgentContact` per open task, or `AgentReloginFailed` when not logged in. */
export function reload(world: World, agentId: string): Answer {
  const agent = agentOf(world, agentId);
  if (agent.session === null) return sendAgentFailure(world, agentId, 'AgentReloginFailed', 'AgentReloginFailed', 'AGENT_NOT_FOUND', 'reload');
  sendAgentFrame(world, agentId, 'AgentReloginSuccess', 'AgentReloginSuccess', sessionFields(world, agent));
  for (const task of openTasks(world, agentId)) {
    sendTaskEvent(world, agentId, task, 'AgentContact');
    // The interaction does not say it: an agent who was away would never learn that only `end` is accepted.
    if (task.assetRemoved) sendAssetRemoved(world, agentId, task);
  }
  if (agent.stateReason === DISCONNECTED) putState(world, agent, 'Available', AVAILABLE_AUX_CODE, 'system');
  return accepted;
}

export function setState(world: World, agentId: string, state: string, auxCodeId: string, reason: string, by: string = agentId): Answer {
  const agent = agentOf(world, agentId);
  if (state !== 'Available' && state !== 'Idle') return refuse(400, 'state is Available or Idle.');
  const fail = (why: string) => sendAgentFailure(world, agentId, 'AgentStateChange', 'AgentStateChangeFailed', why, 'state');
  if (agent.session === null) return fail('AGENT_NOT_FOUND');
  const known = state === 'Available' ? auxCodeId === AVAILABLE_AUX_CODE : idleCode(world, auxCodeId) !== undefined;
  if (!known) return fail('INVALID_AUX_CODE');
  world.ledger.note({ kind: 'command', agentId, command: 'state', taskId: null, accepted: true, reason: '' });
  putState(world, agent, state, auxCodeId, by, reason);
  return accepted;
}

/** Refused while a task is open, as the reference product does; a supervisor's log-out is told by name. */
export function logout(world: World, agentId: string, reason: string, by: string | null = null): Answer {
  const agent = agentOf(world, agentId);
  const fail = (why: string) => sendAgentFailure(world, agentId, 'Logout', 'AgentLogoutFailed', why, 'logout');
  if (agent.session === null) return fail('AGENT_NOT_FOUND');
  if (placesTaken(world, agentId) > 0) return fail('AGENT_HAS_OPEN_TASKS');
  agent.session = null;
  agent.stateSince = world.clock.now();
  world.ledger.note({ kind: 'agentState', agentId, subStatus: 'LoggedOut', auxCodeId: '', by: by ?? agentId, reason });
  sendAgentFrame(world, agentId, 'Logout', 'AgentLogoutSuccess', { ...stateFields(agent), loggedOutBy: by, logoutReason: reason, roles: ['agent'] });
  world.happened({ kind: 'agentChanged', agent });
  return accepted;
}

/** An available agent whose desktop is gone for good stops getting requests until it is back. */
export function idleAfterDisconnect(world: World, agentId: string): void {
  const agent = agentOf(world, agentId);
  if (agent.session !== null && agent.subStatus === 'Available') putState(world, agent, 'Idle', defaultIdleCode(world), 'system', DISCONNECTED);
}

export function buddyList(world: World, agentId: string, state: string | null): Answer {
  const agentList = [...world.agents.values()]
    .filter((agent) => agent.id !== agentId && agent.session !== null)
    .filter((agent) => state === null || agent.subStatus === state)
    .map((agent) => ({
      agentId: agent.id,
      agentName: agent.name,
      state: agent.subStatus,
      teamId: agent.session?.teamId ?? '',
      teamName: world.organisation.teams.find((team) => team.id === agent.session?.teamId)?.name ?? '',
      dn: agent.session?.dialNumber ?? '',
      siteId: world.organisation.siteId,
      activeContacts: placesTaken(world, agent.id),
      capacity: world.settings.capacity,
    }));
  sendAgentFrame(world, agentId, 'BuddyAgents', 'BuddyAgents', { agentList });
  return accepted;
}
