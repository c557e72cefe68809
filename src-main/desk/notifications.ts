// What is under the bell, from the state: requests that wait, messages that are unread, customers who wait too long, notes. Nothing is counted beside it.
import { isConversation, isOffer, type TaskId } from '../../src-shared/domain/task.ts';
import type { NotificationView } from '../../src-shared/ipc/view.ts';
import type { Note } from './slices/news.ts';
import type { TaskState } from './slices/tasks.ts';

export type Notifications = Readonly<Record<string, NotificationView>>;

/** Of a task at most one: the request, or that its customer waits too long, or its unread messages together. */
function notificationOf(task: TaskState): NotificationView | null {
  const { taskId, phase, facts, unread, preview, lastActivityAt } = task;
  const about = { taskId, customerName: facts.customerName, read: false };
  if (isOffer(phase)) return phase.name === 'offered' ? { ...about, kind: 'request', notificationId: `request:${taskId}`, at: phase.since, queueName: facts.queueName } : null;
  const wait = overdueOf(task);
  if (wait) return { ...about, kind: 'waiting', notificationId: `waiting:${taskId}`, at: wait.since, since: wait.since, count: unread, read: wait.seen && unread === 0 };
  if (unread === 0) return null;
  const text = preview?.from === 'customer' ? preview.text : { text: '', spans: [] };
  return { ...about, kind: 'message', notificationId: `message:${taskId}`, at: preview?.at ?? lastActivityAt, text, count: unread };
}

/** Since when the customer waits for an answer this agent can give; null = nobody waits. */
export const waitingSince = ({ phase, assetRemoved, unansweredSince }: TaskState): number | null =>
  (isConversation(phase) && !assetRemoved ? unansweredSince : null);

/** The wait that goes on and was told to be too long. */
export const overdueOf = (task: TaskState): TaskState['overdue'] =>
  (task.overdue !== null && task.overdue.since === waitingSince(task) ? task.overdue : null);

/** Remembers each task's line, so that one message changes one line. */
export function createNotificationsSelector(): (tasks: Readonly<Record<TaskId, TaskState>>, notes: Readonly<Record<string, Note>>) => Notifications {
  const lines = new WeakMap<TaskState, NotificationView | null>();
  let last: { readonly tasks: unknown; readonly notes: unknown; readonly all: Notifications } | null = null;
  return (tasks, notes) => {
    if (last?.tasks === tasks && last.notes === notes) return last.all;
    const all: Record<string, NotificationView> = { ...notes };
    for (const task of Object.values(tasks)) {
      const line = lines.has(task) ? (lines.get(task) ?? null) : notificationOf(task);
      lines.set(task, line);
      if (line) all[line.notificationId] = line;
    }
    last = { tasks, notes, all };
    return all;
  };
}
