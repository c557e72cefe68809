// Hands files that were dropped or pasted over to main, piece by piece; their names and bytes, never a path.
import { useCallback } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { MAX_PIECE } from '../../../src-shared/ipc/commands.ts';
import { useCommand, useReportFailure } from '../../desk/index.ts';

/** What the tray itself shows beside the file; anything else is said among the notices. */
const saidInTray: ReadonlySet<string> = new Set(['tooManyFiles', 'fileTooLarge', 'fileTypeNotAllowed', 'fileEmpty', 'fileUnreadable', 'fileNotKept', 'attachmentsNotAllowed']);

export function useAttach(taskId: TaskId): (files: readonly File[]) => Promise<void> {
  const command = useCommand();
  const report = useReportFailure();
  return useCallback(async (files: readonly File[]) => {
    for (const file of files) {
      const begun = await command('attachment.begin', { taskId, fileName: file.name, mimeType: file.type, size: file.size });
      if (!begun.ok) {
        if (!saidInTray.has(begun.failure.code)) report(begun.failure);
        continue;
      }
      const { fileId } = begun.value;
      let offset = 0;
      while (offset < file.size) {
        // A folder, or a file that has gone, cannot be read.
        const bytes = await file.slice(offset, offset + MAX_PIECE).arrayBuffer().then((piece) => new Uint8Array(piece), () => null);
        const taken = await command('attachment.append', { fileId, offset, bytes });
        // Refused, or taken out of the tray meanwhile: the tray shows which.
        if (!taken.ok || bytes === null) break;
        offset += bytes.byteLength;
      }
    }
  }, [command, report, taskId]);
}
