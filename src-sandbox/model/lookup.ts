// Questions several operations ask of the world.
import { refuse, type Answer, answer } from './answer.ts';
import type { Agent, Party, Task, World } from './types.ts';

export function agentOf(world: World, agentId: string): Agent {
  const agent = world.agents.get(agentId);
  if (agent === undefined) throw new Error(`No agent ${agentId}.`);
  return agent;
}

export const findTask = (world: World, taskId: string): Answer<Task> => {
  const task = world.tasks.get(taskId);
  return task === undefined ? refuse(404, 'There is no such task.') : answer(task);
};

/** Chats that take one of an agent's places: offered, open, or waiting for wrap-up. */
export function placesTaken(world: World, agentId: string): number {
  let taken = 0;
  for (const task of world.tasks.values()) {
    const involvement = task.parties.get(agentId)?.involvement;
    if (involvement === 'offered' || involvement === 'joined' || involvement === 'wrapUp') taken += 1;
  }
  return taken;
}

export const isActive = (party: Party | undefined): boolean =>
  party !== undefined && (party.involvement === 'offered' || party.involvement === 'joined' || party.involvement === 'wrapUp');

/** Ready for one more chat. */
export const hasRoom = (world: World, agent: Agent): boolean =>
  agent.session !== null && agent.subStatus === 'Available' && placesTaken(world, agent.id) < world.settings.capacity;

/** Ready for this chat, and not part of it already. */
export const canTake = (world: World, agent: Agent, task: Task): boolean => hasRoom(world, agent) && !isActive(task.parties.get(agent.id));

/** Longest available first; a person who is signed in goes before simulated colleagues. */
export function candidates(world: World, task: Task): Agent[] {
  return [...world.agents.values()]
    .filter((agent) => canTake(world, agent, task))
    .sort((one, other) => Number(one.simulated) - Number(other.simulated) || one.freeSince - other.freeSince);
}

export const waitingIn = (world: World, queueId: string): number =>
  [...world.tasks.values()].filter((task) => task.stage === 'queued' && task.queueId === queueId).length;

/** Moves an agent's part in a task on, keeping when they joined. */
export function setInvolvement(world: World, task: Task, agentId: string, involvement: Party['involvement']): void {
  const now = world.clock.now();
  const before = task.parties.get(agentId);
  const joinedAt = involvement === 'joined' ? now : involvement === 'offered' ? null : (before?.joinedAt ?? null);
  task.parties.set(agentId, { agentId, involvement, since: now, joinedAt });
  task.lastUpdatedAt = now;
}
