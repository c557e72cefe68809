// Files the agent attaches, as they are kept with the agent's work: in the tray of their conversation, or with a message that waits. Raw.
import * as v from 'valibot';
import { failureCodes, type FailureCode } from '../../src-shared/domain/failure.ts';
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';

export interface KeptFile {
  readonly fileId: string;
  readonly taskId: TaskId;
  /** Order of taking in. */
  readonly number: number;
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
  /** The message it goes with; null = it is in the tray. */
  readonly aliasId: string | null;
  /** Where its upload goes on; null = it has not begun. */
  readonly address: string | null;
  /** The upload is whole: what a message calls it. */
  readonly url: string | null;
  /** Why it cannot be sent as it is; tried again when the agent says so. */
  readonly refused: FailureCode | null;
}

export type KeptFiles = Readonly<Record<string, KeptFile>>;

export const keptFileSchema = v.object({
  fileId: v.string(), taskId: v.string(), number: v.number(), fileName: v.string(), mimeType: v.string(), size: v.number(),
  aliasId: v.nullable(v.string()), address: v.nullable(v.string()), url: v.nullable(v.string()), refused: v.nullable(v.picklist(failureCodes)),
});

export const inOrder = (files: KeptFiles, of: (file: KeptFile) => boolean): readonly KeptFile[] => Object.values(files).filter(of).sort((a, b) => a.number - b.number);

export const trayOf = (files: KeptFiles, taskId: TaskId): readonly KeptFile[] => inOrder(files, (file) => file.taskId === taskId && file.aliasId === null);

export const nextFileNumber = (files: KeptFiles): number => Object.values(files).reduce((highest, { number }) => Math.max(highest, number), 0) + 1;

/** The files without some of them; the same record when there are none such. */
export const withoutFiles = (files: KeptFiles, gone: (file: KeptFile) => boolean): KeptFiles =>
  Object.values(files).some(gone) ? Object.fromEntries(Object.entries(files).filter(([, file]) => !gone(file))) : files;

/** One file changed; the same record when it is not there. */
export const changedFile = (files: KeptFiles, fileId: string, part: Partial<KeptFile>): KeptFiles => {
  const file = files[fileId];
  return file === undefined ? files : { ...files, [fileId]: { ...file, ...part } };
};

/** Not all of its files are at the contact centre: it was never sent. */
export const waitsForFiles = (content: Outbound): boolean => content.kind === 'attachments' && content.attachments.some(({ url }) => url === '');
