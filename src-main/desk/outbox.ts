// The outbox at work: saves before it shows, sends in order, and lets nothing go until the contact centre has it.
import type { Misfit } from '../../src-shared/domain/capabilities.ts';
import type { Clock } from '../../src-shared/domain/clock.ts';
import { failure, type FailureCode } from '../../src-shared/domain/failure.ts';
import type { AppendFailureReason } from '../../src-shared/domain/message.ts';
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { ContentView, DeliveryView } from '../../src-shared/ipc/view.ts';
import type { ContactCentre } from '../centre/contact-centre.ts';
import { waitsForFiles, type KeptFile } from './kept-files.ts';
import { canBeTakenBack, nextToSend, outboxReduce, refusedMeanwhile, type EntryState, type Outbox, type OutboxEntry, type OutboxEvent } from './outbox-machine.ts';
import { filesAgain, filesBack, isByHand, unsentFilesIn, unsentFilesOf, withAddresses } from './outgoing-files.ts';
import { outboxSlice } from './slices/outbox.ts';
import type { CardOrigin } from './staged-card.ts';
import type { DeskStore } from './store.ts';
import type { Work, WorkKeeper } from './work.ts';

export interface OutboxParts {
  readonly centre: ContactCentre;
  readonly store: DeskStore;
  readonly work: () => WorkKeeper;
  readonly clock: Clock;
  readonly random: () => number;
  readonly project: (entry: OutboxEntry) => ContentView;
  /** Why the customer's device does not show it, as far as is known; null = it does. */
  readonly misfit: (entry: OutboxEntry) => Misfit | null;
  /** Something could not be put on disk; it is kept in memory and goes on. */
  readonly onNotSaved: () => void;
  /** Messages have come or gone: their files with them. */
  readonly onChanged: () => void;
  /** Files that nobody was sent and nobody needs any more. */
  readonly onLeft: (files: readonly KeptFile[]) => void;
}

export interface OutboxRoom {
  /** Queues a message and lets go of what it came from (`besides`: the draft, the card) in the same write, on disk first. */
  readonly write: (message: Written, besides: (work: Work) => Work) => Promise<void>;
  readonly retry: (aliasId: string) => Promise<boolean>;
  /** Takes a message that is not under way back, to where it came from; answers its text, or null when it is not there (any more). */
  readonly takeBack: (aliasId: string) => Promise<TakenBack | null>;
  /** Throws a message that is not under way away; false when it is not there (any more). */
  readonly discard: (aliasId: string) => Promise<boolean>;
  /** Sends other content in the place of a message that is not under way. */
  readonly replace: (aliasId: string, content: Outbound, as: string) => Promise<boolean>;
  /** A message that waits or failed. */
  readonly entry: (aliasId: string) => OutboxEntry | undefined;
  /** What a message holds that waits, or that the contact centre has taken and not shown yet. */
  readonly contentOf: (aliasId: string) => Outbound | null;
  /** What the customer's device shows has changed. */
  readonly screen: (taskId: TaskId) => void;
  /** A file of a message is at the contact centre, or will not be. */
  readonly fileSettled: (file: KeptFile) => void;
  readonly seen: (aliasIds: readonly string[]) => void;
  /** The contact centre says it could not append the message after all. */
  readonly refused: (aliasId: string, reason: AppendFailureReason, retryable: boolean) => void;
  readonly block: (taskId: TaskId, code: FailureCode, retryable: boolean) => void;
  readonly unblock: (taskId: TaskId, code: FailureCode) => void;
  /** The chat went: lets go of what waits for it. */
  readonly taskGone: (taskId: TaskId) => void;
  /** The connection is live (again): what was under way is sent once more, with the same ids. */
  readonly resume: () => void;
  readonly pause: () => void;
  /** The agent is signed out: pauses, and lets go of what the contact centre has. What waits stays on disk. */
  readonly forget: () => void;
  /** Shows again what an earlier run left, or after masking changed. */
  readonly show: () => void;
}

export type Written = Pick<OutboxEntry, 'aliasId' | 'taskId' | 'content' | 'origin'>;

/** `staged`: it waits as a card beside the compose box again, and `text` is ''. */
export interface TakenBack {
  readonly text: string;
  readonly staged: boolean;
}

const deliveryOf = (state: EntryState): DeliveryView => {
  if (state.name === 'failed') return { state: 'failed', failure: failure(state.code), retryable: state.retryable };
  return { state: state.name };
};

