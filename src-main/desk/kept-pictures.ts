// Pictures among the files that the agent attaches, for the tray and for the bubble of a message that waits: read from where they are kept, and no further.
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { FilePlace, TrayPlace } from '../../src-shared/ipc/files.ts';
import type { FileStore } from './file-store.ts';
import { inOrder, type KeptFile } from './kept-files.ts';
import { pictureType } from './picture-type.ts';
import { MAX_PICTURE, type Picture, type Pictures } from './pictures.ts';
import type { WorkKeeper } from './work.ts';

export interface KeptPicturesParts {
  readonly work: () => WorkKeeper;
  readonly files: () => FileStore;
  /** Where a file is looked for whose bytes were let go of. */
  readonly pictures: Pictures;
}

export interface KeptPictures {
  readonly inTray: (place: TrayPlace) => Promise<Result<Picture>>;
  /** null = no message that waits has a kept file there. */
  readonly ofMessage: (place: FilePlace) => Promise<Result<Picture>> | null;
}

export function createKeptPictures({ work, files, pictures }: KeptPicturesParts): KeptPictures {
  const look = async ({ fileId, size, url }: KeptFile): Promise<Result<Picture>> => {
    if (size > MAX_PICTURE) return fail(failure('fileTooLargeToShow'));
    const bytes = await files().read(fileId, 0, size).catch(() => null);
    // A message that was taken back after the contact centre had its files.
    if (bytes === null) return url === null ? fail(failure('fileGone')) : pictures.look(url);
    const mimeType = pictureType(bytes);
    return mimeType === null ? fail(failure('fileNotPicture')) : ok({ mimeType, bytes });
  };
  return {
    inTray: ({ taskId, fileId }) => {
      const file = work().current().files[fileId];
      return file?.taskId === taskId ? look(file) : Promise.resolve(fail(failure('fileGone')));
    },
    ofMessage: ({ taskId, itemId, index }) => {
      const file = inOrder(work().current().files, (one) => one.aliasId === itemId && one.taskId === taskId)[index];
      return file === undefined ? null : look(file);
    },
  };
}
