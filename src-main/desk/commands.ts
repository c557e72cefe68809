// The agent's commands: each checks the rules, asks the contact centre, and answers truthfully. State follows by events.
import { failure } from '../../src-shared/domain/failure.ts';
import { countCharacters, MAX_TEXT_CHARACTERS } from '../../src-shared/domain/message.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { isOffer, type PhaseName, type TaskId } from '../../src-shared/domain/task.ts';
import type { TaskBusy } from '../../src-shared/ipc/view.ts';
import type { Outcome } from '../centre/contact-centre.ts';
import type { Archive } from './archive.ts';
import type { AttachmentHandlers, CommandHandlers } from './command-handlers.ts';
import type { CustomersRoom } from './customers.ts';
import type { Intake } from './intake.ts';
import type { KeptNotices } from './kept-notices.ts';
import type { Library } from './library.ts';
import type { OutboxRoom } from './outbox.ts';
import type { DeskParts } from './parts.ts';
import { contentOf, trayInto } from './outgoing-files.ts';
import type { Tray } from './tray.ts';
import { withoutKey } from './records.ts';
import { selectNotifications } from './selectors.ts';
import { whyAsked, whyClosed } from './sending-rules.ts';
import { resultOf, type Session } from './session.ts';
import { addOwnWord, changeSettings, emojiUsed, removeOwnWord } from './settings.ts';
import { agentSlice } from './slices/agent.ts';
import { deskSlice } from './slices/desk.ts';
import { directorySlice } from './slices/directory.ts';
import { newsSlice } from './slices/news.ts';
import { tasksSlice, type TaskState } from './slices/tasks.ts';
import type { Staging } from './staging.ts';
import type { DeskStore } from './store.ts';
import type { TypingSignals } from './typing-signals.ts';
import type { Vault } from './vault.ts';
import { createReading } from './reading-commands.ts';
import { templateCommands } from './template-commands.ts';
import { notesAttributes } from './wrap-up-notes.ts';
import type { WorkflowsRoom } from './workflows.ts';
import type { WorkKeeper } from './work.ts';

export interface CommandParts {
  readonly parts: DeskParts;
  readonly store: DeskStore;
  readonly session: Session;
  readonly outbox: OutboxRoom;
  readonly vault: Vault;
  readonly intake: Intake;
  readonly kept: KeptNotices;
  readonly work: () => WorkKeeper;
  readonly workflows: WorkflowsRoom;
  readonly attachments: AttachmentHandlers;
  readonly tray: Tray;
  readonly library: Library;
  readonly staging: Staging;
  readonly stay: () => void;
  readonly archive: Archive;
  readonly typing: TypingSignals;
  readonly customers: CustomersRoom;
}

/** What "Add 60 s" adds to an automatic wrap-up. */
const WRAP_UP_EXTENSION = 60_000;

