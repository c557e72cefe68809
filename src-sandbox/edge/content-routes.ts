// REST of message content: open a task, append, list, type, workflows, and what the business knows of the customer.
import * as v from 'valibot';
import { isRecord } from '../../src-shared/wxcc/fields.ts';
import { answer, refuse, type Answer } from '../model/answer.ts';
import { findTask } from '../model/lookup.ts';
import { appendFromAgent, appendInbound, listMessages, typing, type Appended } from '../model/messages.ts';
import { createTask, taskOfAgent } from '../model/tasks.ts';
import type { StoredMessage } from '../model/records.ts';
import type { Task, Variable, World } from '../model/types.ts';
import { runWorkflow } from '../model/workflows.ts';
import { customerRecord, earlierMessages } from '../people/records.ts';
import { commanded, data, type Outcome, type Routes } from './routes.ts';

const name = v.pipe(v.string(), v.maxLength(500));
const loose = v.pipe(v.unknown(), v.transform((value): Record<string, unknown> => (isRecord(value) ? value : {})));
const typingSchema = v.object({ state: v.picklist(['start', 'end']) });
const workflowSchema = v.object({ attributes: v.optional(v.record(v.string(), v.unknown()), {}) });
const MAX_LIMIT = 200;

const appendedAs = (result: Answer<Appended>): Outcome => {
  if (!result.ok) return result;
  const { message, repeated } = result.value;
  const inner: unknown = message.channelParams['message'];
  const id = isRecord(inner) && typeof inner['aliasId'] === 'string' ? inner['aliasId'] : '';
  return { status: repeated ? 200 : 201, body: { data: { id, seq: message.seq } } };
};

/** A whole number in the query, or null; NaN = it is there and is none. */
const wholeNumber = (value: string | undefined): number | null => (value === undefined ? null : /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN);

export function addContentRoutes(routes: Routes): void {
  routes.service({ method: 'POST', path: '/v2/tasks', body: loose }, ({ body, world }) => {
    const created = openTask(world, body);
    if (!created.ok) return created;
    if (body['channelParams'] !== undefined) {
      const appended = appendInbound(world, created.value.id, body);
      if (!appended.ok) return appended;
    }
    return { status: 201, body: { meta: { orgId: world.organisation.id }, data: { id: created.value.id } } };
  });

  routes.either({ method: 'POST', path: '/v2/tasks/:taskId/messages', body: loose }, ({ body, params, world }, caller) => {
    const taskId = params['taskId'] ?? '';
    if (caller.kind === 'service') return body['messageDirection'] === 'OUTBOUND' && body['senderType'] !== 'system' ? refuse(403, 'Only an agent sends outbound messages.') : appendedAs(appendInbound(world, taskId, body));
    if (body['messageDirection'] === 'INBOUND') return refuse(403, 'An agent sends outbound messages only.');
    const channelParams = body['channelParams'];
    return isRecord(channelParams) ? appendedAs(appendFromAgent(world, caller.agentId, taskId, channelParams)) : refuse(400, 'channelParams is missing.');
  });

  routes.either({ method: 'GET', path: '/v2/tasks/:taskId/messages' }, ({ params, query, world }, caller) => {
    const taskId = params['taskId'] ?? '';
    const own = readableTask(world, taskId, caller.kind === 'agent' ? caller.agentId : null);
    const found = own.ok || caller.kind !== 'agent' ? own : (earlierOfCustomer(world, taskId, caller.agentId) ?? own);
    if (!found.ok) return found;
    const [after, before, limit] = [wholeNumber(query['after']), wholeNumber(query['before']), wholeNumber(query['limit']) ?? MAX_LIMIT];
    if (Number.isNaN(after) || Number.isNaN(before) || !(limit >= 1 && limit <= MAX_LIMIT)) return refuse(400, 'after and before are sequence numbers, limit is 1 to 200.');
    return { status: 200, body: listMessages(found.value.messages, { after, before, limit }) };
  });

  routes.either({ method: 'POST', path: '/v2/tasks/:taskId/typing', body: typingSchema }, ({ body, params, world }, caller) => {
    const taskId = params['taskId'] ?? '';
    if (caller.kind === 'agent') {
      const mine = taskOfAgent(world, caller.agentId, taskId);
      return mine.ok ? commanded(typing(world, mine.value, { senderType: 'agent', senderId: caller.agentId, senderName: world.agents.get(caller.agentId)?.name ?? '' }, body.state)) : mine;
    }
    const found = findTask(world, taskId);
    if (!found.ok) return found;
    const { customer } = found.value;
    return commanded(typing(world, found.value, { senderType: 'customer', senderId: customer.id, senderName: customer.name }, body.state));
  });

  routes.agent({ method: 'POST', path: '/v2/tasks/:taskId/workflows/:workflowId', body: workflowSchema }, ({ body, params, world }, agentId) => {
    const started = runWorkflow(world, agentId, params['taskId'] ?? '', params['workflowId'] ?? '', body.attributes);
    return started.ok ? { status: 202, body: { data: started.value } } : started;
  });

  routes.either({ method: 'GET', path: '/v2/tasks/:taskId/customer' }, ({ params, world }, caller) => {
    const found = readableTask(world, params['taskId'] ?? '', caller.kind === 'agent' ? caller.agentId : null);
    return found.ok ? data(customerRecord(world, found.value)) : found;
  });
}

