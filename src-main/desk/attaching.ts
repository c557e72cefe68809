// Files both ways, put together: those the agent attaches and those the customer sends.
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { attachmentCommands } from './attachment-commands.ts';
import type { AttachmentHandlers } from './command-handlers.ts';
import { memoryFiles } from './file-store.ts';
import type { KeptFile } from './kept-files.ts';
import { withoutSentFiles } from './outgoing-files.ts';
import type { DeskParts } from './parts.ts';
import { createKeptPictures, type KeptPictures } from './kept-pictures.ts';
import { createPictures } from './pictures.ts';
import { createReceivedFiles, type ReceivedFiles } from './received-files.ts';
import type { Screen } from './screen.ts';
import type { DeskStore } from './store.ts';
import { createTray, type Tray } from './tray.ts';
import { createUploads } from './uploads.ts';
import type { Vault } from './vault.ts';
import type { WorkKeeper } from './work.ts';

export interface AttachingParts {
  readonly parts: DeskParts;
  readonly store: DeskStore;
  readonly vault: Vault;
  readonly screen: Screen;
  readonly work: () => WorkKeeper;
  /** A file of a message that waits is whole at the contact centre, or was refused. */
  readonly onSettled: (file: KeptFile) => void;
  /** What a message holds that waits, or that the contact centre has taken and not shown yet. */
  readonly waiting: (aliasId: string) => Outbound | null;
}

export interface Attaching {
  readonly tray: Tray;
  readonly received: ReceivedFiles;
  readonly keptPictures: KeptPictures;
  readonly commands: AttachmentHandlers;
  /** The work of an agent has been read: its files are theirs. */
  readonly opened: (owner: string) => void;
  /** Messages have come or gone: files they were with are let go of. */
  readonly outboxChanged: () => void;
  /** Lets the contact centre forget what it has of files that nobody was sent. */
  readonly free: (files: readonly KeptFile[]) => void;
  readonly resume: () => void;
  readonly pause: () => void;
  readonly forget: () => void;
  readonly stop: () => void;
}

export function createAttaching({ parts, store, vault, screen, work, onSettled, waiting }: AttachingParts): Attaching {
  const { centre, clock, newId, random, outsideFiles } = parts;
  let files = memoryFiles();
  const uploads = createUploads({
    centre, store, work, clock, random,
    files: () => files,
    onSettled: (file) => {
      onSettled(file);
      tray.settle();
    },
  });
  const tray: Tray = createTray({ store, work, files: () => files, uploads, newId, mask: screen.mask });
  const pictures = createPictures(centre);
  const keptPictures = createKeptPictures({ work, files: () => files, pictures });
  const received = createReceivedFiles({ centre, vault, pictures, kept: keptPictures, waiting, outside: outsideFiles, shownName: (name) => screen.mask(name).text });

  // An upload waits while its conversation is locked, and goes on when it is not any more.
  let tasks: Readonly<Record<TaskId, unknown>> = store.getState().tasks;
  const stop = store.subscribe(() => {
    const { tasks: now } = store.getState();
    if (now === tasks) return;
    tasks = now;
    uploads.pump();
  });

  return {
    tray, received, keptPictures,
    commands: attachmentCommands({ store, outside: outsideFiles, tray, received }),
    opened: (owner) => {
      files = parts.fileStore(owner);
      void files.keepOnly(new Set(Object.keys(work().current().files))).catch(() => undefined);
      // A kill may have come between the end of an upload and the message that waited for it.
      for (const file of Object.values(work().current().files)) onSettled(file);
      tray.show();
    },
    outboxChanged: () => {
      work().change(withoutSentFiles).catch(() => undefined);
      tray.settle();
    },
    free: (given) => { given.forEach(uploads.discard); },
    resume: uploads.resume,
    pause: uploads.pause,
    forget: () => {
      uploads.pause();
      tray.forget();
      pictures.clear();
    },
    stop,
  };
}