export function createCommands({ parts, store, session, outbox, vault, intake, kept, work, workflows, attachments, tray, library, staging, stay, archive, typing, customers }: CommandParts): CommandHandlers {
  const { centre, clock, newId } = parts;
  const done = ok(null);
  const taskState = (taskId: TaskId): TaskState | undefined => store.getState().tasks[taskId];

  /** Runs a task command once at a time, in a phase that allows it, and shows that it is on its way. */
  const onTask = async (taskId: TaskId, busy: TaskBusy, phases: readonly PhaseName[], run: (task: TaskState) => Promise<Outcome>): Promise<Result<null>> => {
    const task = taskState(taskId);
    if (!task) return fail(failure('taskGone'));
    if (task.busy !== null || !phases.includes(task.phase.name)) return fail(failure('notAvailableNow'));
    store.dispatch(tasksSlice.actions.busy({ taskId, busy }));
    const outcome = await run(task);
    if (taskState(taskId)?.busy === busy) store.dispatch(tasksSlice.actions.busy({ taskId, busy: null }));
    return resultOf(outcome);
  };

  const reading = createReading({ parts, store, vault, intake, archive, customers });
  const openConversation = (taskId: TaskId | null): void => {
    if (taskId !== store.getState().desk.openTaskId) typing.ended();
    if (taskId !== null && taskId !== store.getState().desk.openTaskId) reading.opening(taskId);
    const draft = taskId === null ? '' : (work().current().drafts[taskId] ?? '');
    store.dispatch(deskSlice.actions.opened({ taskId, draft }));
    if (taskId !== null && store.getState().desk.inFront) store.dispatch(tasksSlice.actions.read(taskId));
    // A kill before this is on disk only opens another conversation at the next start.
    work().change((current) => (current.openTaskId === taskId ? current : { ...current, openTaskId: taskId })).catch(() => undefined);
  };

  const inChat: readonly PhaseName[] = ['connected', 'conference'];

  return {
    'session.signIn': ({ centre: choice }) => {
      const { centre: only } = store.getState().settings;
      return only === null || only === choice ? session.signIn(choice) : fail(failure('setByOrganisation'));
    },
    'session.cancelSignIn': () => {
      session.cancelSignIn();
      return done;
    },
    'session.login': ({ remember, ...station }) => session.login(station, remember),
    'session.continueHere': () => session.continueHere(),
    'session.signOut': () => session.signOut(),
    'session.staySignedIn': () => {
      stay();
      return done;
    },
    'session.reconnectNow': () => {
      centre.wake();
      return done;
    },

    'agent.setStatus': async ({ status }) => {
      // Only what the agent could see when choosing: a request may be missed while the command is on its way.
      const seen = Object.keys(store.getState().notices);
      store.dispatch(agentSlice.actions.statusBusy(true));
      const result = resultOf(await centre.setStatus(status));
      store.dispatch(agentSlice.actions.statusBusy(false));
      if (result.ok && status.kind === 'available') kept.answered(seen);
      return result;
    },

    'task.accept': async ({ taskId }) => {
      const result = await onTask(taskId, 'accept', ['offered'], () => centre.accept(taskId));
      if (result.ok) openConversation(taskId);
      return result;
    },
    'task.end': ({ taskId }) => onTask(taskId, 'end', inChat, () => centre.end(taskId)),
    'task.exitConference': ({ taskId }) => onTask(taskId, 'exitConference', ['conference'], () => centre.exitConference(taskId)),
    'task.transfer': ({ taskId, destination }) => onTask(taskId, 'transfer', inChat, () => centre.transfer(taskId, destination)),
    'task.conference': async ({ taskId, destination }) => {
      const { directory, agent } = store.getState();
      const to = [...directory.queues, ...directory.agents].find((entry) => entry.id === destination.id)?.name ?? '';
      const result = await onTask(taskId, 'conference', inChat, () => centre.conference(taskId, destination));
      if (result.ok) intake.line(taskId, { type: 'invited', name: agent.profile?.name ?? '', to });
      return result;
    },
    'task.wrapUp': ({ taskId, auxCodeId, notes }) => {
      const reason = store.getState().agent.profile?.wrapUpCodes.find((code) => code.id === auxCodeId);
      if (!reason) return fail(failure('notAvailableNow'));
      return onTask(taskId, 'wrapUp', ['wrapUp'], async () => {
        const attributes = notesAttributes(notes);
        // The notes go first: after the wrap-up the task is nobody's any more.
        const noted: Outcome = Object.keys(attributes).length === 0 ? { kind: 'done' } : await centre.annotate(taskId, attributes);
        if (noted.kind === 'refused') return { kind: 'refused', failure: failure('notesRefused') };
        return centre.wrapUp(taskId, auxCodeId, reason.name);
      });
    },
    'task.draftWrapUp': async ({ taskId, auxCodeId, notes }) => {
      if (taskState(taskId)?.phase.name !== 'wrapUp') return fail(failure('notAvailableNow'));
      const draft = { auxCodeId, notes };
      // On disk before it can be seen, as messages are.
      await work().change((current) => ({ ...current, wrapUps: { ...current.wrapUps, [taskId]: draft } })).catch(() => undefined);
      store.dispatch(tasksSlice.actions.wrapUpDrafted({ taskId, draft }));
      return done;
    },
    'task.extendWrapUp': async ({ taskId }) => {
      const due = taskState(taskId)?.autoWrapUpAt ?? null;
      if (due === null || !store.getState().policy.wrapUp.extensionAllowed) return fail(failure('notAvailableNow'));
      store.dispatch(tasksSlice.actions.autoWrapUpSet({ taskId, at: due + WRAP_UP_EXTENSION }));
      await work().change((current) => ({ ...current, extended: { ...current.extended, [taskId]: due + WRAP_UP_EXTENSION } })).catch(() => undefined);
      return done;
    },

    'directory.refresh': async () => {
      store.dispatch(directorySlice.actions.asked());
      const answer = await centre.directory();
      store.dispatch(answer.ok ? directorySlice.actions.answered({ ...answer.value, at: clock.now() }) : directorySlice.actions.failed(answer.failure));
      return answer.ok ? done : answer;
    },

    'workflow.load': () => workflows.load(),
    'task.runWorkflow': ({ taskId, workflowId, attributes }) => workflows.run(taskId, workflowId, attributes),

    'conversation.open': ({ taskId }) => {
      if (taskId !== null && !taskState(taskId)) return fail(failure('taskGone'));
      openConversation(taskId);
      return done;
    },
    'conversation.setDraft': async ({ taskId, text }) => {
      if (!taskState(taskId)) return fail(failure('taskGone'));
      // The box of a conversation that was left saves its last words late; nobody writes there any more.
      if (taskId === store.getState().desk.openTaskId) typing.wrote(taskId, text);
      const saved = work().change((current) => ({ ...current, drafts: text === '' ? withoutKey(current.drafts, taskId) : { ...current.drafts, [taskId]: text } }));
      await saved.catch(() => undefined);
      return done;
    },
    'conversation.send': async ({ taskId, text, confirmed = false }) => {
      const closed = whyClosed(taskState(taskId));
      if (closed) return fail(closed);
      const files = tray.ready(taskId);
      if (!files.ok) return files;
      if (text.trim() === '' && files.value.length === 0) return fail(failure('empty'));
      const over = countCharacters(text) - MAX_TEXT_CHARACTERS;
      if (over > 0) return fail(failure('tooLong', { by: over }));
      const asked = confirmed ? null : whyAsked(parts.masker, text);
      if (asked) return fail(asked);
      typing.ended();
      const aliasId = newId();
      await outbox.write({ aliasId, taskId, content: contentOf(text.trim() === '' ? '' : text, files.value), origin: null }, (current) => ({
        ...current, drafts: withoutKey(current.drafts, taskId), files: trayInto(current.files, aliasId, files.value),
      }));
      return done;
    },
    'conversation.markSensitive': ({ taskId, itemId, ...selection }) => {
      const message = vault.messages(taskId).find((one) => one.aliasId === itemId);
      if (!message) return fail(failure('taskGone'));
      archive.forget(taskId);
      return intake.mark(taskId, message, selection) ? done : fail(failure('notAvailableNow'));
    },
    'conversation.retry': async ({ itemId }) => ((await outbox.retry(itemId)) ? done : fail(failure('notAvailableNow'))),
    ...reading.commands,
    ...templateCommands({ store, outbox, library, staging, work, cardPicture: parts.cardPicture }),

    ...attachments,

    'notice.dismiss': ({ noticeId }) => {
      kept.dismissed(noticeId);
      return done;
    },

    'notification.open': ({ notificationId }) => {
      const notification = selectNotifications(store.getState())[notificationId];
      if (!notification) return fail(failure('taskGone'));
      store.dispatch(newsSlice.actions.read(notificationId));
      const task = 'taskId' in notification ? taskState(notification.taskId) : undefined;
      // A request is in front wherever the agent is; opening it would hide the chat under way.
      if (task && !isOffer(task.phase)) openConversation(task.taskId);
      return done;
    },
    'notification.read': ({ notificationId }) => {
      const all = selectNotifications(store.getState());
      const meant = notificationId === null ? Object.values(all) : [all[notificationId]];
      store.dispatch(newsSlice.actions.read(notificationId));
      for (const one of meant) if (one?.kind === 'message' || one?.kind === 'waiting') store.dispatch(tasksSlice.actions.read(one.taskId));
      return done;
    },
    'notification.clear': () => {
      for (const one of Object.values(selectNotifications(store.getState()))) if (one.kind === 'message' || one.kind === 'waiting') store.dispatch(tasksSlice.actions.read(one.taskId));
      store.dispatch(newsSlice.actions.cleared());
      return done;
    },

    'diagnostics.read': () => (parts.diagnostics ? ok(parts.diagnostics.read()) : fail(failure('notAvailableNow'))),
    'diagnostics.save': async () => {
      const saved = await parts.diagnostics?.save();
      return saved === 'saved' || saved === 'cancelled' ? ok({ saved: saved === 'saved' }) : fail(failure('fileNotSaved'));
    },

    'emoji.used': ({ emoji }) => {
      emojiUsed(parts, store, emoji);
      return done;
    },
    'settings.set': (part) => changeSettings(parts, store, part),
    'spelling.misspelled': async ({ words }) => ok({ words: (await parts.misspelled?.(words)) ?? [] }),
    'spelling.addWord': ({ word }) => addOwnWord(parts, store, word),
    'spelling.removeWord': ({ word }) => removeOwnWord(parts, store, word),
  };
}