/** An agent reads only what they have (or had) a part in; content is not shown before Accept. */
function readableTask(world: World, taskId: string, agentId: string | null): Answer<Task> {
  const found = findTask(world, taskId);
  if (!found.ok || agentId === null) return found;
  const involvement = found.value.parties.get(agentId)?.involvement;
  return involvement === undefined || involvement === 'offered' ? refuse(403, 'This agent is not in the chat.') : found;
}

/** An agent who talks with a customer may read what that customer said before, whoever it was said to. */
function earlierOfCustomer(world: World, taskId: string, agentId: string): Answer<{ readonly messages: readonly StoredMessage[] }> | null {
  for (const task of world.tasks.values()) {
    const involvement = task.parties.get(agentId)?.involvement;
    const messages = involvement === 'joined' || involvement === 'wrapUp' ? earlierMessages(world, task, taskId) : null;
    if (messages !== null) return answer({ messages });
  }
  return null;
}

function openTask(world: World, body: Readonly<Record<string, unknown>>): Answer<Task> {
  const origin = isRecord(body['origin']) ? body['origin'] : {};
  const destination = isRecord(body['destination']) ? body['destination']['id'] : undefined;
  const customerId = v.safeParse(v.pipe(name, v.minLength(1)), origin['id']);
  if (!customerId.success) return refuse(400, 'origin.id is missing.');
  const place = placeFor(world, destination, body['queueId']);
  if (place === null) return refuse(400, 'CHANNEL_ASSET_UNDEFINED: destination.id is no business account or queue of this organisation.', 'CHANNEL_ASSET_UNDEFINED');
  const shown = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value.slice(0, 500) : otherwise);
  return createTask(world, {
    customerId: customerId.output,
    customerName: shown(origin['name'], customerId.output),
    customerNumber: shown(origin['number'], customerId.output),
    ...place,
    variables: variablesFrom(body['globalVariables']),
  });
}

/** A business account by id or address, or a queue by id or name; nothing given = the first account. */
function placeFor(world: World, destination: unknown, queueId: unknown): { readonly assetId: string; readonly queueId: string } | null {
  const assets = [...world.assets.values()];
  const queue = world.organisation.queues.find((entry) => entry.id === (queueId ?? destination) || entry.name === (queueId ?? destination));
  if (queueId !== undefined && queue === undefined) return null;
  const asset = assets.find((entry) => entry.id === destination || entry.address === destination || entry.name === destination)
    ?? (queue === undefined ? undefined : (assets.find((entry) => entry.queueId === queue.id && !entry.removed) ?? assets[0]))
    ?? (destination === undefined ? assets[0] : undefined);
  return asset === undefined ? null : { assetId: asset.id, queueId: queue?.id ?? asset.queueId };
}

function variablesFrom(value: unknown): Variable[] {
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1]))
    .slice(0, 30)
    .map(([key, given]) => ({ name: key.slice(0, 100), displayName: key.slice(0, 100), value: String(given).slice(0, 1_024), agentEditable: true, agentViewable: true }));
}
