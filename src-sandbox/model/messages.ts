// Message content: gapless numbers per task, appended once per `aliasId`, refused with a reason when the chat cannot take it.
import { countCharacters, MAX_TEXT_CHARACTERS } from '../../src-shared/domain/message.ts';
import { isRecord } from '../../src-shared/wxcc/fields.ts';
import { accepted, answer, refuse, type Answer, type Refusal } from './answer.ts';
import { missingCapability } from './capabilities.ts';
import { sendToJoined } from './frames.ts';
import { agentOf, findTask } from './lookup.ts';
import { customerGone, taskOfAgent } from './tasks.ts';
import type { StoredMessage } from './records.ts';
import type { Task, World } from './types.ts';

export type Sender = Pick<StoredMessage, 'senderType' | 'senderId' | 'senderName' | 'messageDirection'>;

export interface Appended {
  readonly message: StoredMessage;
  /** The same `aliasId` had been appended before. */
  readonly repeated: boolean;
}

const DEVICE_KEYS = ['capabilityList', 'deviceAgent', 'locale', 'intent', 'group'] as const;

const partOf = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
const aliasOf = (params: Readonly<Record<string, unknown>>): string | null => {
  const alias = partOf(params['message'], 'aliasId');
  return typeof alias === 'string' && alias !== '' && alias.length <= 200 ? alias : null;
};

/** A message as frames and lists carry it. */
export const messageData = ({ device, ...message }: StoredMessage) => ({ ...message, ...device });

function store(world: World, task: Task, sender: Sender, params: Readonly<Record<string, unknown>>, aliasId: string, device: StoredMessage['device']): StoredMessage {
  const message: StoredMessage = {
    interactionId: task.id, taskId: task.id, seq: task.messages.length + 1, ...sender, channelType: 'social', channel: 'appleMessages',
    channelParams: params, device, createdTime: world.clock.now(),
  };
  task.messages.push(message);
  task.byAlias.set(aliasId, message);
  task.lastUpdatedAt = message.createdTime;
  world.ledger.note({ kind: 'message', taskId: task.id, accepted: true, from: sender.senderId, message });
  sendToJoined(world, task, { type: 'task-message:appended', ...messageData(message) });
  return message;
}

const repeat = (world: World, task: Task, from: string, aliasId: string): Appended | null => {
  const message = task.byAlias.get(aliasId);
  if (message === undefined) return null;
  world.ledger.note({ kind: 'messageRepeated', taskId: task.id, from, aliasId, seq: message.seq });
  return { message, repeated: true };
};

const statusOf: Readonly<Record<string, Refusal['status']>> = { tooLarge: 413, rateLimited: 429, internal: 500 };

/** What an agent sends. A refusal answers with its reason as `error.key` and tells the sender by `task-message:append-failed`. */
export function appendFromAgent(world: World, agentId: string, taskId: string, params: Readonly<Record<string, unknown>>): Answer<Appended> {
  const aliasId = aliasOf(params);
  if (aliasId === null) return refuse(400, 'channelParams.message.aliasId is missing.');
  const known = findTask(world, taskId);
  if (!known.ok) return known;
  if (!known.value.parties.has(agentId)) return refuse(403, 'This agent has no part in this task.');
  // The first answer stands, whatever has happened to the chat since.
  const before = repeat(world, known.value, agentId, aliasId);
  if (before !== null) return answer(before);
  const allowed = taskOfAgent(world, agentId, taskId);
  const task = known.value;
  const fail = (reason: string, retryable: boolean, refusal: Refusal): Refusal => {
    world.ledger.note({ kind: 'message', taskId, accepted: false, from: agentId, aliasId, reason });
    world.send({ agentId, type: 'TaskMessage', data: { type: 'task-message:append-failed', interactionId: taskId, aliasId, reason, retryable } });
    return refusal;
  };
  if (!allowed.ok) return fail(task.assetRemoved ? 'assetRemoved' : 'rejected', false, allowed);
  const malformed = malformedOutbound(params);
  if (malformed !== null) return refuse(400, malformed);
  const asked = task.refusals.shift();
  const verdict = asked ?? whyRefused(world, task, params);
  if (verdict !== null) return fail(verdict.reason, verdict.retryable, refuse(statusOf[verdict.reason] ?? 409, `The message was refused: ${verdict.reason}.`, verdict.reason));
  const sender: Sender = { senderType: 'agent', senderId: agentId, senderName: agentOf(world, agentId).name, messageDirection: 'OUTBOUND' };
  const message = store(world, task, sender, params, aliasId, {});
  world.happened({ kind: 'appended', task, message });
  return answer({ message, repeated: false });
}

