// Which customers wait too long for an answer: each wait is told once, when its timer turns red. Pure.
import { overdueOf, selectTasks, selectWaitLimit, waitingSince, type DeskState } from '../desk/selectors.ts';
import type { News } from './news.ts';

export interface OverdueWaits {
  /** Not told yet, who waits longest first. */
  readonly due: readonly Extract<News, { readonly kind: 'waiting' }>[];
  /** When the next wait will be too long; null = nobody waits. */
  readonly nextAt: number | null;
}

export function overdueWaits(state: DeskState, now: number): OverdueWaits {
  const limit = selectWaitLimit(state);
  const waits = Object.values(selectTasks(state)).flatMap((task) => {
    const since = waitingSince(task);
    return since === null || overdueOf(task) !== null ? [] : [{ kind: 'waiting' as const, taskId: task.taskId, since }];
  }).sort((a, b) => a.since - b.since);
  const due = waits.filter(({ since }) => since + limit <= now);
  const next = waits[due.length];
  return { due, nextAt: next ? next.since + limit : null };
}

/** Whether what `overdueWaits` reads has changed. */
export const waitsDiffer = (before: DeskState, now: DeskState): boolean =>
  selectTasks(before) !== selectTasks(now) || selectWaitLimit(before) !== selectWaitLimit(now);
