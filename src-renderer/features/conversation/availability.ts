// Which of Transfer, Conference and End can be used now, and the reason when not. Pure.
import type { ConnectionView, TaskView } from '../../../src-shared/ipc/view.ts';
import type { MessageId } from '../../../src-shared/locales/index.ts';

/** null = can be used; else the text that says why not. */
export interface Availability {
  readonly transfer: MessageId | null;
  /** Asking one more agent in. */
  readonly conference: MessageId | null;
  readonly end: MessageId | null;
}

export function availability(task: Pick<TaskView, 'phase' | 'assetRemoved' | 'busy'>, connection: ConnectionView['state']): Availability {
  const all = (reason: MessageId): Availability => ({ transfer: reason, conference: reason, end: reason });
  switch (task.phase.name) {
    case 'wrapUp':
      return all('conversation.unavailable.ended');
    case 'reserved':
    case 'offered':
      return all('conversation.unavailable.offer');
    case 'connected':
    case 'conference':
      break;
  }
  if (connection !== 'live') return all('conversation.unavailable.offline');
  if (task.busy !== null) return all('conversation.unavailable.busy');
  if (task.assetRemoved) return { ...all('conversation.unavailable.assetRemoved'), end: null };
  return { transfer: task.phase.name === 'conference' ? 'conversation.unavailable.conference' : null, conference: null, end: null };
}
