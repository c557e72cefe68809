// Simulated colleagues: they answer requests as their habit says, greet, leave after a while and wrap up.
import { AVAILABLE_AUX_CODE } from '../../src-shared/domain/agent.ts';
import { putState } from '../model/agents.ts';
import type { Centre } from '../model/centre.ts';
import { joinedParties } from '../model/frames.ts';
import { exitConference } from '../model/handover.ts';
import { agentOf } from '../model/lookup.ts';
import { appendFromAgent } from '../model/messages.ts';
import { accept, reject } from '../model/offers.ts';
import { end, wrapUp } from '../model/tasks.ts';
import type { OfferVia } from '../model/records.ts';
import type { Offer, Task, World } from '../model/types.ts';

const GREETS_AFTER_MS = 1_500;
const WRAPS_UP_AFTER_MS = 2_000;
/** A simulated agent who missed a request looks at the screen again. */
const BACK_FROM_RONA_MS = 30_000;

const simulated = (world: World, agentId: string): boolean => agentOf(world, agentId).simulated;

/** Gives every simulated agent of `centre` a life of their own. */
export function animateColleagues({ world, listen }: Centre): void {
  const paced = (ms: number): number => ms * world.settings.pace;

  const answerOffer = (offer: Offer): void => {
    if (!simulated(world, offer.agentId)) return;
    const { answer, afterMs } = agentOf(world, offer.agentId).habit;
    if (answer === 'ignore') return;
    world.after(afterMs, () => {
      // The offer may have gone meanwhile, or its agent have become a real person.
      if (world.tasks.get(offer.taskId)?.offers.get(offer.agentId) !== offer || !simulated(world, offer.agentId)) return;
      if (answer === 'accept') accept(world, offer.agentId, offer.taskId);
      else reject(world, offer.agentId, offer.taskId);
    });
  };

  const greet = (task: Task, agentId: string, via: OfferVia): void => {
    const name = agentOf(world, agentId).name.split(' ')[0] ?? '';
    world.after(paced(GREETS_AFTER_MS), () => {
      if (task.parties.get(agentId)?.involvement !== 'joined' || !simulated(world, agentId)) return;
      const text = via === 'conference' ? `${name} here, I am reading along.` : `Hello ${task.customer.name.split(' ')[0] ?? ''}, ${name} here. I will help you further.`;
      appendFromAgent(world, agentId, task.id, { type: 'text', message: { aliasId: world.random.uuid(), text, timestamp: world.clock.now() } });
    });
  };

  const leaveLater = (task: Task, agentId: string): void => {
    if (world.settings.colleagueStayMs === 0) return;
    world.after(world.settings.colleagueStayMs, () => {
      if (task.parties.get(agentId)?.involvement !== 'joined' || !simulated(world, agentId)) return;
      if (joinedParties(task).length > 1) exitConference(world, agentId, task.id);
      else end(world, agentId, task.id);
      wrapUpSoon(task);
    });
  };

  const wrapUpSoon = (task: Task): void => {
    const code = world.organisation.auxCodes.find((entry) => entry.workTypeCode === 'WRAP_UP_CODE' && entry.defaultCode);
    for (const party of task.parties.values()) {
      if (party.involvement !== 'wrapUp' || !simulated(world, party.agentId) || code === undefined) continue;
      world.after(paced(WRAPS_UP_AFTER_MS), () => {
        if (task.parties.get(party.agentId)?.involvement === 'wrapUp' && simulated(world, party.agentId)) wrapUp(world, party.agentId, task.id, code.id, code.name);
      });
    }
  };

  listen((happening) => {
    switch (happening.kind) {
      case 'offered': answerOffer(happening.offer); break;
      case 'assigned':
        if (!simulated(world, happening.agentId)) break;
        greet(happening.task, happening.agentId, happening.via);
        leaveLater(happening.task, happening.agentId);
        break;
      case 'ended': wrapUpSoon(happening.task); break;
      case 'agentChanged': {
        const { agent } = happening;
        if (!agent.simulated || agent.subStatus !== 'RONA') break;
        world.after(BACK_FROM_RONA_MS, () => {
          if (agent.simulated && agent.session !== null && agent.subStatus === 'RONA') putState(world, agent, 'Available', AVAILABLE_AUX_CODE, agent.id);
        });
        break;
      }
      case 'appended': break;
    }
  });
}
