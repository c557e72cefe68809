// What keeps anything from being sent in a chat, whatever it is.
import { failure, type Failure } from '../../src-shared/domain/failure.ts';
import { isConversation } from '../../src-shared/domain/task.ts';
import type { Masker } from '../masking/index.ts';
import type { TaskState } from './slices/tasks.ts';
import { composeLock } from './view.ts';

/** null = the agent may write. */
export function whyClosed(task: TaskState | undefined): Failure | null {
  if (!task || !isConversation(task.phase)) return failure(task ? 'notAvailableNow' : 'taskGone');
  const lock = composeLock(task);
  return lock === 'assetRemoved' || lock === 'customerLeft' ? failure(lock) : null;
}

/** What Apple's rules for businesses keep out of free text: such data belongs in Apple Pay or authentication. */
const FORBIDDEN: ReadonlySet<string> = new Set(['CARD', 'IBAN', 'SSN']);

/** The failure that asks the agent to confirm; null = the text holds nothing of the kind. */
export function whyAsked(masker: Masker, text: string): Failure | null {
  const kinds = [...new Set(masker.find(text).map((finding) => finding.type).filter((type) => FORBIDDEN.has(type)))];
  return kinds.length === 0 ? null : failure('sensitiveText', { kinds: kinds.join(',') });
}
