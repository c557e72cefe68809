// What a chat can be handed over to, in the order the agent reads it, and what still holds of a choice. Pure.
import type { ColleagueEntry, Destination, QueueEntry } from '../../../src-shared/domain/directory.ts';
import type { DirectoryView } from '../../../src-shared/ipc/view.ts';

/** Available colleagues first, then by name; the agent of this desk is not among them. */
export function sortedColleagues(agents: readonly ColleagueEntry[], ownId: string, locale: string): readonly ColleagueEntry[] {
  const collator = new Intl.Collator(locale);
  const rank = (entry: ColleagueEntry): number => (entry.state === 'available' ? 0 : 1);
  return agents.filter((entry) => entry.id !== ownId).sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}

export function sortedQueues(queues: readonly QueueEntry[], locale: string): readonly QueueEntry[] {
  const collator = new Intl.Collator(locale);
  return [...queues].sort((a, b) => collator.compare(a.name, b.name));
}

export type Choice =
  | { readonly state: 'none' }
  | { readonly state: 'possible'; readonly destination: Destination }
  /** Chosen, and since then it has gone or become unavailable. */
  | { readonly state: 'gone'; readonly name: string };

/** Judges the choice by the directory as it is now: it is refreshed while the dialog is open. */
export function judgeChoice(type: Destination['type'], id: string | null, directory: Pick<DirectoryView, 'queues' | 'agents'>): Choice {
  if (id === null) return { state: 'none' };
  if (type === 'queue') return directory.queues.some((queue) => queue.id === id) ? { state: 'possible', destination: { type, id } } : { state: 'none' };
  const agent = directory.agents.find((entry) => entry.id === id);
  if (agent === undefined) return { state: 'none' };
  return agent.state === 'available' ? { state: 'possible', destination: { type, id } } : { state: 'gone', name: agent.name };
}
