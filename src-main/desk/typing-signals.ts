// Tells the customer that the agent is writing: once when it begins, and once when it ends (nothing more typed for a while, the box
// emptied, the message sent, another conversation). Never a signal a key.
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';

/** An agent who has typed nothing for this long (ms) is thinking or gone, not writing. */
export const TYPING_IDLE_MS = 6_000;

export interface TypingSignals {
  /** The text of a compose box changed to this. */
  readonly wrote: (taskId: TaskId, text: string) => void;
  /** The message was sent, or the conversation left. */
  readonly ended: () => void;
}

/** `tell` sends a signal; `mayWrite` is asked before each, since a conversation may be locked or gone by then. */
export function createTypingSignals(tell: (taskId: TaskId, active: boolean) => void, mayWrite: (taskId: TaskId) => boolean, setTimer: Clock['setTimer']): TypingSignals {
  let writing: { readonly taskId: TaskId; cancel: () => void } | null = null;

  const ended = (): void => {
    if (writing === null) return;
    const { taskId, cancel } = writing;
    writing = null;
    cancel();
    if (mayWrite(taskId)) tell(taskId, false);
  };

  return {
    ended,
    wrote: (taskId, text) => {
      if (text.trim() === '') {
        if (writing?.taskId === taskId) ended();
        return;
      }
      if (writing !== null && writing.taskId !== taskId) ended();
      if (!mayWrite(taskId)) return;
      if (writing === null) tell(taskId, true);
      else writing.cancel();
      writing = { taskId, cancel: setTimer(TYPING_IDLE_MS, ended) };
    },
  };
}
