// A template as it would go out in this chat, asked of main whenever what it is made with changes; the newest question counts.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { TemplateEdits } from '../../../src-shared/domain/template.ts';
import type { PreparedTemplate } from '../../../src-shared/ipc/view.ts';
import { useCommand } from '../../desk/index.ts';
import { sentEdits } from './types.ts';

export type Values = Readonly<Record<string, string>>;

export interface Prepared {
  readonly template: PreparedTemplate | null;
  readonly failure: Failure | null;
}

const nothing: Prepared = { template: null, failure: null };

/** `templateId` null = nothing is asked. What was shown stays until the answer for the same template comes. */
export function usePrepared(taskId: TaskId, templateId: string | null, values: Values, edits: TemplateEdits): Prepared {
  const command = useCommand();
  const [answer, setAnswer] = useState<Prepared & { readonly of: string | null }>({ ...nothing, of: null });
  useEffect(() => {
    if (templateId === null) return undefined;
    let overtaken = false;
    void command('template.prepare', { taskId, templateId, values, edits: sentEdits(edits) }).then((result) => {
      if (!overtaken) setAnswer(result.ok ? { of: templateId, template: result.value, failure: null } : { of: templateId, template: null, failure: result.failure });
    });
    return () => { overtaken = true; };
  }, [command, taskId, templateId, values, edits]);
  return answer.of === templateId ? answer : nothing;
}
