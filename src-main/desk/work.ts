// The agent's own unfinished work: outbox, drafts, half-done wrap-ups. One file, written whole, so that a message and the
// draft it came from change places in a single step and a kill between any two steps loses or doubles nothing.
import * as v from 'valibot';
import { failureCodes } from '../../src-shared/domain/failure.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { WrapUpDraft } from '../../src-shared/ipc/view.ts';
import { keptFileSchema, type KeptFiles } from './kept-files.ts';
import { afterRestart, type Outbox } from './outbox-machine.ts';
import { originSchema, outboundSchema, stagedSchema } from './outbound-schema.ts';
import type { StagedCard } from './staged-card.ts';

export interface Work {
  readonly outbox: Outbox;
  readonly drafts: Readonly<Record<TaskId, string>>;
  /** Cards that wait beside the drafts. */
  readonly staged: Readonly<Record<TaskId, StagedCard>>;
  readonly wrapUps: Readonly<Record<TaskId, WrapUpDraft>>;
  /** Until when wrap-ups have been extended, ms since the epoch. */
  readonly extended: Readonly<Record<TaskId, number>>;
  /** Files the agent attaches; their bytes are in the store of files. */
  readonly files: KeptFiles;
  readonly openTaskId: TaskId | null;
  /** Requests that were shown: one that is gone at the next start was missed, and is said to be. Raw. */
  readonly offers: Readonly<Record<TaskId, OfferShown>>;
  /** Texts whose chat went before they could be sent, by the notice that offers them, until the agent dismisses it. Raw. */
  readonly unsent: Readonly<Record<string, UnsentText>>;
  /** Requests that ended without the agent, by the notice that tells of them, until the agent has dealt with it. Raw. */
  readonly missed: Readonly<Record<string, MissedRequest>>;
}

export interface MissedRequest extends OfferShown {
  readonly kind: 'missedOffer' | 'withdrawnOffer';
  readonly customerNumber: string;
  readonly why?: 'customerLeft' | 'assetRemoved' | undefined;
  /** ms since the epoch. */
  readonly at: number;
}

export interface UnsentText {
  readonly taskId: TaskId;
  readonly text: string;
  /** ms since the epoch. */
  readonly at: number;
}

export interface OfferShown {
  readonly customerName: string;
  readonly queueName: string;
}

export const noWork: Work = { outbox: [], drafts: {}, staged: {}, wrapUps: {}, extended: {}, files: {}, openTaskId: null, offers: {}, unsent: {}, missed: {} };

/** Where the work is kept. `durable` false = this computer offers no secure storage: memory only. */
export interface WorkFile {
  readonly durable: boolean;
  /** null when there is nothing to read, or nothing that can be read. */
  readonly read: () => Promise<unknown>;
  /** Resolves when the content is on disk; rejects when it cannot be (disk full). */
  readonly write: (content: unknown) => Promise<void>;
}

/** Work that lives as long as the process: before an agent is known, and where there is no secure storage. */
export const memoryFile = (): WorkFile => ({ durable: false, read: () => Promise.resolve(null), write: () => Promise.resolve() });

const entrySchema = v.pipe(v.object({
  aliasId: v.string(), taskId: v.string(), number: v.number(), createdAt: v.number(), attempts: v.number(),
  // Files of earlier releases hold bare text.
  text: v.optional(v.string(), ''), content: v.optional(outboundSchema), origin: v.optional(v.nullable(originSchema), null),
  unanswered: v.optional(v.boolean(), true),
  state: v.variant('name', [
    v.object({ name: v.literal('queued'), notBefore: v.number() }),
    v.object({ name: v.literal('sending') }),
    v.object({ name: v.literal('failed'), code: v.picklist(failureCodes), retryable: v.boolean() }),
  ]),
}), v.transform(({ text, content, ...entry }) => ({ ...entry, content: content ?? { kind: 'text' as const, text } })));

const workSchema = v.object({
  outbox: v.array(entrySchema),
  drafts: v.record(v.string(), v.string()),
  // A card that cannot be read must not take what was typed along.
  staged: v.fallback(v.record(v.string(), stagedSchema), {}),
  wrapUps: v.record(v.string(), v.object({ auxCodeId: v.nullable(v.string()), notes: v.string() })),
  openTaskId: v.nullable(v.string()),
  // Not in files of earlier releases.
  extended: v.optional(v.record(v.string(), v.number()), {}),
  files: v.optional(v.record(v.string(), keptFileSchema), {}),
  offers: v.optional(v.record(v.string(), v.object({ customerName: v.string(), queueName: v.string() })), {}),
  unsent: v.optional(v.record(v.string(), v.object({ taskId: v.string(), text: v.string(), at: v.number() })), {}),
  missed: v.optional(v.record(v.string(), v.object({
    kind: v.picklist(['missedOffer', 'withdrawnOffer']), customerName: v.string(), customerNumber: v.string(), queueName: v.string(),
    why: v.optional(v.picklist(['customerLeft', 'assetRemoved'])), at: v.number(),
  })), {}),
});

export interface WorkKeeper {
  readonly current: () => Work;
  /** Changes the work; resolves when a version that holds the change is on disk. */
  readonly change: (change: (work: Work) => Work) => Promise<void>;
  readonly durable: boolean;
}

/** Reads what an earlier run left and keeps it on disk from now on. Writes follow one another; changes made meanwhile share the next one. */
export async function openWork(file: WorkFile): Promise<WorkKeeper> {
  const parsed = v.safeParse(workSchema, await file.read());
  let work: Work = parsed.success ? { ...parsed.output, outbox: afterRestart(parsed.output.outbox) } : noWork;
  let writing: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const write = (): Promise<void> => {
    writing = file.write(work).finally(() => {
      writing = null;
    });
    return writing;
  };
  return {
    durable: file.durable,
    current: () => work,
    change: (change) => {
      const changed = change(work);
      if (changed === work) return next ?? writing ?? Promise.resolve();
      work = changed;
      if (!writing) return write();
      next ??= writing.catch(() => undefined).then(() => {
        next = null;
        return write();
      });
      return next;
    },
  };
}
