// Contact centre -> desk state: each domain event, masked on its way in.
import type { Clock } from '../../src-shared/domain/clock.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import { outboundTexts, type Outbound } from '../../src-shared/domain/outbound.ts';
import { isConversation, isOffer, type Task, type TaskId, type TaskPhase } from '../../src-shared/domain/task.ts';
import type { EventLine, ItemView, NoticeView } from '../../src-shared/ipc/view.ts';
import type { TaskNotice, TaskRemoval, WithdrawnWhy } from '../centre/contact-centre.ts';
import { TAIL_LENGTH } from '../masking/index.ts';
import { foldActivity } from './activity.ts';
import { withoutFiles } from './kept-files.ts';
import type { KeptNotices } from './kept-notices.ts';
import type { OutboxRoom } from './outbox.ts';
import { projectDevice, projectFacts, projectMessage, projectPreview } from './projection.ts';
import type { Screen } from './screen.ts';
import type { Staging } from './staging.ts';
import { conversationsSlice, type DeviceSeen } from './slices/conversations.ts';
import { deskSlice } from './slices/desk.ts';
import { noticesSlice } from './slices/notices.ts';
import type { CardOrigin } from './staged-card.ts';
import { tasksSlice, type TaskActivity, type TaskState } from './slices/tasks.ts';
import type { DeskStore } from './store.ts';
import type { Vault } from './vault.ts';
import { withoutKey } from './records.ts';
import type { MissedRequest, UnsentText, WorkKeeper } from './work.ts';

/** More than anybody hands over within the time a request rings. */
const MAX_HANDED_OVER = 50;
/** A typing signal without an end is over after this long (ms). */
const TYPING_LASTS = 30_000;

