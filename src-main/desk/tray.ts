// The tray: files the agent attaches to the next message of a conversation. Checked against policy, kept safe first, then shown as ready.
import { mediaTypeOf, plainFileName } from '../../src-shared/domain/media.ts';
import { whyNotTaken } from '../../src-shared/domain/attachment-rules.ts';
import { failure, type Failure, type FailureCode } from '../../src-shared/domain/failure.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { TrayFileState } from '../../src-shared/ipc/view.ts';
import type { FileStore } from './file-store.ts';
import { changedFile, nextFileNumber, trayOf, withoutFiles, type KeptFile } from './kept-files.ts';
import type { ChosenFile } from './outside-files.ts';
import { pieceChannel, type PieceChannel } from './piece-channel.ts';
import { traySlice, type TrayItem } from './slices/tray.ts';
import type { DeskStore } from './store.ts';
import type { Uploads } from './uploads.ts';
import type { WorkKeeper } from './work.ts';

export interface TrayParts {
  readonly store: DeskStore;
  readonly work: () => WorkKeeper;
  readonly files: () => FileStore;
  readonly uploads: Uploads;
  readonly newId: () => string;
  readonly mask: (text: string) => MaskedText;
}

export interface Tray {
  /** A file of the computer's, whole. Resolves when it is kept, or refused. */
  readonly take: (taskId: TaskId, file: ChosenFile) => Promise<void>;
  /** A file the page hands over piece by piece. */
  readonly begin: (taskId: TaskId, file: { readonly fileName: string; readonly mimeType: string; readonly size: number }) => Result<{ readonly fileId: string }>;
  /** null = the page cannot read on. */
  readonly append: (fileId: string, offset: number, bytes: Uint8Array | null) => Promise<Result<null>>;
  readonly remove: (taskId: TaskId, fileId: string) => Promise<Result<null>>;
  readonly retry: (taskId: TaskId, fileId: string) => Promise<Result<null>>;
  /** What would go with a message now; a failure while something in the tray is not ready for it. */
  readonly ready: (taskId: TaskId) => Result<readonly KeptFile[]>;
  /** The rules have changed: what waits is looked at again. */
  readonly recheck: () => void;
  /** Brings what is shown in line with what is kept, and lets go of bytes nobody needs any more. */
  readonly settle: () => void;
  /** After a start, or when masking changed: everything anew. */
  readonly show: () => void;
  readonly forget: () => void;
}

/** A file being taken in from the page. */
interface Incoming {
  readonly taskId: TaskId;
  readonly size: number;
  readonly channel: PieceChannel;
  received: number;
}

/** What a change of the rules can mend. */
const byRules: ReadonlySet<FailureCode> = new Set(['attachmentsNotAllowed', 'fileTooLarge', 'fileTypeNotAllowed']);

