// Routing: each waiting chat, in line order, goes to the agent who has been available longest and has a free place.
import { makeOffer } from './offers.ts';
import { candidates } from './lookup.ts';
import type { Task, World } from './types.ts';

const inLine = (one: Task, other: Task): number =>
  Number(other.firstInLine) - Number(one.firstInLine) || one.queuedAt - other.queuedAt || one.createdAt - other.createdAt;

/** Makes every offer that can be made now. */
export function routeWaiting(world: World): void {
  const waiting = [...world.tasks.values()].filter((task) => task.stage === 'queued').sort(inLine);
  for (const task of waiting) {
    const [agent] = candidates(world, task);
    if (agent !== undefined) makeOffer(world, task, agent, 'queue', null);
  }
}
