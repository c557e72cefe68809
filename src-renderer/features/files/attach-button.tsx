// The paper clip: opens the system's window for choosing files. Its tooltip says what may be attached, or why nothing may.
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { IconButton } from '../../ui/index.ts';
import { useRulesText } from './use-rules-text.ts';

export function AttachButton({ taskId }: { readonly taskId: TaskId }): ReactElement {
  const text = useText();
  const rulesText = useRulesText();
  const command = useCommandWithNotice();
  const rules = useDesk((view) => view.policy.attachments);
  const rulesId = useId();
  const allowed = rules.allowed && rules.maxCount > 0;
  return (
    <>
      <IconButton
        icon="attach" label={text('files.attach')} hint={`${text('files.attach')}. ${rulesText(rules)}`} describedBy={rulesId}
        unavailable={allowed ? false : rulesText(rules)} onPress={() => { void command('attachment.pick', { taskId }); }}
      />
      <span id={rulesId} hidden>{rulesText(rules)}</span>
    </>
  );
}
