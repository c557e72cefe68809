// Tasks: opened by a customer, ended, wrapped up, and cut short when their business account is deleted.
import { accepted, answer, refuse, type Answer } from './answer.ts';
import { finishTask, closeWhenDone } from './ending.ts';
import { joinedParties, sendAssetRemoved, sendTaskEvent, sendTaskFailure } from './frames.ts';
import { agentOf, findTask, setInvolvement } from './lookup.ts';
import { withdrawOffers } from './offers.ts';
import type { Task, Variable, World } from './types.ts';

export interface NewTask {
  readonly customerId: string;
  readonly customerName: string;
  readonly customerNumber: string;
  readonly assetId: string;
  readonly queueId: string;
  readonly variables: readonly Variable[];
}

/** Opens a chat and lets it wait in its queue. */
export function createTask(world: World, wanted: NewTask): Answer<Task> {
  if (world.assets.get(wanted.assetId)?.removed !== false) return refuse(409, 'The business account was removed.');
  const now = world.clock.now();
  const task: Task = {
    id: world.taskIds.uuid(),
    createdAt: now,
    customer: { id: wanted.customerId, name: wanted.customerName, number: wanted.customerNumber, left: false, capabilityList: null },
    assetId: wanted.assetId,
    stage: 'queued',
    endedBy: null,
    queueId: wanted.queueId,
    queuedAt: now,
    firstInLine: false,
    ownerId: null,
    assetRemoved: false,
    parties: new Map(),
    offers: new Map(),
    messages: [],
    byAlias: new Map(),
    variables: new Map(wanted.variables.map((variable) => [variable.name, { ...variable }])),
    refusals: [],
    lastUpdatedAt: now,
  };
  world.tasks.set(task.id, task);
  world.ledger.note({ kind: 'taskState', taskId: task.id, change: 'created', by: 'customer', detail: wanted.queueId });
  return answer(task);
}

