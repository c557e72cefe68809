// The desk put together: store, vault, outbox and session around one contact centre. What it answers is all the bridge needs.
import type { AgentStatus } from '../../src-shared/domain/agent.ts';
import type { CommandArguments, CommandName, CommandValue } from '../../src-shared/ipc/commands.ts';
import { misfit } from '../../src-shared/domain/capabilities.ts';
import { failure, type Failure } from '../../src-shared/domain/failure.ts';
import { isConversation, type TaskId } from '../../src-shared/domain/task.ts';
import { fail, type Result } from '../../src-shared/domain/result.ts';
import type { Tone } from '../../src-shared/domain/preferences.ts';
import { placeOfPicture } from '../../src-shared/ipc/files.ts';
import type { DeskView, SoundsView } from '../../src-shared/ipc/view.ts';
import type { CentreCredentials, CentreEvent } from '../centre/contact-centre.ts';
import { createArchive } from './archive.ts';
import { createAttaching } from './attaching.ts';
import { watchAutoWrapUp } from './auto-wrap-up.ts';
import { createCustomers } from './customers.ts';
import { createCommands } from './commands.ts';
import { watchInactivity } from './inactivity.ts';
import { createIntake } from './intake.ts';
import { createKeptNotices } from './kept-notices.ts';
import { createLibrary } from './library.ts';
import { projectOutbound } from './outbound-projection.ts';
import { createOutbox } from './outbox.ts';
import type { DeskParts } from './parts.ts';
import type { Picture } from './pictures.ts';
import { remaskHeld } from './remask.ts';
import { createScreen } from './screen.ts';
import { createSession } from './session.ts';
import { agentSlice } from './slices/agent.ts';
import { connectionSlice } from './slices/connection.ts';
import { conversationsSlice } from './slices/conversations.ts';
import { deskSlice } from './slices/desk.ts';
import { directorySlice } from './slices/directory.ts';
import { newsSlice, type Note } from './slices/news.ts';
import { noticesSlice } from './slices/notices.ts';
import { outboxSlice } from './slices/outbox.ts';
import { policySlice } from './slices/policy.ts';
import { settingsSlice } from './slices/settings.ts';
import { stagedSlice } from './slices/staged.ts';
import { tasksSlice } from './slices/tasks.ts';
import { templatesSlice } from './slices/templates.ts';
import { traySlice } from './slices/tray.ts';
import { workflowsSlice } from './slices/workflows.ts';
import { createStaging, deviceOf } from './staging.ts';
import { makeStore, type DeskState } from './store.ts';
import { createTypingSignals } from './typing-signals.ts';
import { createVault } from './vault.ts';
import { composeLock, createViewSelector } from './view.ts';
import { createWorkflows } from './workflows.ts';
import { memoryFile, openWork, type WorkKeeper } from './work.ts';

export interface Desk {
  readonly view: () => DeskView;
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly command: <N extends CommandName>(name: N, args: CommandArguments<N>) => Promise<Result<CommandValue<N>>>;
  /** A ready token (environment, earlier run): signs in without asking. */
  readonly signInWith: (credentials: CentreCredentials, when: Promise<void>) => void;
  /** Where what was decided about news is put: under the bell, and to be played. */
  readonly news: {
    readonly note: (note: Note) => void;
    readonly play: (tone: Tone, volume: number) => void;
    /** The wait that began at `since` is longer than it may be. */
    readonly overdue: (taskId: TaskId, since: number) => void;
    /** What the agent wrote outside the window and could not be sent: kept in sight, to be copied. */
    readonly notSent: (taskId: TaskId, text: string, failure: Failure) => void;
    /** null = stop. */
    readonly ring: (sound: SoundsView['ringing']) => void;
  };
  /** The agent pressed a key or moved in the window. */
  readonly active: () => void;
  readonly setInFront: (inFront: boolean) => void;
  /** A picture of a message by its address in the page; null = it cannot be had. */
  readonly picture: (address: string) => Promise<Picture | null>;
  /** A page is about to be given the whole view: it starts from the draft as it was typed last. */
  readonly pageAsks: () => void;
  /** The computer woke, was unlocked or changed network. */
  readonly wake: () => void;
  /** Ends the session without logging out; resolves when the agent's work is on disk. */
  readonly close: () => Promise<void>;
}

