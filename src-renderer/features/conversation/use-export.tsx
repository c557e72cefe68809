// Saving the conversation to a file: main asks where and writes it; here it is asked for, and told what became of it.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { useCommandWithNotice } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Icon, IconButton } from '../../ui/index.ts';

export type ExportFormat = 'text' | 'pdf';

/** `told` says how far it is; render it once. */
export function useExport(taskId: TaskId): { readonly save: (format: ExportFormat) => void; readonly told: ReactElement } {
  const text = useText();
  const command = useCommandWithNotice();
  const [said, setSaid] = useState('');
  const save = async (format: ExportFormat): Promise<void> => {
    setSaid(text('conversation.export.busy'));
    const result = await command('conversation.export', { taskId, format });
    setSaid(result.ok && result.value.saved ? text('conversation.export.saved', { count: result.value.count }) : '');
  };
  const told = (
    <div className={said === '' ? 'visually-hidden' : 'convo-told'}>
      <output className="grow">{said !== '' && <><Icon name="download" size="s" /> {said}</>}</output>
      {said !== '' && <IconButton size="s" icon="close" label={text('common.close')} onPress={() => { setSaid(''); }} />}
    </div>
  );
  return { save: (format) => { void save(format); }, told };
}
