// In which order tasks are shown: requests, popovers, conversations. Pure; answers ids, so that a list renders again only when its order changes.
import type { TaskOrder } from '../../src-shared/domain/preferences.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { DeskView, TaskPhaseView, TaskView } from '../../src-shared/ipc/view.ts';

type Tasks = DeskView['tasks'];
type Compare = (a: TaskView, b: TaskView) => number;

/** Equal tasks keep one order on every computer. */
const byId: Compare = (a, b) => (a.taskId < b.taskId ? -1 : a.taskId > b.taskId ? 1 : 0);

const isRequest = ({ name }: TaskPhaseView): boolean => name === 'reserved' || name === 'offered';

const idsOf = (tasks: Tasks, keep: (task: TaskView) => boolean, compare: Compare): readonly TaskId[] =>
  Object.values(tasks).filter(keep).sort((a, b) => compare(a, b) || byId(a, b)).map((task) => task.taskId);

/** Popovers: the request that came first is on top, because it runs out first. */
export const offerIds = (tasks: Tasks): readonly TaskId[] =>
  idsOf(tasks, (task) => isRequest(task.phase), (a, b) => a.phase.since - b.phase.since);

/** Task list: the request that came last is on top; the popovers' order turned round, so that the two never disagree. */
export const requestIds = (tasks: Tasks): readonly TaskId[] => [...offerIds(tasks)].reverse();

const newestFirst: Compare = (a, b) => b.lastActivityAt - a.lastActivityAt;

/** Who waits longest is on top; nothing owed comes after, newest first; wrap-ups last, because nobody waits for them. */
const longestWaitFirst: Compare = (a, b) => {
  const rank = (task: TaskView): number => (task.phase.name === 'wrapUp' ? 2 : task.unansweredSince === null ? 1 : 0);
  return rank(a) - rank(b) || (a.unansweredSince ?? 0) - (b.unansweredSince ?? 0) || newestFirst(a, b);
};

export const conversationIds = (tasks: Tasks, order: TaskOrder): readonly TaskId[] =>
  idsOf(tasks, (task) => !isRequest(task.phase), order === 'newest' ? newestFirst : longestWaitFirst);

/** How many of the offers capacity allows to accept: what is free beside the conversations that go on. */
export function acceptableIds(tasks: Tasks, capacity: number): readonly TaskId[] {
  const busy = Object.values(tasks).filter((task) => task.phase.name === 'connected' || task.phase.name === 'conference' || task.busy === 'accept').length;
  const offered = offerIds(tasks).filter((id) => tasks[id]?.phase.name === 'offered' && tasks[id].busy === null);
  return offered.slice(0, Math.max(0, capacity - busy));
}

export const sameIds = (a: readonly TaskId[], b: readonly TaskId[]): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

/** The order the agent chose. */
export const orderOf = (view: Pick<DeskView, 'settings'>): TaskOrder => view.settings.taskOrder ?? 'longestWait';
