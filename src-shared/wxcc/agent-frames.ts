// Frames about the agent: welcome, login, state, log-out, colleagues, and their refusals.
import * as v from 'valibot';
import { bool, id, list, maybeNumber, maybeText, number, table, text } from './fields.ts';

export const welcomeSchema = v.object({ type: v.literal('Welcome'), agentId: id });
/** The same agent subscribed elsewhere: this socket is displaced for good. */
export const multiLoginSchema = v.object({ type: v.literal('AGENT_MULTI_LOGIN'), agentId: text(200) });

export const sessionStartTypes = ['AgentStationLoginSuccess', 'AgentReloginSuccess'] as const;
export const sessionStartSchema = v.object({
  type: v.picklist(sessionStartTypes),
  agentId: id,
  agentSessionId: text(200),
  auxCodeId: text(200),
  teamId: text(200),
  siteId: text(200),
  status: text(40),
  /** `Available`, `Idle`, `RONA`. */
  subStatus: text(40),
  /** ms since the epoch; null = not given. */
  lastIdleCodeChangeTimestamp: maybeNumber(),
  lastStateChangeTimestamp: maybeNumber(),
  lastStateChangeReason: text(500),
  interactionIds: v.fallback(v.array(id), () => []),
  profileType: text(40),
  /** Per channel one id a slot: the length is the capacity. */
  channelsMap: table(v.array(v.unknown())),
  dn: text(100),
  dialNumber: text(100),
  deviceType: text(40),
  isExtension: bool(),
});

export const stateChangeSchema = v.object({
  type: v.literal('AgentStateChangeSuccess'),
  agentId: text(200),
  auxCodeId: text(200),
  status: text(40),
  subStatus: text(40),
  lastIdleCodeChangeTimestamp: maybeNumber(),
  lastStateChangeTimestamp: maybeNumber(),
  lastStateChangeReason: text(500),
  /** A supervisor, when it was not the agent. */
  changedBy: maybeText(200),
  changedById: maybeText(200),
  changedByName: maybeText(200),
});

export const logoutSchema = v.object({
  type: v.literal('AgentLogoutSuccess'),
  agentId: text(200),
  loggedOutBy: maybeText(200),
  logoutReason: maybeText(500),
});

export const buddySchema = v.object({
  agentId: id,
  agentName: text(200),
  /** `Available`, `Idle`, `RONA`, `LoggedOut` … */
  state: text(40),
  teamId: text(200),
  teamName: text(200),
  siteId: text(200),
  dn: text(100),
  /** Ours: open chats and capacity, where the server says. */
  activeContacts: maybeNumber(),
  capacity: maybeNumber(),
});
export type Buddy = v.InferOutput<typeof buddySchema>;

export const buddiesSchema = v.object({ type: v.literal('BuddyAgents'), agentId: text(200), agentList: list(buddySchema) });

export const agentFailureTypes = [
  'AgentStationLoginFailed', 'AgentReloginFailed', 'AgentLogoutFailed', 'AgentStateChangeFailed', 'BuddyAgentsRetrieveFailed',
] as const;
export const agentFailureSchema = v.object({
  type: v.picklist(agentFailureTypes),
  agentId: text(200),
  /** `AGENT_NOT_FOUND`, `DUPLICATE_LOCATION`, `INVALID_DIAL_NUMBER` … */
  reason: text(200),
  reasonCode: number(0),
});

export type Welcome = v.InferOutput<typeof welcomeSchema>;
export type MultiLogin = v.InferOutput<typeof multiLoginSchema>;
export type SessionStart = v.InferOutput<typeof sessionStartSchema>;
export type StateChange = v.InferOutput<typeof stateChangeSchema>;
export type Logout = v.InferOutput<typeof logoutSchema>;
export type Buddies = v.InferOutput<typeof buddiesSchema>;
export type AgentFailure = v.InferOutput<typeof agentFailureSchema>;
