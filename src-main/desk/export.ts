// Writes a conversation to a file of the agent's choice, as text or PDF: all of it, back to its first message, as masked as it is shown.
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { ExportAnswer } from '../../src-shared/ipc/commands.ts';
import { directionOf, supportedLocale } from '../../src-shared/locales/index.ts';
import type { Archive } from './archive.ts';
import type { OutsideFiles } from './outside-files.ts';
import type { DeskStore } from './store.ts';
import { transcriptDocument } from './transcript-document.ts';
import { asPage, asText } from './transcript-formats.ts';
import type { TextOf } from './transcript-rich.ts';

/** What an export needs beyond the desk. */
export interface Press {
  /** The texts of a language. */
  readonly texts: () => Promise<(locale: string) => TextOf>;
  /** A page as PDF. Rejects when it cannot be printed. */
  readonly print: (page: string) => Promise<Uint8Array>;
}

export interface ExportParts {
  readonly archive: Archive;
  readonly store: DeskStore;
  readonly outside: OutsideFiles;
  readonly press: Press;
  readonly now: () => number;
}

export type ExportFormat = 'text' | 'pdf';

export async function exportConversation({ archive, store, outside, press, now }: ExportParts, taskId: TaskId, format: ExportFormat): Promise<Result<ExportAnswer>> {
  const nothing: ExportAnswer = { saved: false, count: 0 };
  // Where, before anything is made. Whom it was with is not told to the file system.
  const target = await outside.chooseTarget(`conversation-${stamp(now())}.${format === 'pdf' ? 'pdf' : 'txt'}`);
  if (target === null) return ok(nothing);
  const read = await archive.readBack(taskId, Infinity);
  if (!read.ok) return read;
  const { tasks, agent, desk, policy } = store.getState();
  const task = tasks[taskId];
  if (!task) return fail(failure('taskGone'));
  const { locale } = desk.app;
  const items = archive.items(taskId);
  const document = transcriptDocument({
    items, locale, text: (await press.texts())(locale), now: now(), customer: task.facts.customerName.text, agent: agent.profile?.name ?? '',
    queue: task.facts.queueName, masking: policy.masking, bounded: archive.reach(taskId).bounded,
  });
  archive.forget(taskId);
  const bytes = format === 'pdf' ? await press.print(asPage(document, directionOf(supportedLocale(locale)))) : new TextEncoder().encode(asText(document));
  const written = await target.write(only(bytes));
  return written === 'written' ? ok({ saved: true, count: items.filter((item) => item.kind === 'message').length }) : fail(failure('fileNotSaved'));
}

/** A file in one piece. */
async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** 2026-11-24-1532, in local time. */
function stamp(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}-${two(date.getHours())}${two(date.getMinutes())}`;
}
