// Automatic wrap-up: at zero the agent's choice is submitted, or the default reason when none was made. What is refused is tried
// again after a while: the agent's place must not stay taken because nobody looked.
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { Failure } from '../../src-shared/domain/failure.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { tasksSlice } from './slices/tasks.ts';
import type { DeskStore } from './store.ts';

/** Until it is tried again, ms. */
export const RETRY_MS = 15_000;

export interface AutoWrapUpParts {
  readonly store: DeskStore;
  readonly clock: Clock;
  readonly submit: (taskId: TaskId, auxCodeId: string, notes: string) => Promise<Result<null>>;
  /** Nobody asked for it, so nobody else hears of it. */
  readonly onRefused: (taskId: TaskId, failure: Failure) => void;
}

/** Watches the store; calls `submit` when a wrap-up's time is up. Answers the function that stops it. */
export function watchAutoWrapUp({ store, clock, submit, onRefused }: AutoWrapUpParts): () => void {
  const timers = new Map<TaskId, { readonly at: number; readonly cancel: () => void }>();

  const expire = (taskId: TaskId): void => {
    timers.delete(taskId);
    const { tasks, agent } = store.getState();
    const task = tasks[taskId];
    const codes = agent.profile?.wrapUpCodes ?? [];
    const chosen = task?.wrapUpDraft.auxCodeId ?? codes.find((code) => code.isDefault)?.id ?? codes[0]?.id;
    if (task && chosen !== undefined) void attempt(taskId, chosen, task.wrapUpDraft.notes);
  };

  const attempt = async (taskId: TaskId, auxCodeId: string, notes: string): Promise<void> => {
    const result = await submit(taskId, auxCodeId, notes);
    if (result.ok || store.getState().tasks[taskId]?.phase.name !== 'wrapUp') return;
    onRefused(taskId, result.failure);
    store.dispatch(tasksSlice.actions.autoWrapUpSet({ taskId, at: clock.now() + RETRY_MS }));
  };

  const check = (): void => {
    const { tasks } = store.getState();
    for (const [taskId, timer] of timers) {
      if (tasks[taskId]?.autoWrapUpAt === timer.at) continue;
      timer.cancel();
      timers.delete(taskId);
    }
    for (const task of Object.values(tasks)) {
      const at = task.autoWrapUpAt;
      if (at === null || task.phase.name !== 'wrapUp' || timers.has(task.taskId)) continue;
      timers.set(task.taskId, { at, cancel: clock.setTimer(Math.max(0, at - clock.now()), () => { expire(task.taskId); }) });
    }
  };

  let tasks = store.getState().tasks;
  const stopWatching = store.subscribe(() => {
    if (store.getState().tasks === tasks) return;
    tasks = store.getState().tasks;
    check();
  });
  return () => {
    stopWatching();
    for (const timer of timers.values()) timer.cancel();
    timers.clear();
  };
}
