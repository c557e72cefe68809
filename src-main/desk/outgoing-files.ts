// Messages with files the agent attached: how they wait for their uploads, and what becomes of the files when the message goes, stays or comes back. Pure.
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { changedFile, inOrder, nextFileNumber, trayOf, waitsForFiles, withoutFiles, type KeptFile, type KeptFiles } from './kept-files.ts';
import { canBeTakenBack, type OutboxEntry } from './outbox-machine.ts';
import type { Work } from './work.ts';

type WithFiles = Extract<Outbound, { kind: 'attachments' }>;

/** A message of the agent's own; the files of a library are the library's. */
export const isByHand = ({ content, origin }: Pick<OutboxEntry, 'content' | 'origin'>): boolean => origin === null && (content.kind === 'text' || content.kind === 'attachments');

/** Files stand before the words. One whose upload is not whole has no address yet. */
export const contentOf = (text: string, files: readonly KeptFile[]): Outbound =>
  files.length === 0
    ? { kind: 'text', text }
    : { kind: 'attachments', text, attachments: files.map(({ fileName, mimeType, size, url }) => ({ fileName, mimeType, size, url: url ?? '', place: 0 })) };

const filesOf = (files: KeptFiles, aliasId: string): readonly KeptFile[] => inOrder(files, (file) => file.aliasId === aliasId);

function addressed(content: WithFiles, files: readonly KeptFile[]): WithFiles {
  if (!content.attachments.some(({ url }, index) => url === '' && typeof files[index]?.url === 'string')) return content;
  return { ...content, attachments: content.attachments.map((attachment, index) => (attachment.url === '' ? { ...attachment, url: files[index]?.url ?? '' } : attachment)) };
}

/** Every waiting message with the addresses that its files have by now. */
export function withAddresses(work: Work): Work {
  const outbox = work.outbox.map((entry): OutboxEntry => {
    const { content } = entry;
    if (content.kind !== 'attachments' || !waitsForFiles(content)) return entry;
    const filled = addressed(content, filesOf(work.files, entry.aliasId));
    return filled === content ? entry : { ...entry, content: filled };
  });
  return outbox.some((entry, index) => entry !== work.outbox[index]) ? { ...work, outbox } : work;
}

/** Without the files of messages that do not wait any more. */
export function withoutSentFiles(work: Work): Work {
  const waiting = new Set(work.outbox.map(({ aliasId }) => aliasId));
  const files = withoutFiles(work.files, ({ aliasId }) => aliasId !== null && !waiting.has(aliasId));
  return files === work.files ? work : { ...work, files };
}

/** The files of the tray are those of a message now. */
export const trayInto = (files: KeptFiles, aliasId: string, given: readonly KeptFile[]): KeptFiles =>
  given.reduce((all, { fileId }) => changedFile(all, fileId, { aliasId }), files);

/** A refused upload of a message begins anew. */
export const filesAgain = (work: Work, aliasId: string): Work => ({
  ...work, files: filesOf(work.files, aliasId).reduce((all, file) => (file.refused === null ? all : changedFile(all, file.fileId, { refused: null, address: null })), work.files),
});

/** The files of a message of the agent's own. Those that had been let go of are at the contact centre and need no bytes. */
function filesWith(files: KeptFiles, { aliasId, taskId, content }: OutboxEntry): readonly KeptFile[] {
  const kept = filesOf(files, aliasId);
  if (kept.length > 0 || content.kind !== 'attachments') return kept;
  const number = nextFileNumber(files);
  return content.attachments.map(({ fileName, mimeType, size, url }, index) => (
    { fileId: `${aliasId}-${String(index)}`, taskId, number: number + index, fileName, mimeType, size: size ?? 0, aliasId, address: null, url, refused: null }
  ));
}

/** Its files are in the tray again. */
export const filesBack = (files: KeptFiles, entry: OutboxEntry): KeptFiles =>
  ({ ...files, ...Object.fromEntries(filesWith(files, entry).map((file) => [file.fileId, { ...file, aliasId: null }])) });

/** What a message that surely did not arrive has at the contact centre and nobody else needs. */
export const unsentFilesOf = ({ files }: Work, entry: OutboxEntry): readonly KeptFile[] => (isByHand(entry) && canBeTakenBack(entry) ? filesWith(files, entry) : []);

/** The same for a conversation that is over: its tray, and its messages that will not be sent any more. */
export const unsentFilesIn = (work: Work, taskId: TaskId): readonly KeptFile[] =>
  [...trayOf(work.files, taskId), ...work.outbox.filter((entry) => entry.taskId === taskId).flatMap((entry) => unsentFilesOf(work, entry))];
