// REST of a task's course: accept, reject, end, wrap-up, transfer, conference, associated data, and the list of tasks.
import * as v from 'valibot';
import type { Answer } from '../model/answer.ts';
import { queueName } from '../model/frames.ts';
import { conference, exitConference, transfer } from '../model/handover.ts';
import { accept, reject } from '../model/offers.ts';
import { end, patchTask, wrapUp } from '../model/tasks.ts';
import type { Task, World } from '../model/types.ts';
import { commanded, type Routes } from './routes.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const wrapUpSchema = v.object({ auxCodeId: id, wrapUpReason: v.pipe(v.string(), v.maxLength(128)) });
const targetSchema = v.object({ to: id, destinationType: v.pipe(v.string(), v.maxLength(40)) });
const conferenceSchema = v.object({ to: id, destinationType: v.optional(v.pipe(v.string(), v.maxLength(40)), 'agent') });

/** At most 30 values, keys of 200 bytes, values of 1,024: the reference product's limits. */
const attributesSchema = v.object({
  attributes: v.pipe(
    v.record(v.pipe(v.string(), v.maxBytes(200)), v.pipe(v.string(), v.maxBytes(1_024))),
    v.check((attributes) => Object.keys(attributes).length <= 30, 'too many'),
  ),
});

type Command = (world: World, agentId: string, taskId: string) => Answer;

export function addTaskRoutes(routes: Routes): void {
  const plain = (path: string, command: Command): void => {
    routes.agent({ method: 'POST', path: `/v1/tasks/:taskId/${path}` }, ({ world, params }, agentId) => commanded(command(world, agentId, params['taskId'] ?? '')));
  };
  plain('accept', accept);
  plain('reject', reject);
  plain('end', end);
  plain('conference/exit', exitConference);

  routes.agent({ method: 'POST', path: '/v1/tasks/:taskId/wrapup', body: wrapUpSchema }, ({ world, params, body }, agentId) =>
    commanded(wrapUp(world, agentId, params['taskId'] ?? '', body.auxCodeId, body.wrapUpReason)));

  routes.agent({ method: 'POST', path: '/v1/tasks/:taskId/transfer', body: targetSchema }, ({ world, params, body }, agentId) =>
    commanded(transfer(world, agentId, params['taskId'] ?? '', body)));

  // A digital chat has no consultation before a conference: both paths ask the agent in.
  for (const path of ['consult', 'consult/conference']) {
    routes.agent({ method: 'POST', path: `/v1/tasks/:taskId/${path}`, body: conferenceSchema }, ({ world, params, body }, agentId) =>
      commanded(conference(world, agentId, params['taskId'] ?? '', body)));
  }

  routes.agent({ method: 'PATCH', path: '/v1/tasks/:taskId', body: attributesSchema }, ({ world, params, body }, agentId) =>
    commanded(patchTask(world, agentId, params['taskId'] ?? '', body.attributes)));

  routes.either({ method: 'GET', path: '/v1/tasks' }, ({ world, query }, caller) => {
    const from = Number(query['from'] ?? 0);
    const to = Number(query['to'] ?? Number.MAX_SAFE_INTEGER);
    const tasks = [...world.tasks.values()]
      .filter((task) => task.createdAt >= from && task.createdAt <= to)
      .filter((task) => caller.kind === 'service' || task.parties.has(caller.agentId));
    return { status: 200, body: { data: tasks.map((task) => taskResource(world, task)), meta: { orgId: world.organisation.id } } };
  });
}

const statusOf: Readonly<Record<Task['stage'], string>> = { queued: 'queued', offered: 'offered', connected: 'assigned', ended: 'completed', closed: 'completed' };

const taskResource = (world: World, task: Task) => ({
  id: task.id,
  attributes: {
    owner: { id: task.ownerId, name: task.ownerId === null ? null : (world.agents.get(task.ownerId)?.name ?? null) },
    queue: { id: task.queueId, name: queueName(world, task.queueId) },
    channelType: 'social',
    status: statusOf[task.stage],
    createdTime: task.createdAt,
    lastUpdatedTime: task.lastUpdatedAt,
    captureRequested: false,
    origin: task.customer.id,
    destination: world.assets.get(task.assetId)?.address ?? '',
    direction: 'inbound',
    reasonCode: task.endedBy ?? '',
  },
});
