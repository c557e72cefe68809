// Goes to the hit of a search the agent is at; one that is not loaded is loaded with everything after it.
import { useEffect, useRef } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommandWithNotice } from '../../desk/index.ts';
import type { TranscriptRow } from './transcript-rows.ts';
import type { Hit } from './search-place.ts';
import type { ShowItem } from './use-show-item.ts';

export function useShowHit(taskId: TaskId, hit: Hit | null, rows: readonly TranscriptRow[], show: ShowItem): void {
  const command = useCommandWithNotice();
  const shown = useRef<string | null>(null);
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (hit === null) {
      shown.current = null;
      asked.current = null;
      return;
    }
    if (shown.current === hit.itemId) return;
    if (rows.some((row) => row.key === hit.itemId)) {
      shown.current = hit.itemId;
      // The agent goes on typing in the search.
      show(hit.itemId, false);
    } else if (asked.current !== hit.itemId) {
      asked.current = hit.itemId;
      void command('conversation.loadBackTo', { taskId, order: hit.order });
    }
  }, [command, hit, rows, show, taskId]);
}
