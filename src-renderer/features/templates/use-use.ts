// Uses a template: text goes into the compose box at the cursor, everything else is staged as a card; as text where the device cannot show it.
import { useState } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommand } from '../../desk/index.ts';
import { useFailureText } from '../../text/index.ts';
import type { PickerEntry } from './entries.ts';
import { isError } from '../../../src-shared/domain/issue.ts';
import { useIssueText } from './issue-words.ts';
import { lacking } from './template-details.tsx';
import { sentEdits, type Box } from './types.ts';
import type { Draft } from './use-draft.ts';

export interface Use {
  readonly busy: boolean;
  /** Answers what still has to be filled in before it can be added. */
  readonly add: (entry: PickerEntry, draft: Draft) => Promise<readonly string[]>;
  readonly asText: (entry: PickerEntry, draft: Draft) => Promise<void>;
}

export interface UseOptions {
  readonly say: (words: string) => void;
  /** It is in the box or above it. */
  readonly onDone: () => void;
}

export function useUse(taskId: TaskId, box: Box, { say, onDone }: UseOptions): Use {
  const failureText = useFailureText();
  const issueText = useIssueText();
  const command = useCommand();
  const [busy, setBusy] = useState(false);

  const stage = async (entry: PickerEntry, { values, edits }: Draft, asText: boolean): Promise<void> => {
    setBusy(true);
    const result = await command('conversation.stage', { taskId, templateId: entry.templateId, values, edits: sentEdits(edits), ...(asText && { asText }) });
    setBusy(false);
    if (result.ok) onDone();
    else say(failureText(result.failure));
  };

  return {
    busy,
    add: async (entry, draft) => {
      // Asked once more: what is on the screen may be a key behind.
      const result = await command('template.prepare', { taskId, templateId: entry.templateId, values: draft.values, edits: sentEdits(draft.edits) });
      if (!result.ok) {
        say(failureText(result.failure));
        return [];
      }
      const missing = lacking(result.value);
      if (missing.length > 0) return missing;
      const wrong = result.value.issues.filter(isError);
      if (wrong.length > 0) {
        say(wrong.map(issueText).join('. '));
        return [];
      }
      const { insert } = result.value;
      if (insert === null) {
        await stage(entry, draft, false);
        return [];
      }
      onDone();
      box.insert(insert);
      // How often it was used is a matter of order only.
      void command('template.used', { templateId: entry.templateId });
      return [];
    },
    asText: (entry, draft) => stage(entry, draft, true),
  };
}
