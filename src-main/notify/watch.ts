// Watches the desk and tells: desktop notifications, sounds, flashing, badge. Everything shown is taken back when its reason is gone.
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { Failure } from '../../src-shared/domain/failure.ts';
import type { Tone } from '../../src-shared/domain/preferences.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { CommandArguments, CommandName } from '../../src-shared/ipc/commands.ts';
import { unreadCount, type SoundsView } from '../../src-shared/ipc/view.ts';
import {
  selectConnection, selectInFront, selectLocale, selectNotificationPreferences, selectNotifications, selectOpenTaskId, selectSignedIn,
  type DeskState, type Note,
} from '../desk/selectors.ts';
import { decide, showsPreview, type SuppressedReason } from './decide.ts';
import { keyOf, newsBetween, topicOf, type News } from './news.ts';
import type { Presented, Presenter, ToastAnswers } from './presenter.ts';
import { minuteOfDay } from './quiet-hours.ts';
import { answeredNotes, isWanted } from './upkeep.ts';
import { overdueWaits, waitsDiffer } from './waiting.ts';
import { wordsOf, type TextOf, type Words } from './words.ts';

/** The desk as this room needs it. */
export interface WatchedDesk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly command: <N extends CommandName>(name: N, args: CommandArguments<N>) => Promise<Result<unknown>>;
  readonly news: {
    readonly note: (note: Note) => void;
    readonly play: (tone: Tone, volume: number) => void;
    readonly overdue: (taskId: TaskId, since: number) => void;
    readonly notSent: (taskId: TaskId, text: string, failure: Failure) => void;
    readonly ring: (sound: SoundsView['ringing']) => void;
  };
}

/** The window and the places on the desktop that stand for it. */
export interface Frame {
  readonly bringUp: () => void;
  readonly flash: (on: boolean) => void;
  readonly badge: (count: number) => void;
}

export type Told = Presented | { readonly kind: 'suppressed'; readonly reason: SuppressedReason | 'gone' };

export interface WatchParts {
  readonly desk: WatchedDesk;
  readonly presenter: Presenter;
  readonly frame: Frame;
  /** The catalogue of a locale. */
  readonly textOf: (locale: string) => TextOf;
  readonly clock: Clock;
  readonly newId: () => string;
  /** What became of each piece of news; for the diagnostics, so without its content. */
  readonly told: (kind: string, outcome: Told) => void;
}

/** A connection that is back within this time (ms) is told of in the window only. */
export const LOST_FOR_LONG = 30_000;

