// What the agent filled in, as a workflow takes it. Pure.
import type { Workflow, WorkflowInput, WorkflowValue } from '../../../src-shared/domain/workflow.ts';

/** By the input's name, as it stands in the form. */
export type Entered = Readonly<Record<string, string | boolean>>;

/** The first input that keeps the workflow from being started: required and empty, or not a number. */
export function missing({ inputs }: Workflow, entered: Entered): WorkflowInput | null {
  return inputs.find(({ name, type, required }) => {
    const value = entered[name];
    const written = typeof value === 'string' ? value.trim() : '';
    if (type === 'boolean') return false;
    return written === '' ? required : type === 'number' && !Number.isFinite(Number(written));
  }) ?? null;
}

/** Only what was filled in; a box that is not ticked says no. */
export function answersOf({ inputs }: Workflow, entered: Entered): Readonly<Record<string, WorkflowValue>> {
  const answers: Record<string, WorkflowValue> = {};
  for (const { name, type } of inputs) {
    const value = entered[name];
    const written = typeof value === 'string' ? value.trim() : '';
    if (type === 'boolean') answers[name] = value === true;
    else if (written !== '') answers[name] = type === 'number' ? Number(written) : written;
  }
  return answers;
}
