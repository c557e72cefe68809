// What is told: notices in the window, lines under the bell, sounds.
import type { Failure } from '../../domain/failure.ts';
import type { MaskedText } from '../../domain/masking.ts';
import type { Tone } from '../../domain/preferences.ts';
import type { TaskId } from '../../domain/task.ts';

/** A calm message that stays until it is dismissed or its reason is gone. */
export type NoticeView = { readonly noticeId: string; readonly at: number } & (
  | { readonly kind: 'missedOffer'; readonly customerName: MaskedText; readonly customerNumber?: MaskedText; readonly queueName: string }
  | { readonly kind: 'withdrawnOffer'; readonly customerName: MaskedText; readonly queueName: string; readonly why?: 'customerLeft' | 'assetRemoved' }
  /** A supervisor set the agent's status; goes when the agent sets it. `status` is the idle reason's name, '' = Available. */
  | { readonly kind: 'statusChanged'; readonly by: string; readonly status: string }
  /** Something about a chat came to nothing that no command of the window is waiting for: what a command refuses is its own answer. */
  | { readonly kind: 'taskFailed'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly failure: Failure }
  | { readonly kind: 'assetRemoved'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly assetName?: string }
  /** A message that can never be sent any more (its chat is gone); its text is offered for copying. */
  | { readonly kind: 'unsent'; readonly taskId: TaskId; readonly text: MaskedText; readonly failure: Failure }
  /** What is queued or typed is kept in memory only, because this computer offers no secure storage. */
  | { readonly kind: 'outboxNotSaved' }
);

/** One line under the bell. Requests and messages are there as long as they are unread, who waits until they are answered; the rest until it is cleared. */
export type NotificationView = { readonly notificationId: string; readonly at: number; readonly read: boolean } & (
  | { readonly kind: 'request'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly queueName: string }
  | { readonly kind: 'message'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly text: MaskedText; readonly count: number }
  /** No answer for longer than the policy's limit, since `since`; `count` messages of it are unread. */
  | { readonly kind: 'waiting'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly since: number; readonly count: number }
  | { readonly kind: 'missed'; readonly customerName: MaskedText; readonly queueName: string }
  | { readonly kind: 'assetRemoved'; readonly taskId: TaskId; readonly customerName: MaskedText }
  | { readonly kind: 'notAccepted'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly to: string }
  /** `at` is when the connection was lost. */
  | { readonly kind: 'connectionLost' }
);

/** What waits to be seen: the number on the bell, the badge and the tray, which so cannot differ. A message counts each, whoever waits with it. */
export const unreadCount = (notifications: Readonly<Record<string, NotificationView>>): number =>
  Object.values(notifications).reduce((sum, one) => sum + (one.read ? 0 : one.kind === 'message' || one.kind === 'waiting' ? Math.max(1, one.count) : 1), 0);

/** What the window plays. `volume` is 0 to 100. */
export interface SoundsView {
  /** Played once when `number` grows. */
  readonly latest: { readonly number: number; readonly tone: Tone; readonly volume: number } | null;
  /** A request rings: its tone repeats until this is null. */
  readonly ringing: { readonly tone: Tone; readonly volume: number } | null;
}