export function createTray({ store, work, files, uploads, newId, mask }: TrayParts): Tray {
  const incoming = new Map<string, Incoming>();
  /** In the tray and not kept: being taken in, or refused. */
  const passing = new Map<string, TrayItem>();

  const shown = (): Readonly<Record<string, TrayItem>> => store.getState().tray;
  const put = (item: TrayItem): void => { store.dispatch(traySlice.actions.put(item)); };
  const hide = (fileId: string): void => {
    passing.delete(fileId);
    if (fileId in shown()) store.dispatch(traySlice.actions.removed(fileId));
  };
  const present = (file: KeptFile): TrayItem => ({
    fileId: file.fileId, taskId: file.taskId, number: file.number, aliasId: file.aliasId, fileName: mask(file.fileName), mimeType: file.mimeType, size: file.size, course: courseOf(file),
  });
  const courseOf = (file: KeptFile): TrayFileState => {
    if (file.refused !== null) return { state: 'failed', failure: failureOf(file.refused) };
    if (file.url !== null) return { state: 'uploaded' };
    const share = uploads.share(file.fileId);
    return share === null ? { state: 'ready' } : { state: 'uploading', share };
  };
  const failureOf = (code: FailureCode): Failure => {
    const { maxSize } = store.getState().policy.attachments;
    return code === 'fileTooLarge' ? failure(code, { max: Math.floor(maxSize / 100_000) / 10 }) : failure(code);
  };

  /** In numbers that go on over kept and passing files, so that the order is that of attaching. */
  const nextNumber = (): number => Math.max(nextFileNumber(work().current().files), ...[...passing.values()].map(({ number }) => number + 1));

  const countOf = (taskId: TaskId): number => Object.values(shown()).filter((item) => item.taskId === taskId && item.aliasId === null && item.course.state !== 'refused').length;

  /** Puts a file that is about to be taken in into sight; a failure when the rules do not let it in, which is then in sight as well. */
  const admit = (taskId: TaskId, given: { readonly fileName: string; readonly mimeType: string; readonly size: number }): Result<TrayItem & { readonly raw: string }> => {
    const raw = plainFileName(given.fileName) || 'file';
    const mimeType = mediaTypeOf(raw, given.mimeType);
    const refused = whyNotTaken(store.getState().policy.attachments, countOf(taskId), { size: given.size, mimeType });
    const item: TrayItem = {
      fileId: newId(), taskId, number: nextNumber(), aliasId: null, fileName: mask(raw), mimeType, size: given.size,
      course: refused === null ? { state: 'reading', share: 0 } : { state: 'refused', failure: refused },
    };
    passing.set(item.fileId, item);
    put(item);
    return refused === null ? ok({ ...item, raw }) : fail(refused);
  };

  const refuse = (fileId: string, code: FailureCode): void => {
    const item = passing.get(fileId);
    // Taken out by the agent meanwhile.
    if (item === undefined) return;
    const refused: TrayItem = { ...item, course: { state: 'refused', failure: failure(code) } };
    passing.set(fileId, refused);
    put(refused);
  };

  /** Keeps the bytes, then the file, then says so: in this order a kill loses what was never shown as ready. */
  const keep = async (item: TrayItem & { readonly raw: string }, pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    const { fileId, taskId, number, mimeType, size, raw } = item;
    const source = counted(pieces, size, (share) => {
      if (passing.has(fileId)) store.dispatch(traySlice.actions.moved({ fileId, course: { state: 'reading', share } }));
    });
    try {
      await files().write(fileId, source.pieces);
    } catch {
      refuse(fileId, source.broken() ? 'fileUnreadable' : 'fileNotKept');
      return;
    }
    if (!passing.has(fileId) || !(taskId in store.getState().tasks)) {
      hide(fileId);
      await files().remove(fileId).catch(() => undefined);
      return;
    }
    const file: KeptFile = { fileId, taskId, number, fileName: raw, mimeType, size, aliasId: null, address: null, url: null, refused: null };
    // What cannot be written is kept in memory and goes on; the outbox says so in the window.
    await work().change((current) => ({ ...current, files: { ...current.files, [fileId]: file } })).catch(() => undefined);
    passing.delete(fileId);
    put(present(file));
    uploads.pump();
  };

  const settle = (): void => {
    const { files: kept } = work().current();
    for (const item of Object.values(shown())) {
      const file = kept[item.fileId];
      if (file === undefined) {
        if (passing.has(item.fileId)) continue;
        hide(item.fileId);
        uploads.cancel(item.fileId);
        void files().remove(item.fileId).catch(() => undefined);
      } else if (item.aliasId !== file.aliasId || JSON.stringify(item.course) !== JSON.stringify(courseOf(file))) put(present(file));
    }
    for (const file of Object.values(kept)) if (!(file.fileId in shown())) put(present(file));
    uploads.pump();
  };

  const mine = (taskId: TaskId, fileId: string): TrayItem | null => {
    const item = shown()[fileId];
    return item?.taskId === taskId && item.aliasId === null ? item : null;
  };

  return {
    settle,
    take: async (taskId, file) => {
      const admitted = admit(taskId, { fileName: file.fileName, mimeType: '', size: file.size });
      if (admitted.ok) await keep(admitted.value, file.pieces());
    },
    begin: (taskId, file) => {
      const admitted = admit(taskId, file);
      if (!admitted.ok) return admitted;
      const channel = pieceChannel();
      const { fileId } = admitted.value;
      incoming.set(fileId, { taskId, size: file.size, channel, received: 0 });
      void keep(admitted.value, channel.pieces).finally(() => { incoming.delete(fileId); });
      return ok({ fileId });
    },
    append: async (fileId, offset, bytes) => {
      const at = incoming.get(fileId);
      if (at === undefined) return fail(failure('notAvailableNow'));
      if (bytes === null || offset !== at.received || at.received + bytes.byteLength > at.size) {
        at.channel.fail(new Error('The file cannot be read.'));
        return fail(failure('fileUnreadable'));
      }
      at.received += bytes.byteLength;
      const isLast = at.received === at.size;
      try {
        await at.channel.put(bytes);
      } catch {
        return fail(failure('fileNotKept'));
      }
      if (isLast) at.channel.end();
      return ok(null);
    },
    remove: async (taskId, fileId) => {
      if (mine(taskId, fileId) === null) return fail(failure('notAvailableNow'));
      incoming.get(fileId)?.channel.fail(new Error('Taken out.'));
      const file = work().current().files[fileId];
      hide(fileId);
      uploads.cancel(fileId);
      if (file === undefined) return ok(null);
      uploads.discard(file);
      await work().change((current) => ({ ...current, files: withoutFiles(current.files, (one) => one.fileId === fileId) })).catch(() => undefined);
      await files().remove(fileId).catch(() => undefined);
      return ok(null);
    },
    retry: async (taskId, fileId) => {
      const file = work().current().files[fileId];
      if (mine(taskId, fileId) === null || file === undefined || file.refused === null) return fail(failure('notAvailableNow'));
      const refused = whyNotTaken(store.getState().policy.attachments, 0, file);
      if (refused !== null) return fail(refused);
      await work().change((current) => ({ ...current, files: changedFile(current.files, fileId, { refused: null, address: null }) })).catch(() => undefined);
      settle();
      return ok(null);
    },
    ready: (taskId) => {
      const inTray = Object.values(shown()).filter((item) => item.taskId === taskId && item.aliasId === null);
      if (inTray.some(({ course }) => course.state === 'reading' || course.state === 'failed' || course.state === 'refused')) return fail(failure('filesNotReady'));
      return ok(trayOf(work().current().files, taskId));
    },
    recheck: () => {
      const { attachments } = store.getState().policy;
      work().change((current) => {
        const changed = Object.values(current.files).flatMap((file) => {
          if (file.aliasId !== null || (file.refused !== null && !byRules.has(file.refused))) return [];
          const refused = whyNotTaken({ ...attachments, maxCount: Infinity }, 0, file)?.code ?? null;
          return refused === file.refused ? [] : [{ ...file, refused }];
        });
        return changed.length === 0 ? current : { ...current, files: { ...current.files, ...Object.fromEntries(changed.map((file) => [file.fileId, file])) } };
      }).catch(() => undefined);
      settle();
    },
    show: () => {
      for (const file of Object.values(work().current().files)) put(present(file));
      settle();
    },
    forget: () => {
      for (const { channel } of incoming.values()) channel.fail(new Error('Signed out.'));
      passing.clear();
    },
  };
}

/** Passes pieces on, counts them in whole percent, and knows whose fault an early end is. */
function counted(pieces: AsyncIterable<Uint8Array>, size: number, onShare: (share: number) => void): { readonly pieces: AsyncIterable<Uint8Array>; readonly broken: () => boolean } {
  let broken = false;
  async function* through(): AsyncGenerator<Uint8Array> {
    let at = 0;
    let told = 0;
    broken = true;
    for await (const piece of pieces) {
      at += piece.byteLength;
      // Grown while it was read: not the file that was checked.
      if (at > size) throw new Error('The file has changed.');
      const share = Math.floor((at / size) * 100);
      if (share > told) onShare(told = share);
      broken = false;
      yield piece;
      broken = true;
    }
    if (at !== size) throw new Error('The file has changed.');
    broken = false;
  }
  return { pieces: through(), broken: () => broken };
}
