// What is taken back: whether a desktop notification still has a reason, and which notes have been answered elsewhere. Pure.
import { assertNever } from '../../src-shared/domain/result.ts';
import { isOffer } from '../../src-shared/domain/task.ts';
import { selectConnection, selectInFront, selectNotices, selectNotificationPreferences, selectNotifications, selectTasks, waitingSince, type DeskState } from '../desk/selectors.ts';
import type { News } from './news.ts';

/** Read, answered here or elsewhere, ended, missed: then it goes. In front of the agent all is in the window. */
export function isWanted(news: News, state: DeskState): boolean {
  if (selectInFront(state) || selectNotificationPreferences(state).silent) return false;
  if (news.kind === 'note') return selectNotifications(state)[news.note.notificationId]?.read === false;
  const task = selectTasks(state)[news.taskId];
  if (!task) return false;
  switch (news.kind) {
    case 'request': return task.phase.name === 'offered';
    case 'message': return !isOffer(task.phase) && task.unread > 0;
    case 'waiting': return waitingSince(task) === news.since;
    default: return assertNever(news);
  }
}

/** Ids of notes the agent has dealt with without the bell: the notice was dismissed or answered, the connection is back. */
export function answeredNotes(before: DeskState, now: DeskState): readonly string[] {
  const notices = selectNotices(now);
  const dismissed = selectNotices(before) === notices ? [] : Object.keys(selectNotices(before)).filter((id) => !(id in notices));
  const isBack = selectConnection(now).state === 'live' && selectConnection(before).state !== 'live';
  const lost = isBack ? Object.values(selectNotifications(now)).filter((one) => one.kind === 'connectionLost').map((one) => one.notificationId) : [];
  return [...dismissed, ...lost].filter((id) => selectNotifications(now)[id]?.read === false);
}
