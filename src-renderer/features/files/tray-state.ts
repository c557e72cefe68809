// What the tray means for Send, as one word: the compose box renders when that changes, and not at every step of an upload.
import type { ConversationView } from '../../../src-shared/ipc/view.ts';

/** `taking`: wait a moment; `stuck`: the agent has to do something about a file. */
type TrayState = 'empty' | 'ready' | 'taking' | 'stuck';

export function trayState(tray: ConversationView['tray']): TrayState {
  const states = Object.values(tray).map(({ course }) => course.state);
  if (states.length === 0) return 'empty';
  if (states.some((state) => state === 'failed' || state === 'refused')) return 'stuck';
  return states.includes('reading') ? 'taking' : 'ready';
}
