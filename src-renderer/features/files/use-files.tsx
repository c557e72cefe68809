// What an agent does with the files of a conversation: look at pictures, save files.
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import { pictureAddress } from '../../../src-shared/ipc/files.ts';
import { useCommand, useCommandWithNotice, useDeskReader } from '../../desk/index.ts';
import type { BubbleActions } from '../bubbles/index.ts';
import { picturesOf, type PictureOf } from './pictures.ts';

/** Fetched when the first picture is opened. */
const PictureViewer = lazy(() => import('./picture-viewer.tsx'));

export type FileActions = Pick<BubbleActions, 'pictureAddress' | 'checkPicture' | 'showPicture' | 'saveFile'>;

/** `shown` is the viewer while it is open; render it once. The actions never change for a conversation. */
export function useFiles(taskId: TaskId): { readonly files: FileActions; readonly shown: ReactElement | null } {
  const command = useCommand();
  const commandWithNotice = useCommandWithNotice();
  const read = useDeskReader();
  const [viewer, setViewer] = useState<{ readonly pictures: readonly PictureOf[]; readonly start: number } | null>(null);
  const files = useMemo((): FileActions => ({
    pictureAddress: (itemId, index, attempt) => pictureAddress({ taskId, itemId, index }, attempt),
    checkPicture: async (itemId, index) => {
      const result = await command('attachment.check', { taskId, itemId, index });
      return result.ok ? null : result.failure;
    },
    showPicture: (itemId, index) => {
      const pictures = picturesOf(read().open?.items ?? {});
      const start = pictures.findIndex((picture) => picture.itemId === itemId && picture.index === index);
      if (start !== -1) setViewer({ pictures, start });
    },
    saveFile: (itemId, index) => { void commandWithNotice('attachment.save', { taskId, itemId, index }); },
  }), [command, commandWithNotice, read, taskId]);
  const shown = viewer !== null && (
    <Suspense>
      <PictureViewer
        {...viewer}
        addressOf={({ itemId, index }) => pictureAddress({ taskId, itemId, index })}
        onSave={({ itemId, index }) => { files.saveFile(itemId, index); }}
        onClose={() => { setViewer(null); }}
      />
    </Suspense>
  );
  return { files, shown: shown === false ? null : shown };
}
