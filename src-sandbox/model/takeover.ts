// A real client signs in as an agent who was simulated: the simulation lets go, and its chats go back to where they waited.
import { finishTask } from './ending.ts';
import { exitConference } from './handover.ts';
import { agentOf } from './lookup.ts';
import { joinedParties } from './frames.ts';
import { withdrawOffer } from './offers.ts';
import type { World } from './types.ts';

/** Does nothing for an agent who is a real person already. Afterwards the agent is logged out, with no task. */
export function takeOver(world: World, agentId: string): void {
  const agent = agentOf(world, agentId);
  if (!agent.simulated) return;
  agent.simulated = false;
  for (const task of world.tasks.values()) {
    const party = task.parties.get(agentId);
    if (party === undefined) continue;
    const offer = task.offers.get(agentId);
    if (offer !== undefined) {
      withdrawOffer(world, task, offer, 'AgentInviteFailed', 'AGENT_SIGNED_IN');
      if (offer.via === 'queue') {
        task.stage = 'queued';
        task.ownerId = null;
        task.firstInLine = true;
      }
      if (offer.via === 'transfer') finishTask(world, task, { by: 'system', reason: 'AGENT_NOT_ACCEPTED', alsoTell: offer.fromAgentId });
    } else if (party.involvement === 'joined' && joinedParties(task).length > 1) {
      exitConference(world, agentId, task.id);
      task.parties.delete(agentId);
    } else if (party.involvement === 'joined') {
      task.parties.delete(agentId);
      task.stage = 'queued';
      task.ownerId = null;
      task.firstInLine = true;
    } else {
      task.parties.delete(agentId);
    }
  }
  agent.session = null;
  world.ledger.note({ kind: 'agentState', agentId, subStatus: 'LoggedOut', auxCodeId: '', by: 'system', reason: 'a real client signs in' });
}
