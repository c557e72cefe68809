// Reads what the business knows of a customer, and what was said in an earlier chat where the contact centre lets this agent read it.
import * as v from 'valibot';
import type { CustomerRecord } from '../../src-shared/domain/customer.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { customerSchema } from '../../src-shared/wxcc/index.ts';
import type { Request } from './configuration.ts';

export async function readCustomer(request: Request, taskId: TaskId): Promise<Result<CustomerRecord<string>>> {
  const answer = await request({ method: 'GET', path: `/v2/tasks/${encodeURIComponent(taskId)}/customer` });
  if (answer.kind === 'refused' && answer.status < 500 && answer.status !== 429) return fail(failure(answer.status === 403 ? 'forbidden' : 'taskGone'));
  const body = answer.kind === 'ok' ? v.safeParse(customerSchema, answer.body) : null;
  if (body?.success !== true) return fail(failure('centreUnreachable'));
  const { identifiers, previousTasks } = body.output.data;
  const earlier = previousTasks.map(({ id, startedAt, endedAt, agentName, queueName, wrapUpName, summary }) => ({ id, startedAt, endedAt, agentName, queueName, wrapUpName, summary }));
  return ok({ identifiers, earlier: earlier.sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0)) });
}
