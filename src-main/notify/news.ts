// What is new between two states of the desk. Pure; reads the masked state alone.
import type { NewsTopic } from '../../src-shared/domain/preferences.ts';
import { assertNever } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { NoticeView } from '../../src-shared/ipc/view.ts';
import { isChat, selectNotices, selectTasks, type DeskState, type Note, type TaskState } from '../desk/selectors.ts';

export type News =
  | { readonly kind: 'request'; readonly taskId: TaskId }
  | { readonly kind: 'message'; readonly taskId: TaskId }
  /** The customer has no answer for longer than the policy's limit. */
  | { readonly kind: 'waiting'; readonly taskId: TaskId; readonly since: number }
  /** Something for the bell that no task will remember. */
  | { readonly kind: 'note'; readonly note: Note };

export function topicOf(news: News): NewsTopic {
  return news.kind === 'note' ? 'status' : news.kind;
}

/** What a desktop notification is filed under: a chat has one, whatever happens in it. */
export const keyOf = (news: News): string => (news.kind === 'note' ? `note:${news.note.notificationId}` : `task:${news.taskId}`);

/** What happened from `before` to `now`, in the order an agent should hear it. */
export function newsBetween(before: DeskState, now: DeskState): News[] {
  return [...fromTasks(selectTasks(before), selectTasks(now)), ...fromNotices(selectNotices(before), selectNotices(now))];
}

type Tasks = Readonly<Record<TaskId, TaskState>>;

function fromTasks(before: Tasks, now: Tasks): News[] {
  if (before === now) return [];
  return Object.values(now).flatMap((task): News[] => {
    const known = before[task.taskId];
    if (known === task) return [];
    const { taskId } = task;
    if (task.phase.name === 'offered') return known?.phase.name === 'offered' ? [] : [{ kind: 'request', taskId }];
    // The messages a chat comes with are its past: the request has told of it, or the agent is back after a restart.
    const isNews = isChat(task) && isChat(known) && known.preview !== null && task.unread > known.unread;
    return isNews ? [{ kind: 'message', taskId }] : [];
  });
}

type Notices = Readonly<Record<string, NoticeView>>;

function fromNotices(before: Notices, now: Notices): News[] {
  if (before === now) return [];
  return Object.values(now).flatMap((notice): News[] => {
    const note = notice.noticeId in before ? null : noteOf(notice);
    return note ? [{ kind: 'note', note }] : [];
  });
}

/** The note a notice leaves, under the notice's own id; null where the window says enough. */
function noteOf(notice: NoticeView): Note | null {
  const common = { notificationId: notice.noticeId, at: notice.at, read: false };
  switch (notice.kind) {
    case 'missedOffer':
      return { ...common, kind: 'missed', customerName: notice.customerName, queueName: notice.queueName };
    case 'assetRemoved':
      return { ...common, kind: 'assetRemoved', taskId: notice.taskId, customerName: notice.customerName };
    case 'taskFailed':
      if (notice.failure.code !== 'transferNotAccepted' && notice.failure.code !== 'invitationNotAccepted') return null;
      return { ...common, kind: 'notAccepted', taskId: notice.taskId, customerName: notice.customerName, to: String(notice.failure.values?.['name'] ?? '') };
    case 'withdrawnOffer':
    case 'statusChanged':
    case 'unsent':
    case 'outboxNotSaved':
      return null;
    default:
      return assertNever(notice);
  }
}
