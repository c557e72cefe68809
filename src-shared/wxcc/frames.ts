// One socket frame: text in, a typed frame out. Never throws; what is not known is said to be unknown, what is broken is
// said to be garbage without quoting it (customer text must not reach a log).
import * as v from 'valibot';
import * as agent from './agent-frames.ts';
import { isRecord } from './fields.ts';
import * as message from './message-frames.ts';
import { policyChangedSchema, type PolicyChanged } from './policy.ts';
import * as task from './task-frames.ts';

export type FrameData =
  | agent.Welcome | agent.MultiLogin | agent.SessionStart | agent.StateChange | agent.Logout | agent.Buddies | agent.AgentFailure
  | task.TaskEvent | task.TaskFailure
  | message.MessageAppended | message.AppendFailed | message.Typing | message.AssetRemoved | message.WorkflowFinished
  | PolicyChanged;

/** `data.type` alone tells frames apart; `Welcome` and `AGENT_MULTI_LOGIN`, whose data has none, get their outer type there. */
export interface Frame {
  readonly type: string;
  readonly orgId: string;
  readonly trackingId: string;
  readonly agentId: string;
  readonly data: FrameData;
}

export type ParsedFrame =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'keepalive' }
  | { readonly kind: 'unknown'; readonly type: string }
  | { readonly kind: 'garbage'; readonly why: string };

/** The client's heartbeat and the server's echo. */
export const KEEPALIVE = '{"keepalive":"true"}';
/** UTF-16 units; a message body may be 2 MB, the interaction around it is small. */
const MAX_FRAME = 4_000_000;

type DataSchema = v.GenericSchema<unknown, FrameData>;
const each = (types: readonly string[], schema: DataSchema): [string, DataSchema][] => types.map((type) => [type, schema]);

const schemas: ReadonlyMap<string, DataSchema> = new Map<string, DataSchema>([
  ['Welcome', agent.welcomeSchema],
  ['AGENT_MULTI_LOGIN', agent.multiLoginSchema],
  ...each(agent.sessionStartTypes, agent.sessionStartSchema),
  ['AgentStateChangeSuccess', agent.stateChangeSchema],
  ['AgentLogoutSuccess', agent.logoutSchema],
  ['BuddyAgents', agent.buddiesSchema],
  ...each(agent.agentFailureTypes, agent.agentFailureSchema),
  ...each(task.taskEventTypes, task.taskEventSchema),
  ...each(task.taskFailureTypes, task.taskFailureSchema),
  ['task-message:appended', message.messageAppendedSchema],
  ['task-message:append-failed', message.appendFailedSchema],
  ['task-typing', message.typingSchema],
  ['task:asset-removed', message.assetRemovedSchema],
  ['task:workflow-finished', message.workflowFinishedSchema],
  ['desktop-policy:changed', policyChangedSchema],
]);

const untypedData = new Set(['Welcome', 'AGENT_MULTI_LOGIN']);
const word = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** Reads one frame. Takes the whole text of a socket message; costs tens of microseconds at most. */
export function parseFrame(text: string): ParsedFrame {
  if (text === KEEPALIVE) return { kind: 'keepalive' };
  if (text.length > MAX_FRAME) return { kind: 'garbage', why: 'too long' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'garbage', why: 'not JSON' };
  }
  if (!isRecord(raw)) return { kind: 'garbage', why: 'not an object' };
  if (raw['keepalive'] !== undefined) return { kind: 'keepalive' };
  const type = raw['type'];
  if (typeof type !== 'string') return { kind: 'garbage', why: 'no type' };
  return parseData(type, raw);
}

function parseData(type: string, raw: Record<string, unknown>): ParsedFrame {
  const given = isRecord(raw['data']) ? raw['data'] : null;
  const data = untypedData.has(type) ? { ...given, type } : given;
  if (data === null) return { kind: 'unknown', type: word(type) };
  const name = data['type'];
  const schema = typeof name === 'string' ? schemas.get(name) : undefined;
  if (schema === undefined) return { kind: 'unknown', type: word(name) === '' ? word(type) : `${word(type)}/${word(name)}` };
  const result = v.safeParse(schema, data, { abortEarly: true });
  if (!result.success) return { kind: 'garbage', why: whyNot(word(name), result.issues[0]) };
  const frame: Frame = { type: word(type), orgId: word(raw['orgId']), trackingId: word(raw['trackingId']), agentId: word(raw['agentId']), data: result.output };
  return { kind: 'frame', frame };
}

/** Names the place, never the value. */
const whyNot = (name: string, issue: v.BaseIssue<unknown>): string =>
  `${name}: ${v.getDotPath(issue)?.slice(0, 100) ?? 'data'} does not fit`;
