// Raw customer data, in memory only and in main only: what policy changes and late findings re-project from.
import type { Message } from '../../src-shared/domain/message.ts';
import type { Task, TaskId } from '../../src-shared/domain/task.ts';

/** Messages kept loaded per conversation while it is not being read upwards; older ones are at the contact centre. */
export const LOADED_WINDOW = 400;
/** Trimming in steps keeps an append cheap however long the chat is. */
const TRIM_STEP = 100;

export interface Vault {
  readonly putTask: (task: Task) => void;
  readonly task: (taskId: TaskId) => Task | undefined;
  readonly taskIds: () => readonly TaskId[];
  /** Adds newer messages; answers the ids that left the loaded window. `keepAll` while the agent reads upwards. */
  readonly append: (taskId: TaskId, messages: readonly Message[], keepAll: boolean) => readonly string[];
  readonly prepend: (taskId: TaskId, messages: readonly Message[]) => void;
  /** Loaded messages in `seq` order. */
  readonly messages: (taskId: TaskId) => readonly Message[];
  readonly forgetMessages: (taskId: TaskId) => void;
  readonly drop: (taskId: TaskId) => void;
  readonly clear: () => void;
}

export function createVault(): Vault {
  const tasks = new Map<TaskId, Task>();
  const transcripts = new Map<TaskId, Message[]>();
  const transcript = (taskId: TaskId): Message[] => {
    const known = transcripts.get(taskId);
    if (known) return known;
    const fresh: Message[] = [];
    transcripts.set(taskId, fresh);
    return fresh;
  };
  return {
    putTask: (task) => tasks.set(task.taskId, task),
    task: (taskId) => tasks.get(taskId),
    taskIds: () => [...tasks.keys()],
    append: (taskId, messages, keepAll) => {
      const all = transcript(taskId);
      all.push(...messages);
      if (keepAll || all.length < LOADED_WINDOW + TRIM_STEP) return [];
      return all.splice(0, all.length - LOADED_WINDOW).map((message) => message.aliasId);
    },
    prepend: (taskId, messages) => {
      const all = transcript(taskId);
      const first = all[0]?.seq ?? Infinity;
      all.unshift(...messages.filter((message) => message.seq < first));
    },
    messages: (taskId) => transcripts.get(taskId) ?? [],
    forgetMessages: (taskId) => transcripts.delete(taskId),
    drop: (taskId) => {
      tasks.delete(taskId);
      transcripts.delete(taskId);
    },
    clear: () => {
      tasks.clear();
      transcripts.clear();
    },
  };
}
