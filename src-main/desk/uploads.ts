// Brings kept files to the contact centre: two at a time, in their order, taken up again after every break, and not while nothing can be sent.
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { FailureCode } from '../../src-shared/domain/failure.ts';
import { isConversation, type TaskId } from '../../src-shared/domain/task.ts';
import type { ContactCentre, UploadOutcome } from '../centre/contact-centre.ts';
import type { FileStore } from './file-store.ts';
import { changedFile, inOrder, type KeptFile } from './kept-files.ts';
import { pause as pauseOf } from './outbox-machine.ts';
import { traySlice } from './slices/tray.ts';
import type { DeskStore } from './store.ts';
import { composeLock } from './view.ts';
import type { WorkKeeper } from './work.ts';

export interface UploadsParts {
  readonly centre: Pick<ContactCentre, 'upload' | 'discardUpload'>;
  readonly store: DeskStore;
  readonly work: () => WorkKeeper;
  readonly files: () => FileStore;
  readonly clock: Clock;
  readonly random: () => number;
  /** A file is whole at the contact centre, or was refused: whoever waits for it looks again. */
  readonly onSettled: (file: KeptFile) => void;
}

export interface Uploads {
  /** Starts what can be started, stops what may not go on. */
  readonly pump: () => void;
  readonly resume: () => void;
  readonly pause: () => void;
  /** Whole percent of an upload under way; null = it is not. */
  readonly share: (fileId: string) => number | null;
  readonly cancel: (fileId: string) => void;
  /** Lets the contact centre forget what it has of a file. */
  readonly discard: (file: KeptFile) => void;
}

const AT_ONCE = 2;

interface Running {
  readonly taskId: TaskId;
  readonly stop: AbortController;
  share: number;
}

const codes: Readonly<Record<Extract<UploadOutcome, { kind: 'refused' }>['why'], FailureCode>> = { notAllowed: 'attachmentsNotAllowed', tooLarge: 'fileTooLarge', rejected: 'fileRefused' };

export function createUploads({ centre, store, work, files, clock, random, onSettled }: UploadsParts): Uploads {
  const running = new Map<string, Running>();
  const attempts = new Map<string, { readonly count: number; readonly notBefore: number }>();
  let live = false;
  let cancelTimer: (() => void) | null = null;

  const maySend = (taskId: TaskId): boolean => {
    const task = store.getState().tasks[taskId];
    return task !== undefined && isConversation(task.phase) && composeLock(task) === null;
  };
  const wanting = (): readonly KeptFile[] => inOrder(work().current().files, (file) => file.url === null && file.refused === null && maySend(file.taskId));

  const show = (fileId: string, share: number | null): void => {
    store.dispatch(traySlice.actions.moved({ fileId, course: share === null ? { state: 'ready' } : { state: 'uploading', share } }));
  };

  const change = (fileId: string, part: Partial<KeptFile>): Promise<void> =>
    work().change((current) => ({ ...current, files: changedFile(current.files, fileId, part) })).catch(() => undefined);

  const discard = ({ address, url }: KeptFile): void => {
    const at = url ?? address;
    if (at !== null) centre.discardUpload(at);
  };

  const finished = async (file: KeptFile, outcome: UploadOutcome): Promise<void> => {
    const { fileId } = file;
    if (outcome.kind === 'unknown') {
      const count = (attempts.get(fileId)?.count ?? 0) + 1;
      attempts.set(fileId, { count, notBefore: clock.now() + pauseOf(count, random()) });
      if (fileId in work().current().files) show(fileId, null);
      return;
    }
    attempts.delete(fileId);
    const begun = work().current().files[fileId];
    if (outcome.kind === 'refused' && begun !== undefined) discard(begun);
    // On disk before anything is built on it.
    await change(fileId, outcome.kind === 'done' ? { url: outcome.url, address: null } : { refused: codes[outcome.why], address: null });
    const after = work().current().files[fileId];
    if (after !== undefined) onSettled(after);
  };

  const run = async (file: KeptFile): Promise<void> => {
    const { fileId, taskId, fileName, mimeType, size } = file;
    const mine: Running = { taskId, stop: new AbortController(), share: 0 };
    running.set(fileId, mine);
    show(fileId, 0);
    const reading = { failed: false };
    const source = {
      fileName, mimeType, size,
      read: async (start: number, end: number) => {
        try {
          return await files().read(fileId, start, end);
        } catch (error) {
          reading.failed = true;
          throw error;
        }
      },
    };
    const outcome = await centre.upload(taskId, source, {
      address: file.address,
      signal: mine.stop.signal,
      onAddress: (address) => { if (work().current().files[fileId]?.address !== address) void change(fileId, { address }); },
      onProgress: (sent) => {
        const share = Math.floor((sent / size) * 100);
        if (share === mine.share || running.get(fileId) !== mine) return;
        mine.share = share;
        show(fileId, share);
      },
    });
    if (running.get(fileId) === mine) running.delete(fileId);
    if (reading.failed) {
      await change(fileId, { refused: 'fileUnreadable' });
      const after = work().current().files[fileId];
      if (after !== undefined) onSettled(after);
    } else await finished(file, outcome);
    pump();
  };

  const pump = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    for (const { taskId, stop } of running.values()) if (!maySend(taskId)) stop.abort();
    if (!live) return;
    const now = clock.now();
    let wakeAt = Infinity;
    for (const file of wanting()) {
      if (running.size >= AT_ONCE) break;
      if (running.has(file.fileId)) continue;
      const notBefore = attempts.get(file.fileId)?.notBefore ?? 0;
      if (notBefore > now) wakeAt = Math.min(wakeAt, notBefore);
      else void run(file);
    }
    if (wakeAt < Infinity) cancelTimer = clock.setTimer(wakeAt - now, pump);
  };

  return {
    pump,
    resume: () => {
      live = true;
      attempts.clear();
      pump();
    },
    pause: () => {
      live = false;
      cancelTimer?.();
      cancelTimer = null;
      for (const { stop } of running.values()) stop.abort();
    },
    share: (fileId) => running.get(fileId)?.share ?? null,
    cancel: (fileId) => {
      running.get(fileId)?.stop.abort();
      running.delete(fileId);
      attempts.delete(fileId);
    },
    discard,
  };
}