function malformedOutbound(params: Readonly<Record<string, unknown>>): string | null {
  const { type, message, apple } = params;
  const text = partOf(message, 'text');
  const attachments = partOf(message, 'attachments');
  switch (type) {
    case 'text': return typeof text === 'string' && text.trim() !== '' ? null : 'A text message needs text.';
    case 'text-with-attachments': return Array.isArray(attachments) && attachments.length > 0 ? null : 'A message with attachments needs attachments.';
    case 'interactive':
    case 'richLink': return isRecord(apple) ? null : 'channelParams.apple is missing.';
    default: return 'channelParams.type is not one an agent can send.';
  }
}

function whyRefused(world: World, task: Task, params: Readonly<Record<string, unknown>>): { readonly reason: string; readonly retryable: boolean } | null {
  if (task.customer.left) return { reason: 'customerLeft', retryable: false };
  const text = partOf(params['message'], 'text');
  if (typeof text === 'string' && countCharacters(text, MAX_TEXT_CHARACTERS) > MAX_TEXT_CHARACTERS) return { reason: 'tooLarge', retryable: false };
  const attachments = partOf(params['message'], 'attachments');
  const { attachments: rules } = world.policy;
  if (Array.isArray(attachments) && attachments.length > (rules.allowed ? rules.maxCount : 0)) return { reason: 'rejected', retryable: false };
  if (missingCapability(params['apple'], task.customer.capabilityList) !== null) return { reason: 'unsupportedByDevice', retryable: false };
  return null;
}

/** What a customer (or the system) sends. Content that is odd but well-formed is carried unchanged; only its `aliasId` is supplied when missing. */
export function appendInbound(world: World, taskId: string, body: Readonly<Record<string, unknown>>): Answer<Appended> {
  const found = findTask(world, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const given = body['channelParams'];
  if (!isRecord(given)) return refuse(400, 'channelParams is missing.');
  if (task.assetRemoved) return refuse(409, 'The business account behind this chat was removed.', 'assetRemoved');
  if (task.stage === 'ended' || task.stage === 'closed') return refuse(409, 'The chat has ended.');
  const aliasId = aliasOf(given) ?? world.random.uuid();
  const before = repeat(world, task, task.customer.id, aliasId);
  if (before !== null) return answer(before);
  const params = aliasOf(given) === null && (given['message'] === undefined || isRecord(given['message']))
    ? { ...given, message: { ...(isRecord(given['message']) ? given['message'] : {}), aliasId } }
    : given;
  const system = body['senderType'] === 'system';
  const sender: Sender = system
    ? { senderType: 'system', senderId: 'system', senderName: world.organisation.name, messageDirection: 'OUTBOUND' }
    : { senderType: 'customer', senderId: task.customer.id, senderName: task.customer.name, messageDirection: 'INBOUND' };
  const device = system ? {} : Object.fromEntries(DEVICE_KEYS.filter((key) => body[key] !== undefined).map((key) => [key, body[key]]));
  const closing = !system && given['type'] === 'close';
  if (!system) {
    task.customer.left = closing;
    task.customer.capabilityList = typeof body['capabilityList'] === 'string' ? body['capabilityList'] : null;
  }
  const message = store(world, task, sender, params, aliasId, device);
  if (closing) customerGone(world, task, false);
  world.happened({ kind: 'appended', task, message });
  return answer({ message, repeated: false });
}

export interface Range {
  readonly after: number | null;
  readonly before: number | null;
  readonly limit: number;
}

/** Oldest first. With neither `after` nor `before`: the newest `limit`. */
export function listMessages(messages: readonly StoredMessage[], { after, before, limit }: Range) {
  const last = messages.length;
  const low = after ?? 0;
  const high = Math.min(before === null ? last : before - 1, last);
  const from = after === null ? Math.max(low, high - limit) : low;
  const to = Math.min(high, from + limit);
  return { data: messages.slice(from, Math.max(from, to)).map(messageData), meta: { firstSeq: last === 0 ? 0 : 1, lastSeq: last } };
}

/** Typing is told to the others; only the ledger remembers it. */
export function typing(world: World, task: Task, sender: Pick<Sender, 'senderType' | 'senderId' | 'senderName'>, state: 'start' | 'end'): Answer {
  const { senderType, senderId, senderName } = sender;
  world.ledger.note({ kind: 'typing', taskId: task.id, from: senderId, state });
  for (const party of task.parties.values()) {
    if (party.involvement !== 'joined' || party.agentId === senderId) continue;
    world.send({ agentId: party.agentId, type: 'TaskMessage', data: { type: 'task-typing', interactionId: task.id, senderType, senderId, senderName, state } });
  }
  return accepted;
}
