// The last part of a task: ended, agents wrap up, closed when the last one has.
import { sendTaskEvent } from './frames.ts';
import { setInvolvement } from './lookup.ts';
import type { Task, World } from './types.ts';

export interface Ending {
  /** An agent's id, `customer` or `system`. */
  readonly by: string;
  readonly reason: string;
  /** One more agent who is told, although no longer in the chat. */
  readonly alsoTell?: string | null;
}

/** Ends a chat without open offers: who ended it gets `AgentWrapup`, the others in it `ContactEnded`; all of them wrap up. */
export function finishTask(world: World, task: Task, { by, reason, alsoTell = null }: Ending): void {
  const present = [...task.parties.values()].filter((party) => party.involvement === 'joined').map((party) => party.agentId);
  task.stage = 'ended';
  task.endedBy = by === 'customer' || by === 'system' ? by : 'agent';
  for (const agentId of present) setInvolvement(world, task, agentId, 'wrapUp');
  world.ledger.note({ kind: 'taskState', taskId: task.id, change: 'ended', by, detail: reason });
  for (const agentId of present) {
    if (agentId === by) sendTaskEvent(world, agentId, task, 'AgentWrapup', { reason });
    else sendTaskEvent(world, agentId, task, 'ContactEnded', { reason, endedBy: task.endedBy });
  }
  if (alsoTell !== null && !present.includes(alsoTell)) sendTaskEvent(world, alsoTell, task, 'ContactEnded', { reason, endedBy: task.endedBy });
  world.happened({ kind: 'ended', task });
  closeWhenDone(world, task);
}

export function closeWhenDone(world: World, task: Task): void {
  if (task.stage !== 'ended') return;
  if ([...task.parties.values()].some((party) => party.involvement === 'wrapUp')) return;
  task.stage = 'closed';
  world.ledger.note({ kind: 'taskState', taskId: task.id, change: 'closed', by: 'system' });
}
