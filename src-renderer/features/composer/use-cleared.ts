// Remembers a text that was cleared away at one go, until something new is written: the way back after the box's own undo is gone.
// The box goes with its conversation, what was cleared in it waits in the window's store until the agent is back.
import { useLayoutEffect, useRef } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useClearedText } from '../../desk/index.ts';

/** Shorter ones are typed again sooner than a button is found. */
const WORTH_KEEPING = 12;

export interface Cleared {
  /** What was cleared, while the box is still empty. */
  readonly text: string | null;
  readonly changed: (value: string) => void;
  /** The box is empty because its text was sent. */
  readonly sent: () => void;
}

/** `draft`: what the box was opened with. */
export function useCleared(taskId: TaskId, draft: string): Cleared {
  const [text, keep] = useClearedText(taskId);
  const before = useRef(draft);
  useLayoutEffect(() => {
    // A message that came back while the agent was elsewhere is the draft now.
    if (draft !== '') keep(null);
  }, [draft, keep]);
  const forget = (): void => { if (text !== null) keep(null); };
  return {
    text,
    changed: (value) => {
      if (value === '' && before.current.trim().length >= WORTH_KEEPING) keep(before.current);
      else forget();
      before.current = value;
    },
    sent: () => {
      forget();
      before.current = '';
    },
  };
}
