// The agent's commands for files, both ways.
import { failure, type Failure } from '../../src-shared/domain/failure.ts';
import { fail, ok } from '../../src-shared/domain/result.ts';
import { isConversation, type TaskId } from '../../src-shared/domain/task.ts';
import type { AttachmentHandlers } from './command-handlers.ts';
import type { OutsideFiles } from './outside-files.ts';
import type { ReceivedFiles } from './received-files.ts';
import type { DeskStore } from './store.ts';
import type { Tray } from './tray.ts';
import { composeLock } from './view.ts';

export interface AttachmentCommandParts {
  readonly store: DeskStore;
  readonly outside: OutsideFiles;
  readonly tray: Tray;
  readonly received: ReceivedFiles;
}

export function attachmentCommands({ store, outside, tray, received }: AttachmentCommandParts): AttachmentHandlers {
  const done = ok(null);

  /** Nothing is taken in where nothing can be sent; what is in the tray stays. */
  const whyNot = (taskId: TaskId): Failure | null => {
    const { tasks, policy } = store.getState();
    const task = tasks[taskId];
    if (task === undefined) return failure('taskGone');
    const lock = composeLock(task);
    if (lock === 'assetRemoved' || lock === 'customerLeft') return failure(lock);
    if (!isConversation(task.phase)) return failure('notAvailableNow');
    return policy.attachments.allowed ? null : failure('attachmentsNotAllowed');
  };

  return {
    'attachment.pick': async ({ taskId }) => {
      const before = whyNot(taskId);
      if (before !== null) return fail(before);
      const chosen = await outside.choose();
      // The system's window may have been open for long.
      const after = chosen.length === 0 ? null : whyNot(taskId);
      if (after !== null) return fail(after);
      await Promise.all(chosen.map((file) => tray.take(taskId, file)));
      return done;
    },
    'attachment.begin': ({ taskId, ...file }) => {
      const why = whyNot(taskId);
      return why === null ? tray.begin(taskId, file) : fail(why);
    },
    'attachment.append': ({ fileId, offset, bytes }) => tray.append(fileId, offset, bytes),
    'attachment.remove': ({ taskId, fileId }) => tray.remove(taskId, fileId),
    'attachment.retry': ({ taskId, fileId }) => tray.retry(taskId, fileId),
    'attachment.check': async (place) => {
      const answer = await received.look(place);
      return answer.ok ? done : answer;
    },
    'attachment.save': (place) => received.save(place),
  };
}