export function createOutbox({ centre, store, work, clock, random, project, misfit, onNotSaved, onChanged, onLeft }: OutboxParts): OutboxRoom {
  let live = false;
  let cancelTimer: (() => void) | null = null;
  /** Taken by the contact centre, its own frame not here yet: shown as sent until then. */
  const acknowledged = new Map<string, { readonly entry: OutboxEntry; readonly seq: number | null }>();

  /** Refusals that the file does not tell of yet, by conversation. */
  const unsavedRefusals = new Map<TaskId, number>();
  const countUnsaved = (taskId: TaskId, change: 1 | -1): void => { unsavedRefusals.set(taskId, (unsavedRefusals.get(taskId) ?? 0) + change); };

  const present = (entry: OutboxEntry, delivery: DeliveryView, seq: number | null): void => {
    const { aliasId, taskId, number, createdAt } = entry;
    store.dispatch(outboxSlice.actions.put({ aliasId, taskId, number, seq, content: project(entry), at: createdAt, delivery }));
  };

  const hide = (aliasId: string): void => {
    if (aliasId in store.getState().outbox) store.dispatch(outboxSlice.actions.removed(aliasId));
  };

  /** Brings the visible half in line with the entries that an event changed. */
  const publish = (before: Outbox, after: Outbox): void => {
    for (const entry of after) if (!before.includes(entry)) present(entry, deliveryOf(entry.state), null);
    for (const entry of before) if (!acknowledged.has(entry.aliasId) && !after.some((other) => other.aliasId === entry.aliasId)) hide(entry.aliasId);
    if (before !== after) onChanged();
  };

  /** Changes the outbox, on disk before it can be seen. */
  const applySaved = async (event: OutboxEvent, besides: (changed: Work) => Work): Promise<void> => {
    const before = work().current().outbox;
    await work().change((current) => besides(replaceOutbox(current, outboxReduce(current.outbox, event)))).catch(onNotSaved);
    publish(before, work().current().outbox);
  };

  /** For changes that a kill may undo without harm: what was under way is repeated with the same id anyway. */
  const applyNow = (event: OutboxEvent): void => {
    const before = work().current().outbox;
    work().change((current) => replaceOutbox(current, outboxReduce(current.outbox, event))).catch(onNotSaved);
    publish(before, work().current().outbox);
  };

  /** On disk before the next message passes this one: else a kill would send it again, behind the one that passed it. */
  const applyRefusal = async (taskId: TaskId, event: OutboxEvent): Promise<void> => {
    countUnsaved(taskId, 1);
    await applySaved(event, (same) => same);
    countUnsaved(taskId, -1);
  };

  const sendEntry = async (entry: OutboxEntry): Promise<void> => {
    applyNow({ type: 'started', aliasId: entry.aliasId });
    const outcome = await centre.send(entry.taskId, { aliasId: entry.aliasId, content: entry.content, asOf: entry.unanswered ? entry.createdAt : clock.now() });
    // The frame may have come before the answer: then the message is already where it belongs.
    if (outcome.kind === 'appended' && entry.aliasId in store.getState().outbox && (outcome.seq !== null || refusedMeanwhile(work().current().outbox, entry.aliasId) === undefined)) {
      acknowledged.set(entry.aliasId, { entry, seq: outcome.seq });
      present(entry, { state: 'sent' }, outcome.seq);
    }
    const answered: OutboxEvent = { type: 'answered', aliasId: entry.aliasId, outcome, now: clock.now(), jitter: random() };
    if (outcome.kind === 'refused') await applyRefusal(entry.taskId, answered);
    else applyNow(answered);
    pump();
  };

  /** Why a message cannot be sent as it is now; null = it can. */
  const barOf = (entry: OutboxEntry): FailureCode | null => {
    const unshown = misfit(entry);
    if (unshown !== null) return unshown;
    const { content } = entry;
    return content.kind === 'timePicker' && content.event.slots.some(({ start }) => start <= clock.now()) ? 'slotsPassed' : null;
  };

  const pump = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    if (!live) return;
    const { ready, wakeAt } = nextToSend(work().current().outbox, clock.now());
    if (wakeAt !== null) cancelTimer = clock.setTimer(Math.max(0, wakeAt - clock.now()), pump);
    for (const entry of ready) {
      if ((unsavedRefusals.get(entry.taskId) ?? 0) > 0 || waitsForFiles(entry.content)) continue;
      // What may have arrived is asked about whatever has changed since.
      const code = entry.unanswered ? null : barOf(entry);
      if (code === null) void sendEntry(entry);
      else void applyRefusal(entry.taskId, { type: 'barred', aliasId: entry.aliasId, code }).then(pump);
    }
  };

  const pause = (): void => {
    live = false;
    cancelTimer?.();
    cancelTimer = null;
  };

  return {
    write: async (message, besides) => {
      await applySaved({ type: 'written', entry: { ...message, createdAt: clock.now() } }, besides);
      pump();
    },
    retry: async (aliasId) => {
      const known = work().current().outbox.some((entry) => entry.aliasId === aliasId && entry.state.name === 'failed');
      if (!known) return false;
      await applySaved({ type: 'retried', aliasId }, (changed) => filesAgain(changed, aliasId));
      pump();
      return true;
    },
    takeBack: async (aliasId) => {
      const entry = work().current().outbox.find((one) => one.aliasId === aliasId && canBeTakenBack(one));
      if (!entry) return null;
      // It goes back to being the draft, or the card, in the same step, so a kill here cannot lose it.
      await applySaved({ type: 'takenBack', aliasId }, (changed) => takenBackInto(changed, entry));
      if (work().current().outbox.some((one) => one.aliasId === aliasId)) return null;
      return isByHand(entry) ? { text: wordsOf(entry), staged: false } : { text: '', staged: true };
    },
    discard: async (aliasId) => {
      const entry = work().current().outbox.find((one) => one.aliasId === aliasId && canBeTakenBack(one));
      if (!entry) return false;
      const left = unsentFilesOf(work().current(), entry);
      await applySaved({ type: 'takenBack', aliasId }, (same) => same);
      onLeft(left);
      pump();
      return true;
    },
    replace: async (aliasId, content, as) => {
      if (!work().current().outbox.some((one) => one.aliasId === aliasId && canBeTakenBack(one))) return false;
      await applySaved({ type: 'replaced', aliasId, content, as }, (same) => same);
      pump();
      return true;
    },
    entry: (aliasId) => work().current().outbox.find((one) => one.aliasId === aliasId),
    contentOf: (aliasId) => (acknowledged.get(aliasId)?.entry ?? work().current().outbox.find((entry) => entry.aliasId === aliasId))?.content ?? null,
    screen: (taskId) => {
      applyNow({ type: 'screened', taskId, misfit });
      pump();
    },
    fileSettled: ({ aliasId, refused }) => {
      if (aliasId === null) return;
      const before = work().current().outbox;
      work().change(withAddresses).catch(onNotSaved);
      publish(before, work().current().outbox);
      const entry = work().current().outbox.find((one) => one.aliasId === aliasId && one.state.name === 'queued');
      if (refused === null || entry === undefined) pump();
      else void applyRefusal(entry.taskId, { type: 'returned', entry, code: refused, retryable: true }).then(pump);
    },
    seen: (aliasIds) => {
      const mine = aliasIds.filter((id) => id in store.getState().outbox);
      if (mine.length === 0) return;
      for (const id of mine) acknowledged.delete(id);
      applyNow({ type: 'seen', aliasIds: mine });
      mine.forEach(hide);
      pump();
    },
    refused: (aliasId, reason, retryable) => {
      const entry = acknowledged.get(aliasId)?.entry ?? work().current().outbox.find((one) => one.aliasId === aliasId);
      if (!entry) return;
      acknowledged.delete(aliasId);
      const returned: OutboxEvent = { type: 'returned', entry, code: reason, retryable };
      // While its own request is under way that request's answer decides.
      if (entry.state.name === 'sending') applyNow(returned);
      else void applyRefusal(entry.taskId, returned).then(pump);
    },
    block: (taskId, code, retryable) => {
      applyNow({ type: 'blocked', taskId, code, retryable });
    },
    unblock: (taskId, code) => {
      applyNow({ type: 'unblocked', taskId, code });
      pump();
    },
    taskGone: (taskId) => {
      onLeft(unsentFilesIn(work().current(), taskId));
      applyNow({ type: 'taskGone', taskId });
      for (const [aliasId, { entry }] of acknowledged) {
        if (entry.taskId !== taskId) continue;
        acknowledged.delete(aliasId);
        hide(aliasId);
      }
    },
    resume: () => {
      live = true;
      applyNow({ type: 'resumed' });
      pump();
    },
    pause,
    forget: () => {
      pause();
      acknowledged.clear();
    },
    show: () => {
      for (const entry of work().current().outbox) present(entry, deliveryOf(entry.state), null);
      for (const { entry, seq } of acknowledged.values()) present(entry, { state: 'sent' }, seq);
    },
  };
}

const replaceOutbox = (work: Work, outbox: Work['outbox']): Work => (outbox === work.outbox ? work : { ...work, outbox });

const wordsOf = ({ content }: OutboxEntry): string => ('text' in content ? content.text : '');

const madeByHand: CardOrigin = { templateId: null, name: '', values: {}, edits: {}, hidden: [], asText: '' };

/** Words and files of the agent's own become the draft and its tray; everything else goes back as a card, for it may hold what is not to be shown. */
const takenBackInto = (changed: Work, entry: OutboxEntry): Work => (isByHand(entry)
  ? { ...changed, drafts: { ...changed.drafts, [entry.taskId]: joinDrafts(changed.drafts[entry.taskId] ?? '', wordsOf(entry)) }, files: filesBack(changed.files, entry) }
  : { ...changed, staged: { ...changed.staged, [entry.taskId]: { stagedId: entry.aliasId, content: entry.content, origin: entry.origin ?? madeByHand } } });

/** Text taken back stands before what has been typed since. */
const joinDrafts = (draft: string, back: string): string => (draft === '' || back === '' ? back + draft : `${back}\n${draft}`);
