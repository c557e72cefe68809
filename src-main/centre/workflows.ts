// Workflows over the wire (Parley's own paths, docs/protocol.md): the list, a start, and how one ended.
import * as v from 'valibot';
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { Workflow, WorkflowValue } from '../../src-shared/domain/workflow.ts';
import { paged, workflowSchema, workflowStartedSchema, type WorkflowFinished } from '../../src-shared/wxcc/index.ts';
import type { Request } from './configuration.ts';
import type { WorkflowEnd } from './contact-centre.ts';
import { refusalFailure, refusalOf } from './refusals.ts';

export async function readWorkflows(request: Request, orgId: string): Promise<Result<readonly Workflow[]>> {
  const answer = await request({ method: 'GET', path: `/organization/${encodeURIComponent(orgId)}/v2/workflow` });
  const body = answer.kind === 'ok' ? v.safeParse(paged(workflowSchema), answer.body) : null;
  if (body?.success === true) return ok(body.output.data);
  const refusal = refusalOf(answer);
  return fail(refusal === null ? failure('centreUnreachable') : refusalFailure('workflow', refusal, 0));
}

export async function startWorkflow(request: Request, taskId: string, workflowId: string, attributes: Readonly<Record<string, WorkflowValue>>): Promise<Result<{ readonly runId: string }>> {
  const answer = await request({ method: 'POST', path: `/v2/tasks/${encodeURIComponent(taskId)}/workflows/${encodeURIComponent(workflowId)}`, body: { attributes } });
  if (answer.kind === 'ok') return ok({ runId: v.parse(workflowStartedSchema, answer.body).data.id });
  const refusal = refusalOf(answer);
  return fail(refusal === null ? failure('outcomeUnknown') : refusalFailure('workflow', refusal, 0));
}

export const workflowEnd = ({ workflowId, runId, outcome, message }: WorkflowFinished): WorkflowEnd => ({
  workflowId, runId, outcome: /^succe/i.test(outcome) ? 'succeeded' : 'failed', message: message ?? '',
});