export interface IntakeParts {
  readonly store: DeskStore;
  readonly vault: Vault;
  readonly outbox: OutboxRoom;
  readonly staging: Staging;
  readonly screen: Screen;
  readonly kept: KeptNotices;
  readonly work: () => WorkKeeper;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface Intake {
  readonly hydrated: (tasks: readonly Task[]) => void;
  readonly task: (task: Task) => void;
  readonly removed: (taskId: TaskId, removal: TaskRemoval, why?: WithdrawnWhy) => void;
  readonly notice: (taskId: TaskId, notice: TaskNotice) => void;
  readonly messages: (taskId: TaskId, messages: readonly Message[], hasEarlier: boolean | null) => void;
  readonly earlier: (taskId: TaskId, messages: readonly Message[], hasEarlier: boolean) => void;
  readonly typing: (taskId: TaskId, active: boolean) => void;
  /** Masks everything shown anew, after the policy changed. */
  readonly reproject: () => void;
  readonly line: (taskId: TaskId, event: EventLine) => void;
  /** Hides a selection of a message everywhere it is shown; false when there is nothing to hide. */
  readonly mark: (taskId: TaskId, message: Message, selection: { readonly start: number; readonly end: number }) => boolean;
}

export function createIntake({ store, vault, outbox, staging, screen, kept, work, clock, newId }: IntakeParts): Intake {
  const typingTimers = new Map<TaskId, () => void>();
  const taskState = (taskId: TaskId): TaskState | undefined => store.getState().tasks[taskId];

  // A notice of its own kind: the id and the time are the same for all.
  type NoticeBody = NoticeView extends infer N ? (N extends NoticeView ? Omit<N, 'noticeId' | 'at'> : never) : never;
  const post = (notice: NoticeBody): void => {
    store.dispatch(noticesSlice.actions.posted({ ...notice, noticeId: newId(), at: clock.now() }));
  };

  const line = (taskId: TaskId, event: EventLine): void => {
    store.dispatch(conversationsSlice.actions.lineAdded({ taskId, itemId: newId(), at: clock.now(), event }));
  };

  /** Customers of chats handed over and wrapped up: what becomes of the transfer is told by name. Raw, as in the vault. */
  const handedOver = new Map<TaskId, string>();
  const rememberHandover = (taskId: TaskId): void => {
    const name = vault.task(taskId)?.customerName;
    if (name === undefined) return;
    handedOver.set(taskId, name);
    const [oldest] = handedOver.keys();
    if (handedOver.size > MAX_HANDED_OVER && oldest !== undefined) handedOver.delete(oldest);
  };

  const selfName = (): string => store.getState().agent.profile?.name ?? '';

  const task = (incoming: Task): void => {
    const before = taskState(incoming.taskId);
    vault.putTask(incoming);
    store.dispatch(tasksSlice.actions.upserted({ taskId: incoming.taskId, phase: incoming.phase, facts: projectFacts(incoming, screen.context()) }));
    if (!before) {
      restoreWrapUp(incoming.taskId);
      staging.show(incoming.taskId);
    }
    rememberOffer(incoming);
    if (before?.phase.name !== 'wrapUp' && incoming.phase.name === 'wrapUp') enterWrapUp(incoming.taskId, incoming.phase, before !== undefined);
  };

  const rememberOffer = ({ taskId, phase, customerName, queueName }: Task): void => {
    const isKnown = taskId in work().current().offers;
    if (isOffer(phase) === isKnown) return;
    work().change((current) => ({ ...current, offers: isKnown ? withoutKey(current.offers, taskId) : { ...current.offers, [taskId]: { customerName, queueName } } })).catch(() => undefined);
  };

  const restoreWrapUp = (taskId: TaskId): void => {
    const draft = work().current().wrapUps[taskId];
    if (draft) store.dispatch(tasksSlice.actions.wrapUpDrafted({ taskId, draft }));
  };

  const enterWrapUp = (taskId: TaskId, phase: Extract<TaskPhase, { name: 'wrapUp' }>, wasHere: boolean): void => {
    outbox.block(taskId, 'taskGone', false);
    if (wasHere && (phase.cause === 'ended' || phase.cause === 'customerEnded')) line(taskId, { type: 'ended', name: phase.cause === 'ended' ? selfName() : null });
    const { auto, afterSeconds } = store.getState().policy.wrapUp;
    if (auto) store.dispatch(tasksSlice.actions.autoWrapUpSet({ taskId, at: work().current().extended[taskId] ?? phase.since + afterSeconds * 1000 }));
  };

  /** What is to be told of a request that the agent did not take. */
  const missedBy = (taskId: TaskId, removal: TaskRemoval, why: WithdrawnWhy | undefined): MissedRequest | null => {
    const gone = taskState(taskId);
    const raw = vault.task(taskId);
    // Shown by an earlier run of this app, and gone by now.
    if (gone === undefined || raw === undefined) {
      const shown = work().current().offers[taskId];
      return shown ? { kind: 'missedOffer', ...shown, customerNumber: '', at: clock.now() } : null;
    }
    if (!isOffer(gone.phase)) return null;
    const { customerName, customerNumber, queueName } = raw;
    // An offer that ended while the connection was away is as missed as one that rang out.
    return { kind: removal === 'withdrawn' ? 'withdrawnOffer' : 'missedOffer', customerName, customerNumber, queueName, why, at: clock.now() };
  };

  const removed = (taskId: TaskId, removal: TaskRemoval, why?: WithdrawnWhy): void => {
    const gone = taskState(taskId);
    const missed = missedBy(taskId, removal, why);
    if (gone?.phase.name === 'wrapUp' && gone.phase.cause === 'transferred') rememberHandover(taskId);
    const draft = work().current().drafts[taskId] ?? '';
    // A chat the agent has wrapped up is done with; one that went by itself must not take what was typed along.
    const left = work().current().outbox.filter((entry) => entry.taskId === taskId).map(({ aliasId, content, origin }) => [aliasId, { taskId, text: wordsOf(content, origin), at: clock.now() }] as const);
    const typed: [string, UnsentText][] = removal === 'wrappedUp' || draft.trim() === '' ? [] : [[`draft of ${taskId}`, { taskId, text: draft, at: clock.now() }]];
    const card = work().current().staged[taskId];
    if (card && removal !== 'wrappedUp') typed.push([card.stagedId, { taskId, text: wordsOf(card.content, card.origin), at: clock.now() }]);
    const unsent = Object.fromEntries([...left, ...typed]);
    // Kept on disk before anything else lets go of it: a kill must not take what the agent has not dealt with.
    if (missed || left.length + typed.length > 0) {
      work().change((current) => ({
        ...current,
        unsent: { ...current.unsent, ...unsent },
        ...(missed && { missed: { ...current.missed, [newId()]: missed }, offers: withoutKey(current.offers, taskId) }),
      })).catch(() => undefined);
      kept.show();
    }
    outbox.taskGone(taskId);
    typingTimers.get(taskId)?.();
    typingTimers.delete(taskId);
    if (store.getState().desk.openTaskId === taskId) store.dispatch(deskSlice.actions.opened({ taskId: null, draft: '' }));
    store.dispatch(tasksSlice.actions.removed(taskId));
    store.dispatch(conversationsSlice.actions.removed(taskId));
    vault.drop(taskId);
    screen.forget(taskId);
    work().change((current) => {
      const kept = { ...current, drafts: withoutKey(current.drafts, taskId), staged: withoutKey(current.staged, taskId), wrapUps: withoutKey(current.wrapUps, taskId), extended: withoutKey(current.extended, taskId), files: withoutFiles(current.files, (file) => file.taskId === taskId), offers: withoutKey(current.offers, taskId), openTaskId: current.openTaskId === taskId ? null : current.openTaskId };
      return kept;
    }).catch(() => undefined);
    staging.show(taskId);
  };

  const activityOf = (known: TaskState | undefined): TaskActivity => ({
    preview: known?.preview ?? null, unread: known?.unread ?? 0, unansweredSince: known?.unansweredSince ?? null,
    lastActivityAt: known?.lastActivityAt ?? 0, customerLeft: known?.customerLeft ?? false,
  });

  /** A session that begins anew brings a transcript's newest page again: what is known stays, what does not join on starts over. */
  const firstPage = (taskId: TaskId, page: readonly Message[], hasEarlier: boolean): void => {
    const known = vault.messages(taskId).at(-1)?.seq ?? 0;
    const first = page[0]?.seq ?? known + 1;
    if (known > 0 && first <= known + 1) {
      append(taskId, page.filter((message) => message.seq > known), null);
      return;
    }
    vault.forgetMessages(taskId);
    screen.forgetMessages(taskId);
    store.dispatch(conversationsSlice.actions.removed(taskId));
    append(taskId, page, hasEarlier);
  };

  const messages = (taskId: TaskId, page: readonly Message[], hasEarlier: boolean | null): void => {
    if (hasEarlier === null) append(taskId, page, null);
    else firstPage(taskId, page, hasEarlier);
  };

  const append = (taskId: TaskId, incoming: readonly Message[], hasEarlier: boolean | null): void => {
    const last = incoming.at(-1);
    const { openTaskId, inFront } = store.getState().desk;
    if (!last) {
      if (hasEarlier !== null) store.dispatch(conversationsSlice.actions.appended({ taskId, items: [], lastSeq: lastSeqOf(taskId), hasEarlier, device: null, trim: [] }));
      return;
    }
    const before = activityOf(taskState(taskId));
    const trim = vault.append(taskId, incoming, openTaskId === taskId);
    const texts = screen.appended(taskId, incoming);
    const context = screen.context();
    const after = foldActivity(before, incoming.map((message) => ({ message, text: projectPreview(message, textFor(texts, message), context) })), {
      selfId: context.selfId, looking: inFront && openTaskId === taskId,
    });
    if (before.customerLeft && !after.customerLeft) line(taskId, { type: 'customerReturned' });
    // Masking looks back a bounded way, so an append costs the same in a chat of ten messages and of ten thousand.
    const changed = vault.messages(taskId).slice(-(incoming.length + TAIL_LENGTH)).filter((message) => texts.has(message.aliasId));
    store.dispatch(conversationsSlice.actions.appended({
      taskId, items: changed.map((message) => projectMessage(message, textFor(texts, message), context)), lastSeq: last.seq, hasEarlier, device: projectDevice(deviceOf(incoming), context), trim,
    }));
    store.dispatch(tasksSlice.actions.active({ taskId, activity: after }));
    outbox.seen(incoming.map((message) => message.aliasId));
    if (incoming.some((message) => message.device !== null)) {
      staging.show(taskId);
      outbox.screen(taskId);
    }
    if (!before.customerLeft && after.customerLeft) outbox.block(taskId, 'customerLeft', true);
    if (before.customerLeft && !after.customerLeft) {
      outbox.unblock(taskId, 'customerLeft');
      // The compose box comes back new: it has to find what was in it when it went.
      if (openTaskId === taskId) store.dispatch(deskSlice.actions.draftChanged(work().current().drafts[taskId] ?? ''));
    }
  };

  const lastSeqOf = (taskId: TaskId): number => store.getState().conversations[taskId]?.lastSeq ?? 0;

  const notice = (taskId: TaskId, said: TaskNotice): void => {
    const known = taskState(taskId);
    switch (said.type) {
      case 'joined':
      case 'left':
        line(taskId, { type: said.type, name: said.name });
        return;
      case 'ended':
        // The line comes with the wrap-up phase; an ended chat that owes no wrap-up is removed.
        return;
      case 'notAccepted':
        notAccepted(taskId, said.destinationName, said.ofTransfer);
        return;
      case 'assetRemoved':
        // Said again after each reconnect.
        if (known?.assetRemoved === true) return;
        store.dispatch(tasksSlice.actions.assetRemoved(taskId));
        outbox.block(taskId, 'assetRemoved', false);
        staging.show(taskId);
        // A request is withdrawn with the reason, and to a chat that waits for its wrap-up nothing changes.
        if (known && isConversation(known.phase)) post({ kind: 'assetRemoved', taskId, customerName: known.facts.customerName, ...(said.assetName !== null && { assetName: said.assetName }) });
    }
  };

  const notAccepted = (taskId: TaskId, to: string, ofTransfer: boolean): void => {
    const known = taskState(taskId);
    const handed = handedOver.get(taskId);
    const customerName = known?.facts.customerName ?? (handed === undefined ? undefined : screen.name(handed));
    handedOver.delete(taskId);
    if (known) line(taskId, { type: 'notAccepted', to });
    if (customerName) post({ kind: 'taskFailed', taskId, customerName, failure: failure(ofTransfer ? 'transferNotAccepted' : 'invitationNotAccepted', { name: to || 'none' }) });
  };

  const typing = (taskId: TaskId, active: boolean): void => {
    typingTimers.get(taskId)?.();
    typingTimers.delete(taskId);
    if (active) typingTimers.set(taskId, clock.setTimer(TYPING_LASTS, () => { typing(taskId, false); }));
    store.dispatch(tasksSlice.actions.typing({ taskId, active }));
  };

  /** Masks everything shown of a task anew. */
  const reprojectTask = (taskId: TaskId): void => {
    const context = screen.context();
    const raw = vault.task(taskId);
    const texts = screen.all(taskId);
    const loaded = vault.messages(taskId);
    const told = loaded.map((message) => ({ message, text: textFor(texts, message) }));
    const { preview } = foldActivity(activityOf(undefined), told.map(({ message, text }) => ({ message, text: projectPreview(message, text, context) })), { selfId: context.selfId, looking: true });
    if (raw) store.dispatch(tasksSlice.actions.reprojected({ taskId, facts: projectFacts(raw, context), preview }));
    const device = projectDevice(deviceOf(loaded) ?? store.getState().conversations[taskId]?.device ?? null, context);
    store.dispatch(conversationsSlice.actions.reprojected({ taskId, items: told.map(({ message, text }) => projectMessage(message, text, context)), device }));
  };

  return {
    task, removed, messages, notice, typing, line,
    hydrated: (tasks) => {
      const present = new Set(tasks.map((one) => one.taskId));
      for (const taskId of Object.keys(store.getState().tasks)) if (!present.has(taskId)) removed(taskId, 'gone');
      tasks.forEach(task);
      const { outbox: unsent, drafts, staged, offers } = work().current();
      const left = new Set([...unsent.map((entry) => entry.taskId), ...Object.keys(drafts), ...Object.keys(staged), ...Object.keys(offers)]);
      for (const taskId of left) if (!present.has(taskId)) removed(taskId, 'gone');
      reopen(present);
    },
    earlier: (taskId, older, hasEarlier) => {
      const joint = vault.messages(taskId).slice(0, TAIL_LENGTH);
      vault.prepend(taskId, older);
      const context = screen.context();
      const texts = screen.prepended(taskId, older);
      const project = (message: Message): ItemView => projectMessage(message, textFor(texts, message), context);
      store.dispatch(conversationsSlice.actions.earlierLoaded({ taskId, items: older.map(project), hasEarlier }));
      // A value may begin in the older page and end in what was there before.
      store.dispatch(conversationsSlice.actions.reprojected({ taskId, items: joint.map(project) }));
    },
    reproject: () => {
      vault.taskIds().forEach(reprojectTask);
      outbox.show();
      staging.showAll();
    },
    mark: (taskId, message, selection) => {
      const marked = screen.mark(taskId, message, selection);
      if (marked) reprojectTask(taskId);
      return marked;
    },
  };

  /** After a restart the window comes back to the conversation it was at. */
  function reopen(present: ReadonlySet<TaskId>): void {
    const { openTaskId, drafts } = work().current();
    if (store.getState().desk.openTaskId !== null || openTaskId === null || !present.has(openTaskId)) return;
    store.dispatch(deskSlice.actions.opened({ taskId: openTaskId, draft: drafts[openTaskId] ?? '' }));
  }
}

/** What a message that can never be sent leaves to be copied. */
const wordsOf = (content: Outbound, origin: CardOrigin | null): string => (origin !== null && origin.asText !== '' ? origin.asText : outboundTexts(content).join('\n'));

const NOTHING: MaskedText = { text: '', spans: [] };
const textFor = (texts: ReadonlyMap<string, MaskedText>, message: Message): MaskedText => texts.get(message.aliasId) ?? NOTHING;

function deviceOf(messages: readonly Message[]): DeviceSeen | null {
  const last = messages.findLast((message) => message.device !== null);
  return last?.device ? { ...last.device, seenAt: last.createdAt } : null;
}
