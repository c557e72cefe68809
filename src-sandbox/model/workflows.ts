// Workflows an agent can trigger: accepted at once, finished a moment later with a result for the chat.
import { answer, refuse, type Answer } from './answer.ts';
import { sendToJoined } from './frames.ts';
import { taskOfAgent } from './tasks.ts';
import type { World } from './types.ts';

export interface WorkflowEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly inputs: readonly { readonly name: string; readonly label: string; readonly type: 'text' | 'number' | 'boolean'; readonly required: boolean }[];
  /** Seconds until it finishes, and how. */
  readonly takesMs: number;
  readonly outcome: 'succeeded' | 'failed';
  readonly message: string;
}

export const workflows: readonly WorkflowEntry[] = [
  {
    id: 'warranty-check', name: 'Check warranty', description: 'Looks the serial number up in the warranty register.',
    inputs: [{ name: 'serial', label: 'Serial number', type: 'text', required: true }], takesMs: 1_500, outcome: 'succeeded', message: 'Under warranty until 14 March 2027.',
  },
  {
    id: 'send-survey', name: 'Send satisfaction survey', description: 'Sends the customer the survey after the chat.',
    inputs: [], takesMs: 800, outcome: 'succeeded', message: 'The survey will be sent when the chat ends.',
  },
  {
    id: 'callback-technician', name: 'Ask technician to call', description: 'Puts a call-back in the technicians’ list.',
    inputs: [
      { name: 'note', label: 'What should the technician know?', type: 'text', required: false },
      { name: 'urgent', label: 'Urgent', type: 'boolean', required: false },
    ], takesMs: 2_000, outcome: 'failed', message: 'The technicians’ planner does not answer.',
  },
];

/** Starts a workflow; `task:workflow-finished` follows. */
export function runWorkflow(world: World, agentId: string, taskId: string, workflowId: string, attributes: Readonly<Record<string, unknown>>): Answer<{ readonly id: string }> {
  const found = taskOfAgent(world, agentId, taskId);
  if (!found.ok) return found;
  const workflow = workflows.find((entry) => entry.id === workflowId);
  if (workflow === undefined) return refuse(404, 'There is no such workflow.');
  const missing = workflow.inputs.find((input) => input.required && (attributes[input.name] === undefined || attributes[input.name] === ''));
  if (missing !== undefined) return refuse(400, `attributes.${missing.name} is missing.`);
  const runId = world.random.uuid();
  world.ledger.note({ kind: 'command', agentId, command: `workflow ${workflowId}`, taskId, accepted: true, reason: '' });
  world.after(workflow.takesMs, () => {
    world.ledger.note({ kind: 'taskState', taskId, change: 'workflowFinished', by: 'system', detail: `${workflowId}: ${workflow.outcome}` });
    sendToJoined(world, found.value, { type: 'task:workflow-finished', interactionId: taskId, workflowId, runId, outcome: workflow.outcome, message: workflow.message });
  });
  return answer({ id: runId });
}
