// The title and the body of a desktop notification, from the masked state alone. Without preview they name nobody and quote nothing.
import { assertNever } from '../../src-shared/domain/result.ts';
import type { MessageId } from '../../src-shared/locales/index.ts';
import { selectLocale, selectNotifications, selectTasks, type DeskState, type Note, type TaskState } from '../desk/selectors.ts';
import type { News } from './news.ts';

export type TextOf = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

export interface Words {
  readonly title: string;
  readonly body: string;
}

/** null = what it was about is gone. */
export function wordsOf(news: News, state: DeskState, preview: boolean, text: TextOf): Words | null {
  if (news.kind === 'note') {
    const note = selectNotifications(state)[news.note.notificationId] ?? news.note;
    return note.kind === 'request' || note.kind === 'message' || note.kind === 'waiting' ? null : noteWords(note, preview, text);
  }
  const task = selectTasks(state)[news.taskId];
  return task ? taskWords(news, task, selectLocale(state), preview, text) : null;
}

function taskWords(news: Exclude<News, { readonly kind: 'note' }>, task: TaskState, locale: string, preview: boolean, text: TextOf): Words {
  const name = task.facts.customerName.text;
  if (news.kind === 'request') {
    const body = preview
      ? text('notifications.request.body', { queue: task.facts.queueName, number: task.facts.customerNumber.text })
      : text('notifications.request.private');
    return { title: preview ? text('notifications.request.title', { name }) : text('notifications.request.privateTitle'), body };
  }
  if (news.kind === 'waiting') {
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(news.since);
    return { title: preview ? text('notifications.waiting.title', { name }) : text('notifications.waiting.privateTitle'), body: text('notifications.waiting.body', { time }) };
  }
  const count = task.unread;
  if (!preview) return { title: text('notifications.message.privateTitle', { count }), body: text('notifications.message.private') };
  const said = task.preview?.from === 'customer' ? lineOf(task.preview, text) : '';
  return {
    title: count > 1 ? text('notifications.message.titleMany', { name, count }) : text('notifications.message.title', { name }),
    body: said === '' ? text('notifications.message.noText') : said,
  };
}

/** What was written; of what is more than words, what it is. */
function lineOf({ text: words, about }: NonNullable<TaskState['preview']>, text: TextOf): string {
  return about === undefined ? words.text : text('rich.line', { about, text: words.text, some: words.text === '' ? 'no' : 'yes' });
}

function noteWords(note: Note, preview: boolean, text: TextOf): Words {
  const name = 'customerName' in note && preview ? note.customerName.text : null;
  switch (note.kind) {
    case 'missed':
      return {
        title: text('notifications.missed.title'),
        body: name !== null ? text('notifications.missed.body', { name, queue: note.queueName }) : text('notifications.missed.private'),
      };
    case 'assetRemoved':
      return { title: text('notifications.assetRemoved.title'), body: name !== null ? text('notifications.assetRemoved.body', { name }) : text('notifications.assetRemoved.private') };
    case 'notAccepted':
      return { title: text('notifications.notAccepted.title'), body: name !== null ? text('notifications.notAccepted.body', { name, to: note.to }) : text('notifications.notAccepted.private') };
    case 'connectionLost':
      return { title: text('notifications.connectionLost.title'), body: text('notifications.connectionLost.body') };
    default:
      return assertNever(note);
  }
}
