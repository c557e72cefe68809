// Carries what is typed to main: at most one command every 150 ms, and at once when the box loses focus, switches, sends or goes away.
import type { Clock } from '../../../src-shared/domain/clock.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';

export const DRAFT_DELAY = 150;

export interface DraftKeeper {
  /** The text of the box changed. */
  readonly typed: (taskId: TaskId, text: string) => void;
  /** Saves now what has not been saved. */
  readonly flush: () => void;
  /** The text was sent: an unsaved draft of that task is overtaken, main clears its own. */
  readonly sent: (taskId: TaskId) => void;
}

export function createDraftKeeper(save: (taskId: TaskId, text: string) => void, setTimer: Clock['setTimer']): DraftKeeper {
  let unsaved: { readonly taskId: TaskId; readonly text: string } | null = null;
  let cancel: (() => void) | null = null;

  const forget = (): void => {
    cancel?.();
    cancel = null;
    unsaved = null;
  };
  const flush = (): void => {
    const draft = unsaved;
    forget();
    if (draft !== null) save(draft.taskId, draft.text);
  };

  return {
    flush,
    typed: (taskId, text) => {
      if (unsaved !== null && unsaved.taskId !== taskId) flush();
      unsaved = { taskId, text };
      cancel ??= setTimer(DRAFT_DELAY, flush);
    },
    sent: (taskId) => {
      if (unsaved?.taskId === taskId) forget();
    },
  };
}

/** Puts text that comes back (a refused or taken-back message) into a box that may hold something by now; nothing typed is replaced. */
export function joinDrafts(returned: string, current: string): string {
  if (current.trim() === '') return returned;
  return `${returned}\n${current}`;
}