/** Ends the chat for everyone in it. In a conference only its owner may. */
export function end(world: World, agentId: string, taskId: string): Answer {
  const found = findTask(world, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const mine = task.parties.get(agentId)?.involvement === 'joined';
  const reason = !mine ? 'NOT_CONNECTED' : task.ownerId !== agentId ? 'NOT_OWNER' : '';
  world.ledger.note({ kind: 'command', agentId, command: 'end', taskId, accepted: reason === '', reason });
  if (reason !== '') {
    sendTaskFailure(world, agentId, taskId, 'AgentContactEndFailed', reason);
    return accepted;
  }
  withdrawOffers(world, task, 'AgentInviteFailed', 'CONTACT_ENDED');
  finishTask(world, task, { by: agentId, reason: 'AGENT_ENDED' });
  return accepted;
}

/** Frees the agent's place. */
export function wrapUp(world: World, agentId: string, taskId: string, auxCodeId: string, reason: string): Answer {
  const found = findTask(world, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const code = world.organisation.auxCodes.find((entry) => entry.id === auxCodeId && entry.workTypeCode === 'WRAP_UP_CODE');
  const refusal = task.parties.get(agentId)?.involvement !== 'wrapUp' ? 'NOT_IN_WRAP_UP' : code === undefined ? 'INVALID_AUX_CODE' : '';
  world.ledger.note({ kind: 'command', agentId, command: 'wrapup', taskId, accepted: refusal === '', reason: refusal });
  if (refusal !== '' || code === undefined) {
    sendTaskFailure(world, agentId, taskId, 'AgentWrapupFailed', refusal);
    return accepted;
  }
  setInvolvement(world, task, agentId, 'wrappedUp');
  agentOf(world, agentId).freeSince = world.clock.now();
  world.ledger.note({ kind: 'taskState', taskId, change: 'wrappedUp', by: agentId, detail: `${code.name}: ${reason}` });
  sendTaskEvent(world, agentId, task, 'AgentWrappedUp', { wrapUpAuxCodeId: auxCodeId });
  closeWhenDone(world, task);
  return accepted;
}

/**
 * The customer goes. `ended`: the contact centre ends the contact at once. Otherwise only the thread was deleted: an open chat
 * stays with its agent, one that nobody has accepted yet is abandoned.
 */
export function customerGone(world: World, task: Task, ended: boolean): void {
  task.customer.left = true;
  const open = joinedParties(task).length > 0;
  if (open && !ended) return;
  if (task.stage === 'ended' || task.stage === 'closed') return;
  withdrawOffers(world, task, 'ContactEnded', 'CUSTOMER_LEFT');
  finishTask(world, task, { by: 'customer', reason: 'CUSTOMER_LEFT' });
}

/** Deletes a business account: open chats are interrupted and can only be ended, chats nobody has accepted end here. */
export function removeAsset(world: World, assetId: string): Answer {
  const asset = world.assets.get(assetId);
  if (asset === undefined) return refuse(404, 'There is no such asset.');
  if (asset.removed) return accepted;
  asset.removed = true;
  world.ledger.note({ kind: 'control', change: `asset ${assetId} removed` });
  for (const task of world.tasks.values()) {
    if (task.assetId !== assetId || task.stage === 'closed') continue;
    task.assetRemoved = true;
    const told = [...task.parties.values()].filter((party) => party.involvement !== 'wrappedUp' && party.involvement !== 'left');
    for (const { agentId } of told) sendAssetRemoved(world, agentId, task);
    world.ledger.note({ kind: 'taskState', taskId: task.id, change: 'assetRemoved', by: 'system' });
    if (task.stage === 'queued' || task.stage === 'offered') {
      withdrawOffers(world, task, 'ContactEnded', 'ASSET_REMOVED');
      finishTask(world, task, { by: 'system', reason: 'ASSET_REMOVED' });
    } else {
      withdrawOffers(world, task, 'AgentInviteFailed', 'ASSET_REMOVED');
    }
  }
  return accepted;
}

const WRAP_UP_NOTES = /^wrapUpNotes\d{0,2}$/;

/** Changes associated data; only what the agent may edit. */
export function patchTask(world: World, agentId: string, taskId: string, attributes: Readonly<Record<string, string>>): Answer {
  const wrapsUp = world.tasks.get(taskId)?.parties.get(agentId)?.involvement === 'wrapUp';
  const found = wrapsUp ? findTask(world, taskId) : taskOfAgent(world, agentId, taskId);
  if (!found.ok) return found;
  const task = found.value;
  for (const name of Object.keys(attributes)) {
    // Notes of a wrap-up are variables of their own: they belong to the contact, whatever became of its business account.
    if (wrapsUp && WRAP_UP_NOTES.test(name)) task.variables.set(name, { name, displayName: name, value: '', agentEditable: true, agentViewable: true });
    if (task.variables.get(name)?.agentEditable !== true) return refuse(403, `"${name.slice(0, 50)}" cannot be edited by agents.`);
  }
  for (const [name, value] of Object.entries(attributes)) {
    const variable = task.variables.get(name);
    if (variable !== undefined) variable.value = value;
  }
  world.ledger.note({ kind: 'command', agentId, command: 'patch', taskId, accepted: true, reason: Object.keys(attributes).join(',') });
  for (const party of joinedParties(task)) sendTaskEvent(world, party.agentId, task, 'ContactUpdated');
  return accepted;
}

/** The task, for an agent who is in its chat now, while its business account exists. */
export function taskOfAgent(world: World, agentId: string, taskId: string): Answer<Task> {
  const found = findTask(world, taskId);
  if (!found.ok) return found;
  const involvement = found.value.parties.get(agentId)?.involvement;
  if (involvement === undefined) return refuse(403, 'This agent has no part in this task.');
  if (found.value.assetRemoved) return refuse(409, 'The business account behind this chat was removed; only end is accepted.', 'assetRemoved');
  if (involvement !== 'joined') return refuse(409, 'This agent is not in the chat now.');
  return found;
}
