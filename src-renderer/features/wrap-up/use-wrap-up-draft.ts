// What the agent has chosen and written and not submitted yet. Main keeps it too: it survives a restart, and automatic wrap-up submits it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { WrapUpDraft } from '../../../src-shared/ipc/view.ts';
import { useCommand } from '../../desk/index.ts';

/** UTF-16 units the contract allows. */
export const NOTES_LIMIT = 4_000;
const SAVE_DELAY = 300;

export interface DraftedWrapUp {
  readonly draft: WrapUpDraft;
  readonly choose: (auxCodeId: string) => void;
  readonly write: (notes: string) => void;
  readonly flush: () => void;
}

export function useWrapUpDraft(taskId: TaskId, saved: WrapUpDraft): DraftedWrapUp {
  const command = useCommand();
  const [draft, setDraft] = useState(saved);
  const unsaved = useRef<WrapUpDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const pending = unsaved.current;
    unsaved.current = null;
    if (pending !== null) void command('task.draftWrapUp', { taskId, ...pending });
  }, [command, taskId]);

  useEffect(() => flush, [flush]);

  const change = (next: WrapUpDraft): void => {
    setDraft(next);
    unsaved.current = next;
    timer.current ??= setTimeout(flush, SAVE_DELAY);
  };
  return {
    draft,
    flush,
    choose: (auxCodeId) => {
      change({ ...draft, auxCodeId });
      // One key press away from being submitted by the clock: the choice is not left waiting.
      flush();
    },
    write: (notes) => { change({ ...draft, notes }); },
  };
}
