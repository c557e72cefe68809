// The system's notifications: one for each chat, the new in the place of the old. Parley plays its own sounds, so these are silent.
import type { Notification, NotificationConstructorOptions } from 'electron';

type SystemNotification = Pick<Notification, 'on' | 'show' | 'close'>;

/** Electron's class, or what stands for it in a test. */
export type SystemNotifications = Pick<typeof Notification, 'isSupported'> & (new (options: NotificationConstructorOptions) => SystemNotification);

export interface Toast {
  readonly title: string;
  readonly body: string;
  /** `critical` stays until it is answered: only for a request that runs towards RONA. */
  readonly urgency: 'critical' | 'normal';
  /** Words of a button; null = none. Shown where the system has buttons. */
  readonly accept: string | null;
  /** Words of the field to answer in; null = none. Shown where the system has one. */
  readonly reply: string | null;
}

export interface ToastAnswers {
  readonly clicked: () => void;
  readonly accepted: () => void;
  readonly replied: (text: string) => void;
}

export type Presented = { readonly kind: 'shown' } | { readonly kind: 'failed'; readonly reason: 'unsupported' | 'refused' };

export interface Presenter {
  readonly present: (key: string, toast: Toast, answers: ToastAnswers) => Presented;
  readonly dismiss: (key: string) => void;
  readonly dismissAll: () => void;
  /** Keys of what is on the screen now, as far as the system says. */
  readonly shown: () => readonly string[];
}

/** Systems whose notifications carry buttons and a field; elsewhere the click leads to the window that has them. */
const withActions: ReadonlySet<NodeJS.Platform> = new Set(['darwin', 'win32']);

/** Freedesktop servers read the body as markup (Desktop Notifications Specification, "Markup"); the title they do not. */
const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One line without control characters or marks that turn the direction of what follows. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();

export function optionsOf(toast: Toast, platform: NodeJS.Platform): NotificationConstructorOptions {
  const body = oneLine(toast.body);
  const critical = toast.urgency === 'critical';
  const actions = withActions.has(platform);
  return {
    title: oneLine(toast.title),
    body: platform === 'linux' ? escapeMarkup(body) : body,
    silent: true,
    urgency: toast.urgency,
    timeoutType: critical ? 'never' : 'default',
    ...(actions && toast.accept !== null && { actions: [{ type: 'button' as const, text: toast.accept }] }),
    ...(actions && toast.reply !== null && { hasReply: true, replyPlaceholder: toast.reply }),
  };
}

export function createPresenter(System: SystemNotifications, platform: NodeJS.Platform, failed: () => void): Presenter {
  // Held here as long as it is shown: what is not referenced is collected, and its click with it.
  const onScreen = new Map<string, SystemNotification>();

  const dismiss = (key: string): void => {
    const known = onScreen.get(key);
    onScreen.delete(key);
    known?.close();
  };

  return {
    present: (key, toast, { clicked, accepted, replied }) => {
      if (!System.isSupported()) return { kind: 'failed', reason: 'unsupported' };
      dismiss(key);
      const notification = new System(optionsOf(toast, platform));
      const isCurrent = (): boolean => onScreen.get(key) === notification;
      /** Answers once: what was replaced or taken away is not answered any more. */
      const answer = (act: () => void) => (): void => {
        if (!isCurrent()) return;
        dismiss(key);
        act();
      };
      notification.on('click', answer(clicked));
      notification.on('action', answer(accepted));
      notification.on('reply', (_event, text) => { answer(() => { replied(text); })(); });
      notification.on('close', () => { if (isCurrent()) onScreen.delete(key); });
      notification.on('failed', () => {
        if (!isCurrent()) return;
        onScreen.delete(key);
        failed();
      });
      onScreen.set(key, notification);
      try {
        notification.show();
      } catch {
        onScreen.delete(key);
        return { kind: 'failed', reason: 'refused' };
      }
      return { kind: 'shown' };
    },
    dismiss,
    dismissAll: () => { for (const key of [...onScreen.keys()]) dismiss(key); },
    shown: () => [...onScreen.keys()],
  };
}
