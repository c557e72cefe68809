// Workflows: what policy allows is read when it is asked for; a run is a line in the chat when it starts and one when it ends.
import { failure } from '../../src-shared/domain/failure.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { isConversation, type TaskId } from '../../src-shared/domain/task.ts';
import type { Workflow, WorkflowValue } from '../../src-shared/domain/workflow.ts';
import type { EventLine } from '../../src-shared/ipc/view.ts';
import type { ContactCentre, WorkflowEnd } from '../centre/contact-centre.ts';
import { workflowsSlice } from './slices/workflows.ts';
import type { DeskStore } from './store.ts';
import { composeLock } from './view.ts';

export interface WorkflowsParts {
  readonly store: DeskStore;
  readonly centre: ContactCentre;
  readonly mask: (text: string) => MaskedText;
  readonly line: (taskId: TaskId, event: EventLine) => void;
}

export interface WorkflowsRoom {
  readonly load: () => Promise<Result<null>>;
  readonly run: (taskId: TaskId, workflowId: string, attributes: Readonly<Record<string, WorkflowValue>>) => Promise<Result<null>>;
  readonly finished: (taskId: TaskId, end: WorkflowEnd) => void;
  /** The connection was lost and is back: what ended meanwhile was not heard. */
  readonly interrupted: () => void;
}

export function createWorkflows({ store, centre, mask, line }: WorkflowsParts): WorkflowsRoom {
  const known = (workflowId: string): Workflow | undefined => store.getState().workflows.list.find((one) => one.id === workflowId);
  /** Ends that came while an answer that may name their run is on its way. */
  const early = new Map<string, WorkflowEnd>();
  let asking = 0;

  const tellEnd = (taskId: TaskId, name: string, { outcome, message }: WorkflowEnd): void => {
    line(taskId, { type: outcome === 'succeeded' ? 'workflowFinished' : 'workflowFailed', name, message: mask(message) });
  };

  return {
    load: async () => {
      store.dispatch(workflowsSlice.actions.asked());
      const answer = await centre.workflows();
      store.dispatch(answer.ok ? workflowsSlice.actions.answered(answer.value) : workflowsSlice.actions.failed(answer.failure));
      return answer.ok ? ok(null) : answer;
    },
    run: async (taskId, workflowId, attributes) => {
      const task = store.getState().tasks[taskId];
      const workflow = known(workflowId);
      if (!task || !isConversation(task.phase)) return fail(failure(task ? 'notAvailableNow' : 'taskGone'));
      const lock = composeLock(task);
      if (lock === 'assetRemoved' || lock === 'customerLeft') return fail(failure(lock));
      if (!workflow || workflow.inputs.some((input) => input.required && (attributes[input.name] ?? '') === '')) return fail(failure('notAvailableNow'));
      asking += 1;
      const answer = await centre.runWorkflow(taskId, workflowId, attributes);
      asking -= 1;
      if (!answer.ok) return answer;
      line(taskId, { type: 'workflowStarted', name: workflow.name });
      const { runId } = answer.value;
      const ended = early.get(runId);
      early.delete(runId);
      if (ended) tellEnd(taskId, workflow.name, ended);
      else store.dispatch(workflowsSlice.actions.started({ runId, run: { taskId, workflowId, name: workflow.name } }));
      return ok(null);
    },
    finished: (taskId, end) => {
      const { running } = store.getState().workflows;
      // A centre that names no run means the one that runs.
      const runId = end.runId in running ? end.runId : Object.keys(running).find((id) => end.runId === '' && running[id]?.taskId === taskId && running[id].workflowId === end.workflowId);
      const run = runId === undefined ? undefined : running[runId];
      if (runId !== undefined && run) {
        store.dispatch(workflowsSlice.actions.finished(runId));
        tellEnd(taskId, run.name, end);
        return;
      }
      if (asking > 0) early.set(end.runId, end);
      // Started by a colleague in the chat: no answer will name it.
      else if (store.getState().tasks[taskId]) tellEnd(taskId, known(end.workflowId)?.name ?? end.workflowId, end);
    },
    interrupted: () => {
      early.clear();
      for (const [runId, run] of Object.entries(store.getState().workflows.running)) {
        store.dispatch(workflowsSlice.actions.finished(runId));
        if (store.getState().tasks[run.taskId]) line(run.taskId, { type: 'workflowUnknown', name: run.name });
      }
    },
  };
}
