// Which conversation's compose box is on the screen: text that comes back late goes into the box that is there now, not into one that has gone.
import type { TaskId } from '../../../src-shared/domain/task.ts';

type GiveBack = (returned: string) => void;

const boxes = new Map<TaskId, GiveBack>();

/** Answers the function that takes the box off again. */
export function boxOpened(taskId: TaskId, giveBack: GiveBack): () => void {
  boxes.set(taskId, giveBack);
  return () => {
    if (boxes.get(taskId) === giveBack) boxes.delete(taskId);
  };
}

export const openBox = (taskId: TaskId): GiveBack | undefined => boxes.get(taskId);