export async function createDesk(parts: DeskParts): Promise<Desk> {
  const { centre, clock, masker, newId, random } = parts;
  const store = makeStore();
  const vault = createVault();
  let work: WorkKeeper = await openWork(memoryFile());
  let workOwner: string | null = null;
  const keeper = (): WorkKeeper => work;

  const screen = createScreen({
    masker, vault,
    masking: () => store.getState().policy.masking,
    selfId: () => store.getState().agent.profile?.agentId ?? '',
  });
  const noteNotSaved = (): void => {
    const known = Object.values(store.getState().notices).some((notice) => notice.kind === 'outboxNotSaved');
    if (!known) store.dispatch(noticesSlice.actions.posted({ kind: 'outboxNotSaved', noticeId: newId(), at: clock.now() }));
  };
  const outbox = createOutbox({
    centre, store, work: keeper, clock, random, onNotSaved: noteNotSaved, onChanged: () => { attaching.outboxChanged(); }, onLeft: (files) => { attaching.free(files); },
    project: ({ content, origin }) => projectOutbound(content, origin?.hidden ?? [], screen.context()),
    // Before its messages are here nothing is known of a chat: the contact centre screens too.
    misfit: ({ taskId, content }) => (taskId in store.getState().conversations ? misfit(content.kind, deviceOf(store, taskId)) : null),
  });
  const library = createLibrary({ store, centre, now: clock.now, kept: parts.templates });
  const staging = createStaging({ store, vault, work: keeper, outbox, library, hiding: screen.context, clock, newId });
  const kept = createKeptNotices(store, screen, keeper);
  const customers = createCustomers({ centre, store, screen });
  const archive = createArchive({ centre, store, vault, screen });
  const intake = createIntake({ store, vault, outbox, staging, screen, kept, work: keeper, clock, newId });

  const forgetAll = (): void => {
    outbox.forget();
    library.forget();
    staging.forget();
    attaching.forget();
    vault.clear();
    screen.clear();
    archive.forget();
    customers.forget();
    store.dispatch(deskSlice.actions.opened({ taskId: null, draft: '' }));
    for (const forget of [tasksSlice, conversationsSlice, outboxSlice, directorySlice, noticesSlice, newsSlice, policySlice, workflowsSlice, templatesSlice, stagedSlice, traySlice]) store.dispatch(forget.actions.forgotten());
    store.dispatch(agentSlice.actions.gone());
    store.dispatch(connectionSlice.actions.changed({ state: 'offline' }));
  };
  const session = createSession(parts, store, forgetAll);
  const workflows = createWorkflows({ store, centre, mask: screen.mask, line: intake.line });
  const inactivity = watchInactivity(store, clock, (minutes) => session.signOut(failure('signedOutInactive', { minutes })));
  const attaching = createAttaching({ parts, store, vault, screen, work: keeper, onSettled: outbox.fileSettled, waiting: outbox.contentOf });
  const typing = createTypingSignals(centre.typing, (taskId) => {
    const task = store.getState().tasks[taskId];
    return task !== undefined && isConversation(task.phase) && composeLock(task) === null;
  }, clock.setTimer);
  const commands = createCommands({ parts, store, session, outbox, vault, intake, kept, work: keeper, workflows, attachments: attaching.commands, tray: attaching.tray, library, staging, stay: () => { inactivity.stay(); }, archive, typing, customers });

  const openWorkOf = async (owner: string): Promise<void> => {
    work = await openWork(parts.workFile(owner));
    workOwner = owner;
    if (!work.durable) noteNotSaved();
    outbox.show();
    attaching.opened(owner);
    kept.show();
  };

  /** Somebody else's doing is told until the agent chooses for themselves. */
  const tellStatusChange = (status: AgentStatus, by: string | null): void => {
    store.dispatch(noticesSlice.actions.statusChangesSeen());
    if (by === null || status.kind === 'rona') return;
    const { profile } = store.getState().agent;
    const reason = status.kind === 'idle' ? (profile?.idleCodes.find((code) => code.id === status.auxCodeId)?.name ?? '') : '';
    store.dispatch(noticesSlice.actions.posted({ kind: 'statusChanged', by, status: reason, noticeId: newId(), at: clock.now() }));
  };

  const take = (event: CentreEvent): void => {
    switch (event.type) {
      case 'connection':
        store.dispatch(connectionSlice.actions.changed(event.connection));
        if (event.connection.state === 'live') {
          outbox.resume();
          attaching.resume();
        } else {
          outbox.pause();
          attaching.pause();
        }
        return;
      case 'profile':
        session.onProfile(event.profile);
        return;
      case 'policy': {
        const before = store.getState().policy.masking;
        store.dispatch(policySlice.actions.changed(event.policy));
        if (before !== event.policy.masking) {
          archive.forget();
          customers.reproject();
          intake.reproject();
          remaskHeld(store, screen);
          attaching.tray.show();
        }
        library.screen();
        staging.showAll();
        attaching.tray.recheck();
        return;
      }
      case 'loginNeeded':
        session.onLoginNeeded();
        return;
      case 'loggedIn':
        store.dispatch(agentSlice.actions.loggedIn({ station: event.station, status: event.status }));
        session.onLoggedIn(event.station);
        return;
      case 'hydrated':
        intake.hydrated(event.tasks);
        workflows.interrupted();
        return;
      case 'status':
        store.dispatch(agentSlice.actions.statusChanged({ status: event.status, changedBy: event.changedBy }));
        tellStatusChange(event.status, event.changedBy);
        return;
      case 'task':
        intake.task(event.task);
        return;
      case 'taskRemoved':
        intake.removed(event.taskId, event.removal, event.why);
        archive.forget(event.taskId);
        customers.forget(event.taskId);
        return;
      case 'taskNotice':
        intake.notice(event.taskId, event.notice);
        // Templates of that account go with it.
        if (event.notice.type === 'assetRemoved' && store.getState().templates.loadedAt !== null) void library.load().then(staging.showAll);
        return;
      case 'messages':
        intake.messages(event.taskId, event.messages, event.hasEarlier);
        return;
      case 'appendFailed':
        outbox.refused(event.aliasId, event.reason, event.retryable);
        return;
      case 'typing':
        intake.typing(event.taskId, event.active);
        return;
      case 'workflowFinished':
        workflows.finished(event.taskId, event.end);
        return;
      case 'stopped':
        session.onStopped(event.reason);
    }
  };

  // The work of an agent is read before anything that happened is taken in, so what was typed is there when its chat is.
  let waiting: CentreEvent[] | null = null;
  const receive = (event: CentreEvent): void => {
    if (waiting) {
      waiting.push(event);
      return;
    }
    take(event);
    if (event.type !== 'profile') return;
    const owner = `${event.profile.orgId}/${event.profile.agentId}`;
    if (owner === workOwner) {
      // Signed in again: the window was emptied meanwhile, the work was not.
      outbox.show();
      attaching.tray.show();
      kept.show();
      return;
    }
    waiting = [];
    void openWorkOf(owner).finally(() => {
      const held = waiting ?? [];
      waiting = null;
      held.forEach(receive);
    });
  };
  const stopListening = centre.listen(receive);
  /** The clock submits: notes the contact centre does not take must not keep the agent's place; they are given back. */
  const submitWrapUp = async (taskId: TaskId, auxCodeId: string, notes: string): Promise<Result<null>> => {
    const result = await commands['task.wrapUp']({ taskId, auxCodeId, notes });
    if (result.ok || result.failure.code !== 'notesRefused') return result;
    const without = await commands['task.wrapUp']({ taskId, auxCodeId, notes: '' });
    if (without.ok) store.dispatch(noticesSlice.actions.posted({ kind: 'unsent', taskId, text: screen.mask(notes), failure: result.failure, noticeId: newId(), at: clock.now() }));
    return without;
  };
  const tellRefused = (taskId: TaskId, problem: Failure): void => {
    const { tasks, notices, connection } = store.getState();
    const customerName = tasks[taskId]?.facts.customerName;
    // Without a connection the strip says enough, and once is enough.
    const isTold = Object.values(notices).some((notice) => notice.kind === 'taskFailed' && notice.taskId === taskId);
    if (customerName === undefined || connection.state !== 'live' || isTold) return;
    store.dispatch(noticesSlice.actions.posted({ kind: 'taskFailed', taskId, customerName, failure: problem, noticeId: newId(), at: clock.now() }));
  };
  const stopAutoWrapUp = watchAutoWrapUp({ store, clock, submit: submitWrapUp, onRefused: tellRefused });

  store.dispatch(deskSlice.actions.appKnown(parts.app));
  if (parts.settings) store.dispatch(settingsSlice.actions.read(parts.settings.chosen));
  session.begin();
  const select = createViewSelector();

  return {
    view: () => select(store.getState()),
    state: () => store.getState(),
    subscribe: (listener) => store.subscribe(listener),
    command: async (name, args) => {
      try {
        const result = await commands[name](args);
        parts.commandEnded?.(name, result.ok ? null : result.failure.code);
        return result;
      } catch (error) {
        parts.report(error);
        parts.commandEnded?.(name, 'internal');
        return fail(failure('internal'));
      }
    },
    signInWith: session.signInWith,
    news: {
      note: (note) => { store.dispatch(newsSlice.actions.noted(note)); },
      play: (tone, volume) => { store.dispatch(newsSlice.actions.played({ tone, volume })); },
      overdue: (taskId, since) => {
        const { inFront, openTaskId } = store.getState().desk;
        store.dispatch(tasksSlice.actions.overdue({ taskId, overdue: { since, seen: inFront && openTaskId === taskId } }));
      },
      notSent: (taskId, text, failed) => {
        store.dispatch(noticesSlice.actions.posted({ kind: 'unsent', noticeId: newId(), at: clock.now(), taskId, text: screen.mask(text), failure: failed }));
      },
      ring: (sound) => { store.dispatch(newsSlice.actions.ringing(sound)); },
    },
    active: () => { inactivity.input(); },
    setInFront: (inFront) => {
      store.dispatch(deskSlice.actions.focused(inFront));
      const { openTaskId } = store.getState().desk;
      if (inFront && openTaskId !== null) store.dispatch(tasksSlice.actions.read(openTaskId));
    },
    picture: async (address) => {
      const place = placeOfPicture(address);
      if (place === null) return null;
      const answer = await ('fileId' in place ? attaching.keptPictures.inTray(place) : attaching.received.look(place));
      return answer.ok ? answer.value : null;
    },
    pageAsks: () => {
      const { openTaskId, openDraft } = store.getState().desk;
      const draft = openTaskId === null ? '' : (work.current().drafts[openTaskId] ?? '');
      if (draft !== openDraft) store.dispatch(deskSlice.actions.draftChanged(draft));
    },
    wake: () => { centre.wake(); },
    close: async () => {
      stopListening();
      stopAutoWrapUp();
      inactivity.stop();
      typing.ended();
      outbox.pause();
      attaching.pause();
      attaching.stop();
      centre.stop();
      await work.change((current) => ({ ...current })).catch(() => undefined);
    },
  };
}
