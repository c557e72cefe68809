// One draft keeper for the life of a compose box; what is unsaved is saved when the box goes away.
import { useEffect, useState } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { ParleyBridge } from '../../../src-shared/ipc/bridge.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { DraftKeeper } from './draft-keeper.ts';

const setTimer = (ms: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, ms);
  return () => { clearTimeout(timer); };
};

export interface BoxKeeper extends DraftKeeper {
  /** What the box held last, also after it has gone. */
  readonly latest: () => string;
}

export function useDraftKeeper(taskId: TaskId, command: ParleyBridge['command']): BoxKeeper {
  const [keeper] = useState((): BoxKeeper => {
    let latest = '';
    // A draft that could not be saved is saved with the next key; the text itself is still in the box.
    const inner = createDraftKeeper((id, text) => { void command('conversation.setDraft', { taskId: id, text }); }, setTimer);
    return {
      latest: () => latest,
      flush: inner.flush,
      typed: (id, text) => {
        latest = text;
        inner.typed(id, text);
      },
      sent: (id) => {
        latest = '';
        inner.sent(id);
      },
    };
  });
  useEffect(() => {
    // The window may be reloaded or closed without React letting go of the box.
    window.addEventListener('pagehide', keeper.flush);
    return () => {
      window.removeEventListener('pagehide', keeper.flush);
      keeper.flush();
    };
  }, [keeper, taskId]);
  return keeper;
}
