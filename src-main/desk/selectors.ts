// What other rooms may ask of the desk's state. All of it is masked already; the vault is not reachable from here.
import { isConversation, type TaskId } from '../../src-shared/domain/task.ts';
import type { NotificationPreferences } from '../../src-shared/domain/preferences.ts';
import { createNotificationsSelector, type Notifications } from './notifications.ts';
import type { TaskState } from './slices/tasks.ts';
import type { DeskState } from './store.ts';

export { overdueOf, waitingSince } from './notifications.ts';
export type { Notifications } from './notifications.ts';
export type { Note } from './slices/news.ts';
export type { TaskState } from './slices/tasks.ts';
export type { DeskState } from './store.ts';

const select = createNotificationsSelector();

export const selectTasks = (state: DeskState): Readonly<Record<TaskId, TaskState>> => state.tasks;
export const selectNotices = (state: DeskState): DeskState['notices'] => state.notices;
export const selectConnection = (state: DeskState): DeskState['connection'] => state.connection;
export const selectNotifications = (state: DeskState): Notifications => select(state.tasks, state.news.notes);
export const selectNotificationPreferences = (state: DeskState): NotificationPreferences => state.settings.notifications;
export const selectInFront = (state: DeskState): boolean => state.desk.inFront;
export const selectOpenTaskId = (state: DeskState): TaskId | null => state.desk.openTaskId;
export const selectLocale = (state: DeskState): string => state.desk.app.locale;
export const selectStatus = (state: DeskState): DeskState['agent']['status'] => state.agent.status;
export const selectWaitLimit = (state: DeskState): number => state.policy.unanswered.redSeconds * 1000;
export const selectSignedIn = (state: DeskState): boolean => state.session.step === 'signedIn';
export const isChat = (task: TaskState | undefined): task is TaskState => task !== undefined && isConversation(task.phase);
