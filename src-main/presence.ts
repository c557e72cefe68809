// What the desktop sees of Parley beside its window: notifications, badge, tray, and links that lead into it.
import { Notification, type BrowserWindow } from 'electron';
import type { Clock } from '../src-shared/domain/clock.ts';
import { isOffer, type TaskId } from '../src-shared/domain/task.ts';
import { unreadCount } from '../src-shared/ipc/view.ts';
import type { Desk } from './desk/desk.ts';
import { selectLocale, selectNotifications, selectSignedIn, selectStatus, selectTasks, type DeskState } from './desk/selectors.ts';
import type { Log } from './diagnostics/log.ts';
import { createPresenter } from './notify/presenter.ts';
import { watchNews } from './notify/watch.ts';
import { showBadge } from './shell/badge.ts';
import type { DeepLink } from './shell/deep-links.ts';
import { bringUp, flash } from './shell/front.ts';
import { hasTray, openTray, type TrayLook, type TrayRoom } from './shell/tray.ts';
import { loadTexts, type TextOf } from './texts.ts';

export interface PresenceParts {
  readonly desk: Desk;
  readonly window: BrowserWindow;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly quit: () => void;
}

export interface Presence {
  /** Someone is signed in, and a tray leads back to a hidden window. */
  readonly canHide: () => boolean;
  readonly follow: (link: DeepLink) => void;
  readonly stop: () => void;
}

export function createPresence(parts: PresenceParts): Presence {
  const { desk, window, clock, newId, log } = parts;
  const start = desk.state();
  const stops: (() => void)[] = [];
  let isStopped = false;
  let tray: TrayRoom | null = null;

  const begin = (textsIn: (locale: string) => TextOf): void => {
    if (isStopped) return;
    const text = (): TextOf => textsIn(selectLocale(desk.state()));
    if (hasTray(process.platform, process.env['XDG_CURRENT_DESKTOP'])) {
      const room = openTray(lookOf(desk.state(), text()), { open: () => { bringUp(window); }, quit: parts.quit });
      tray = room;
      if (room) stops.push(room.close, desk.subscribe(() => { room.show(lookOf(desk.state(), text())); }));
    }
    const presenter = createPresenter(Notification, process.platform, () => { log('notify.failed'); });
    stops.push(watchNews({
      desk, presenter, clock, newId, textOf: textsIn,
      frame: {
        bringUp: () => { bringUp(window); },
        flash: (on) => { flash(window, on); },
        badge: (count) => { showBadge(window, count, text()('notifications.bell', { count })); },
      },
      told: (kind, outcome) => { log('notify', { kind, outcome: outcome.kind, reason: outcome.kind === 'shown' ? null : outcome.reason }); },
    }, start));
  };
  window.webContents.once('did-finish-load', () => void loadTexts().then(begin));

  const links = followLinks(desk);
  stops.push(links.stop);
  return {
    canHide: () => tray !== null && selectSignedIn(desk.state()),
    follow: (link) => {
      bringUp(window);
      links.open(link.taskId);
    },
    stop: () => {
      isStopped = true;
      for (const stop of stops.splice(0)) stop();
    },
  };
}

/** What the tray shows: the status as a dot, and in words how much is unread. */
export function lookOf(state: DeskState, text: TextOf): TrayLook {
  const kind = selectSignedIn(state) ? (selectStatus(state)?.kind ?? null) : null;
  const status = text(kind === null ? 'notifications.tray.signedOut' : `notifications.tray.${kind}`);
  const count = unreadCount(selectNotifications(state));
  return {
    dot: kind,
    tooltip: count > 0 ? text('notifications.tray.statusUnread', { status, count }) : text('notifications.tray.status', { status }),
    open: text('notifications.tray.open'),
    quit: text('notifications.tray.quit'),
  };
}

/** Opens the task of a link now, or when it comes: a link may start the app, long before the contact centre has told of its tasks. */
function followLinks(desk: Desk): { readonly open: (taskId: TaskId) => void; readonly stop: () => void } {
  let wanted: TaskId | null = null;
  const look = (): void => {
    const task = wanted === null ? undefined : selectTasks(desk.state())[wanted];
    if (!task || isOffer(task.phase)) return;
    wanted = null;
    void desk.command('conversation.open', { taskId: task.taskId });
  };
  return {
    open: (taskId) => {
      wanted = taskId;
      look();
    },
    stop: desk.subscribe(look),
  };
}
