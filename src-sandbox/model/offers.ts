// Offers: each is made once and has exactly one outcome (accepted, RONA, rejected, withdrawn), which the ledger records.
import { accepted, refuse, type Answer } from './answer.ts';
import { defaultIdleCode, putState } from './agents.ts';
import { joinedParties, sendTaskEvent, sendTaskFailure } from './frames.ts';
import { agentOf, findTask, setInvolvement } from './lookup.ts';
import { finishTask } from './ending.ts';
import type { OfferOutcome, OfferVia } from './records.ts';
import type { Agent, Offer, Task, World } from './types.ts';

/** The reference product's code for a request the agent turned down. */
const DECLINED = 156;

/** `AgentContactReserved` now, `AgentOfferContact` a moment later, RONA when nobody answers. */
export function makeOffer(world: World, task: Task, agent: Agent, via: OfferVia, fromAgentId: string | null): void {
  const offer: Offer = {
    offerId: world.random.uuid(),
    taskId: task.id,
    agentId: agent.id,
    via,
    fromAgentId,
    at: world.clock.now(),
    ronaTimeoutMs: world.settings.ronaTimeoutMs,
    stopTimers: () => undefined,
  };
  task.offers.set(agent.id, offer);
  setInvolvement(world, task, agent.id, 'offered');
  if (via !== 'conference') {
    task.stage = 'offered';
    task.ownerId = agent.id;
  }
  agent.freeSince = world.clock.now();
  world.ledger.note({ kind: 'offer', taskId: task.id, offerId: offer.offerId, agentId: agent.id, via });
  sendTaskEvent(world, agent.id, task, 'AgentContactReserved', { isConferencing: via === 'conference' });

  const stopReserve = world.after(world.settings.reserveMs, () => {
    sendTaskEvent(world, agent.id, task, 'AgentOfferContact', { isConferencing: via === 'conference' });
    world.happened({ kind: 'offered', offer });
  });
  const stopRona = world.after(world.settings.reserveMs + offer.ronaTimeoutMs, () => { notAnswered(world, task, offer, 'rona'); });
  offer.stopTimers = () => {
    stopReserve();
    stopRona();
  };
}

function closeOffer(world: World, task: Task, offer: Offer, outcome: OfferOutcome, reason: string): void {
  offer.stopTimers();
  task.offers.delete(offer.agentId);
  // An offer leaves no trace of an agent who never came in.
  if (outcome !== 'accepted') task.parties.delete(offer.agentId);
  world.ledger.note({ kind: 'offerOutcome', taskId: task.id, offerId: offer.offerId, agentId: offer.agentId, outcome, reason });
}

export function accept(world: World, agentId: string, taskId: string): Answer {
  const found = findTask(world, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const offer = task.offers.get(agentId);
  const note = (ok: boolean, reason: string) => { world.ledger.note({ kind: 'command', agentId, command: 'accept', taskId, accepted: ok, reason }); };
  if (offer === undefined) {
    const mine = task.parties.get(agentId)?.involvement === 'joined';
    note(mine, mine ? 'ALREADY_ASSIGNED' : 'OFFER_NOT_FOUND');
    // Accepting twice is not a fault: the agent's answer may have been lost on the way.
    if (mine) sendTaskEvent(world, agentId, task, 'AgentContactAssigned');
    else sendTaskFailure(world, agentId, taskId, 'AgentContactAssignFailed', 'OFFER_NOT_FOUND');
    return accepted;
  }
  note(true, '');
  const others = joinedParties(task);
  closeOffer(world, task, offer, 'accepted', '');
  setInvolvement(world, task, agentId, 'joined');
  task.stage = 'connected';
  if (offer.via !== 'conference') {
    task.ownerId = agentId;
    task.firstInLine = false;
  }
  world.ledger.note({ kind: 'taskState', taskId, change: offer.via === 'conference' ? 'joined' : 'assigned', by: agentId });
  sendTaskEvent(world, agentId, task, 'AgentContactAssigned');
  const who = { participantId: agentId, participantName: agentOf(world, agentId).name };
  for (const party of others) {
    if (party.agentId === offer.fromAgentId) sendTaskEvent(world, party.agentId, task, 'AgentConsultConferenced', { ...who, destAgentId: agentId });
    sendTaskEvent(world, party.agentId, task, 'ParticipantJoinedConference', who);
  }
  world.happened({ kind: 'assigned', task, agentId, via: offer.via });
  return accepted;
}

export function reject(world: World, agentId: string, taskId: string): Answer {
  const found = findTask(world, taskId);
  if (!found.ok) return found;
  const offer = found.value.offers.get(agentId);
  world.ledger.note({ kind: 'command', agentId, command: 'reject', taskId, accepted: offer !== undefined, reason: offer === undefined ? 'OFFER_NOT_FOUND' : '' });
  if (offer === undefined) return refuse(403, 'This task is not offered to this agent.');
  notAnswered(world, found.value, offer, 'rejected');
  return accepted;
}

/** Nobody took it: the agent goes RONA (or idle, when they said no), and the offer ends as its kind demands. */
function notAnswered(world: World, task: Task, offer: Offer, outcome: 'rona' | 'rejected'): void {
  const declined = outcome === 'rejected';
  closeOffer(world, task, offer, outcome, declined ? 'USER_DECLINED' : 'RONA_TIMER_EXPIRED');
  if (offer.via === 'queue') {
    task.stage = 'queued';
    task.ownerId = null;
    task.firstInLine = true;
    world.ledger.note({ kind: 'taskState', taskId: task.id, change: 'queued', by: 'system', detail: 'firstInLine' });
  }
  if (offer.via === 'transfer') task.ownerId = null;
  sendTaskEvent(world, offer.agentId, task, 'AgentOfferContactRona', declined ? { reason: 'USER_DECLINED', reasonCode: DECLINED } : { reason: 'RONA_TIMER_EXPIRED', reasonCode: 0 });
  const agent = agentOf(world, offer.agentId);
  if (agent.session !== null) putState(world, agent, declined ? 'Idle' : 'RONA', defaultIdleCode(world), 'system', declined ? 'USER_DECLINED' : 'RONA_TIMER_EXPIRED');
  if (offer.via === 'transfer') finishTask(world, task, { by: 'system', reason: 'AGENT_NOT_ACCEPTED', alsoTell: offer.fromAgentId });
  if (offer.via === 'conference' && offer.fromAgentId !== null) sendTaskFailure(world, offer.fromAgentId, task.id, 'AgentConsultConferenceFailed', 'AGENT_NOT_ACCEPTED');
}

/** Takes every open offer of a task back; the agents are told with `type`. */
export function withdrawOffers(world: World, task: Task, type: 'AgentInviteFailed' | 'ContactEnded', reason: string): void {
  for (const offer of [...task.offers.values()]) withdrawOffer(world, task, offer, type, reason);
}

export function withdrawOffer(world: World, task: Task, offer: Offer, type: 'AgentInviteFailed' | 'ContactEnded', reason: string): void {
  closeOffer(world, task, offer, 'withdrawn', reason);
  sendTaskEvent(world, offer.agentId, task, type, { reason });
}
