// Accepting: the command, and the conversation it opens.
import { useCallback } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommand, useCommandWithNotice } from '../../desk/index.ts';

/** Accepts the offers in their order, earliest first; the first that succeeds is opened. */
export function useAccept(): (ids: readonly TaskId[]) => Promise<void> {
  const send = useCommandWithNotice();
  const quietly = useCommand();
  return useCallback(async (ids: readonly TaskId[]) => {
    const results = await Promise.all(ids.map(async (taskId) => ({ taskId, result: await send('task.accept', { taskId }) })));
    const opened = results.find(({ result }) => result.ok);
    if (opened !== undefined) await quietly('conversation.open', { taskId: opened.taskId });
  }, [send, quietly]);
}
