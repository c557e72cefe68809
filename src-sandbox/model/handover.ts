// Transfer and conference. A transfer to an agent rings once and is dropped when not accepted; to a queue it waits like any chat.
import { accepted, type Answer } from './answer.ts';
import { joinedParties, sendTaskEvent, sendTaskFailure } from './frames.ts';
import { agentOf, canTake, candidates, findTask, setInvolvement } from './lookup.ts';
import { makeOffer } from './offers.ts';
import { taskOfAgent } from './tasks.ts';
import type { Agent, Task, World } from './types.ts';

export interface Target {
  readonly to: string;
  readonly destinationType: string;
}

type Choice = { readonly agent: Agent } | { readonly reason: string };

function chooseAgent(world: World, task: Task, { to, destinationType }: Target): Choice {
  if (destinationType === 'agent') {
    const agent = world.agents.get(to);
    if (agent === undefined) return { reason: 'AGENT_NOT_FOUND' };
    return canTake(world, agent, task) ? { agent } : { reason: 'AGENT_NOT_AVAILABLE' };
  }
  if (destinationType !== 'queue') return { reason: 'DESTINATION_TYPE_NOT_SUPPORTED' };
  if (!world.organisation.queues.some((queue) => queue.id === to)) return { reason: 'QUEUE_NOT_FOUND' };
  const [agent] = candidates(world, task);
  return agent === undefined ? { reason: 'NO_AGENT_AVAILABLE' } : { agent };
}

export function transfer(world: World, agentId: string, taskId: string, target: Target): Answer {
  const found = taskOfAgent(world, agentId, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const toQueue = target.destinationType === 'queue';
  const refusal = whyNoTransfer(world, task, agentId, target);
  world.ledger.note({ kind: 'command', agentId, command: 'transfer', taskId, accepted: refusal === '', reason: refusal === '' ? `${target.destinationType} ${target.to}` : refusal });
  if (refusal !== '') {
    sendTaskFailure(world, agentId, taskId, toQueue ? 'AgentVteamTransferFailed' : 'AgentBlindTransferFailed', refusal);
    return accepted;
  }
  setInvolvement(world, task, agentId, 'wrapUp');
  task.ownerId = null;
  world.ledger.note({ kind: 'taskState', taskId, change: 'transferred', by: agentId, detail: `${target.destinationType} ${target.to}` });
  if (toQueue) {
    task.stage = 'queued';
    task.queueId = target.to;
    task.queuedAt = world.clock.now();
    task.firstInLine = false;
    sendTaskEvent(world, agentId, task, 'AgentVteamTransferred');
  } else {
    task.stage = 'offered';
    sendTaskEvent(world, agentId, task, 'AgentBlindTransferred', { destAgentId: target.to });
    makeOffer(world, task, agentOf(world, target.to), 'transfer', agentId);
  }
  return accepted;
}

function whyNoTransfer(world: World, task: Task, agentId: string, target: Target): string {
  if (task.ownerId !== agentId) return 'NOT_OWNER';
  if (joinedParties(task).length > 1 || task.offers.size > 0) return 'CONFERENCE_IN_PROGRESS';
  if (target.destinationType === 'queue') return world.organisation.queues.some((queue) => queue.id === target.to) ? '' : 'QUEUE_NOT_FOUND';
  const choice = chooseAgent(world, task, target);
  return 'reason' in choice ? choice.reason : '';
}

/** Asks one more agent into the chat: `AgentConsultConferencing` while it rings, `AgentConsultConferenced` once they are in. */
export function conference(world: World, agentId: string, taskId: string, target: Target): Answer {
  const found = taskOfAgent(world, agentId, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const choice = chooseAgent(world, task, target);
  const reason = 'reason' in choice ? choice.reason : '';
  world.ledger.note({ kind: 'command', agentId, command: 'conference', taskId, accepted: reason === '', reason: reason === '' ? `${target.destinationType} ${target.to}` : reason });
  if ('reason' in choice) {
    sendTaskFailure(world, agentId, taskId, 'AgentConsultConferenceFailed', choice.reason);
    return accepted;
  }
  sendTaskEvent(world, agentId, task, 'AgentConsultConferencing', { destAgentId: choice.agent.id });
  makeOffer(world, task, choice.agent, 'conference', agentId);
  return accepted;
}

/** Ends the agent's own part: wrap-up for them, the chat goes on with the others; an owner hands it to who joined first. */
export function exitConference(world: World, agentId: string, taskId: string): Answer {
  const found = findTask(world, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const mine = task.parties.get(agentId)?.involvement === 'joined';
  const others = joinedParties(task).filter((party) => party.agentId !== agentId);
  const [heir] = [...others].sort((one, other) => (one.joinedAt ?? 0) - (other.joinedAt ?? 0));
  const reason = mine && heir !== undefined ? '' : 'NOT_IN_CONFERENCE';
  world.ledger.note({ kind: 'command', agentId, command: 'conference/exit', taskId, accepted: reason === '', reason });
  if (reason !== '' || heir === undefined) {
    sendTaskFailure(world, agentId, taskId, 'ParticipantLeftConferenceFailed', reason);
    return accepted;
  }
  const wasOwner = task.ownerId === agentId;
  setInvolvement(world, task, agentId, 'wrapUp');
  if (wasOwner) task.ownerId = heir.agentId;
  world.ledger.note({ kind: 'taskState', taskId, change: 'left', by: agentId });
  const who = { participantId: agentId, participantName: agentOf(world, agentId).name };
  sendTaskEvent(world, agentId, task, 'ParticipantLeftConference', who);
  sendTaskEvent(world, agentId, task, 'AgentWrapup', { reason: 'LEFT_CONFERENCE' });
  for (const party of others) {
    sendTaskEvent(world, party.agentId, task, 'ParticipantLeftConference', who);
    if (wasOwner) sendTaskEvent(world, party.agentId, task, 'ContactOwnerChanged');
  }
  return accepted;
}
