// Accepting one request or several.
import { useCallback } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommand, useCommandWithNotice } from '../../desk/index.ts';

/** Accepts the offers in their order, earliest first. Main opens what was accepted; of several, the earliest ends in front. */
export function useAccept(): (ids: readonly TaskId[]) => Promise<void> {
  const send = useCommandWithNotice();
  const quietly = useCommand();
  return useCallback(async (ids: readonly TaskId[]) => {
    const results = await Promise.all(ids.map(async (taskId) => ({ taskId, result: await send('task.accept', { taskId }) })));
    const opened = results.find(({ result }) => result.ok);
    if (ids.length > 1 && opened !== undefined) await quietly('conversation.open', { taskId: opened.taskId });
  }, [send, quietly]);
}