/** `before` is the state nothing of which is news. Answers the function that stops watching. */
export function watchNews(parts: WatchParts, before: DeskState): () => void {
  const { desk, presenter, frame, clock, newId, told } = parts;
  let previous = before;
  let flashing = false;
  let badge: number | null = null;
  let cancelLost: (() => void) | null = null;
  let cancelWait: (() => void) | null = null;
  let isTelling = false;
  /** What each desktop notification is about and says, and the requests that ring. */
  const shown = new Map<string, { readonly news: News; readonly preview: boolean; readonly words: Words }>();
  const ringing = new Set<string>();

  const run = <N extends CommandName>(name: N, args: CommandArguments<N>): void => { void desk.command(name, args); };

  const reply = async (taskId: TaskId, text: string): Promise<void> => {
    const sent = await desk.command('conversation.send', { taskId, text });
    if (sent.ok || text.trim() === '') return;
    desk.news.notSent(taskId, text, sent.failure);
    frame.bringUp();
    run('conversation.open', { taskId });
  };

  const answersTo = (news: News): ToastAnswers => ({
    clicked: () => {
      frame.bringUp();
      if (news.kind === 'note') run('notification.open', { notificationId: news.note.notificationId });
      // What was a request may be a chat by now; a request itself is in front wherever the agent is.
      else if (news.kind !== 'request' || selectNotifications(desk.state())[`request:${news.taskId}`] === undefined) run('conversation.open', { taskId: news.taskId });
    },
    accepted: () => {
      if (news.kind !== 'request') return;
      frame.bringUp();
      run('task.accept', { taskId: news.taskId });
    },
    replied: (text) => { if (news.kind === 'message' || news.kind === 'waiting') void reply(news.taskId, text); },
  });

  const show = (news: News, preview: boolean): Told => {
    const state = desk.state();
    const text = parts.textOf(selectLocale(state));
    const words = wordsOf(news, state, preview, text);
    if (words === null) return { kind: 'suppressed', reason: 'gone' };
    const outcome = presenter.present(keyOf(news), {
      ...words,
      urgency: news.kind === 'request' ? 'critical' : 'normal',
      accept: news.kind === 'request' ? text('notifications.request.accept') : null,
      reply: news.kind === 'message' || news.kind === 'waiting' ? text('notifications.message.reply') : null,
    }, answersTo(news));
    if (outcome.kind === 'shown') shown.set(keyOf(news), { news, preview, words });
    return outcome;
  };

  const tell = (news: News): void => {
    if (news.kind === 'note') desk.news.note(news.note);
    if (news.kind === 'waiting') desk.news.overdue(news.taskId, news.since);
    const state = desk.state();
    const taskId = news.kind === 'note' ? null : news.taskId;
    const decision = decide({ topic: topicOf(news), taskId }, {
      inFront: selectInFront(state), openTaskId: selectOpenTaskId(state), preferences: selectNotificationPreferences(state), minute: minuteOfDay(clock.now()),
    });
    if (decision.sound) desk.news.play(decision.sound.tone, decision.sound.volume);
    if (decision.rings && taskId !== null) {
      ringing.add(taskId);
      desk.news.ring(decision.sound);
    }
    if (decision.flash) {
      flashing = true;
      frame.flash(true);
    }
    told(news.kind === 'note' ? news.note.kind : news.kind, decision.desktop.kind === 'show' ? show(news, decision.desktop.preview) : decision.desktop);
  };

  /** Telling changes the state, and what is being told must not be written anew meanwhile: it would show twice. */
  const tellAll = (all: readonly News[]): void => {
    const wasTelling = isTelling;
    isTelling = true;
    try {
      all.forEach(tell);
    } finally {
      isTelling = wasTelling;
    }
  };

  /** What is on the screen follows the state: taken away with its reason, written anew when its text is masked or may not be shown any more. */
  const keepTrue = (state: DeskState): void => {
    const text = parts.textOf(selectLocale(state));
    for (const [key, { news, preview, words }] of shown) {
      const mayPreview = preview && showsPreview(selectNotificationPreferences(state));
      const now = isWanted(news, state) ? wordsOf(news, state, mayPreview, text) : null;
      if (now === null) {
        shown.delete(key);
        presenter.dismiss(key);
      } else if (now.title !== words.title || now.body !== words.body) show(news, mayPreview);
    }
  };

  const quieten = (state: DeskState, unread: number): void => {
    const seen = selectInFront(state);
    if (flashing && (seen || unread === 0)) {
      flashing = false;
      frame.flash(false);
    }
    if (ringing.size === 0) return;
    for (const taskId of ringing) if (!isWanted({ kind: 'request', taskId }, state)) ringing.delete(taskId);
    if (ringing.size === 0) desk.news.ring(null);
  };

  const watchConnection = (state: DeskState): void => {
    const lost = selectConnection(state).state === 'lost' && selectSignedIn(state);
    if (!lost) {
      cancelLost?.();
      cancelLost = null;
      return;
    }
    cancelLost ??= clock.setTimer(LOST_FOR_LONG, () => {
      const connection = selectConnection(desk.state());
      if (connection.state === 'lost') tell({ kind: 'note', note: { kind: 'connectionLost', notificationId: newId(), at: connection.since, read: false } });
    });
  };

  /** Tells of every wait that is too long by now, and comes back when the next one will be. */
  const watchWaits = (): void => {
    // What is told now changes the state, and its end leads here again.
    if (isTelling) return;
    cancelWait?.();
    const { due, nextAt } = overdueWaits(desk.state(), clock.now());
    cancelWait = nextAt === null ? null : clock.setTimer(nextAt - clock.now(), watchWaits);
    tellAll(due);
  };

  const changed = (): void => {
    const last = previous;
    const state = desk.state();
    // First of all: what follows changes the state again.
    previous = state;
    if (last === state) return;
    tellAll(newsBetween(last, state));
    for (const notificationId of answeredNotes(last, state)) run('notification.read', { notificationId });
    watchConnection(state);
    if (waitsDiffer(last, desk.state())) watchWaits();
    const now = desk.state();
    if (shown.size > 0 && !isTelling) keepTrue(now);
    const unread = unreadCount(selectNotifications(now));
    quieten(now, unread);
    if (unread !== badge) {
      badge = unread;
      frame.badge(unread);
    }
  };

  const stop = desk.subscribe(changed);
  changed();
  return () => {
    stop();
    cancelLost?.();
    cancelWait?.();
    presenter.dismissAll();
  };
}
