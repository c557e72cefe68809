// Plays the steps of a schedule: as the agent at the window, as customers, and as everything that can go wrong.
import { isConversation, isOffer } from '../../src-shared/domain/task.ts';
import type { ItemView, TaskView } from '../../src-shared/ipc/view.ts';
import { pause, productNow } from './pace.ts';
import type { Scene } from './scene.ts';
import type { Step } from './steps.ts';

export interface Actor {
  readonly perform: (step: Step) => Promise<void>;
  /** Ends what goes on by itself: a stopped process, a relaunch that is due. */
  readonly finish: () => Promise<void>;
}

const chosen = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)];

export function createActor({ pace, centre, proxy, app, book, recovery, status, hit }: Scene): Actor {
  let texts = 0;
  let customers = 0;
  const going = new Set<Promise<void>>();
  let suspended = false;

  const later = (work: Promise<void>): void => {
    const tracked = work.catch((error: unknown) => { book.breach(`the harness failed: ${String(error)}`); }).finally(() => { going.delete(tracked); });
    going.add(tracked);
  };

  const tasks = (fits: (task: TaskView) => boolean): TaskView[] =>
    Object.values(app.view()?.tasks ?? {}).filter(fits).sort((a, b) => (a.taskId < b.taskId ? -1 : 1));
  const chats = (): TaskView[] => tasks((task) => isConversation(task.phase));
  const wrapUps = (): TaskView[] => tasks((task) => task.phase.name === 'wrapUp');
  const failed = (): { readonly taskId: string; readonly item: Extract<ItemView, { kind: 'message' }> }[] => {
    const open = app.view()?.open ?? null;
    if (open === null) return [];
    return Object.values(open.items).flatMap((item) => (item.kind === 'message' && item.delivery.state !== 'sent' && item.delivery.state !== 'sending' ? [{ taskId: open.taskId, item }] : []));
  };
  const text = (word: string): string => {
    texts += 1;
    return `${word} ${String(texts)}`;
  };
  /** `lasts`: ms of product time. */
  const disturbed = (lasts = 0): void => {
    const now = productNow(pace);
    recovery.fault(now, now + lasts);
    status.disturbed();
  };

  const relaunch = async (downFor: number): Promise<void> => {
    await pause(pace, downFor);
    if (!app.isRunning()) await app.start();
  };

  /** Arms a kill and gives it an occasion; when it was not met, the process goes on. */
  const killAt = async (step: Extract<Step, { do: 'killMainAt' }>): Promise<void> => {
    const before = app.kills();
    app.killAt(step.point);
    send(step.pick, 2);
    const until = productNow(pace) + 6_000;
    while (app.kills() === before && productNow(pace) < until) await pause(pace, 20);
    if (app.kills() === before) await app.kill();
    hit(app.kills() === before ? 'kill main' : `kill main ${step.point}`, 1);
    await relaunch(step.downFor);
  };

  const send = (pick: number, count: number): void => {
    const task = chosen(chats(), pick);
    if (task === undefined) return;
    for (let turn = 0; turn < count; turn += 1) {
      const words = text('agent');
      book.typed(task.taskId, words, app.command('conversation.setDraft', { taskId: task.taskId, text: words }));
      book.send(task.taskId, words, app.command('conversation.send', { taskId: task.taskId, text: words }));
    }
  };

  const openChats = async (): Promise<string[]> => {
    const { tasks: all } = await centre.state();
    return all.filter((task) => task.stage !== 'ended' && task.stage !== 'closed').map((task) => task.id).sort();
  };

  const wrapUpCode = (pick: number): string => chosen(app.view()?.agent?.wrapUpCodes ?? [], pick)?.id ?? 'none';

  const agentDoes = (step: Step): boolean => {
    switch (step.do) {
      case 'available':
        void app.command('agent.setStatus', { status: { kind: 'available' } });
        return true;
      case 'idle': {
        const code = chosen(app.view()?.agent?.idleCodes ?? [], step.pick);
        if (code) void app.command('agent.setStatus', { status: { kind: 'idle', auxCodeId: code.id } });
        return true;
      }
      case 'accept': {
        const task = chosen(tasks((one) => isOffer(one.phase)), step.pick);
        if (task) book.commanded('accept', task.taskId, app.command('task.accept', { taskId: task.taskId }));
        return true;
      }
      case 'open': {
        const task = chosen(tasks(() => true), step.pick);
        if (task) void app.command('conversation.open', { taskId: task.taskId });
        return true;
      }
      case 'type': {
        const task = chosen(chats(), step.pick);
        const words = text('draft');
        if (task) book.typed(task.taskId, words, app.command('conversation.setDraft', { taskId: task.taskId, text: words }));
        return true;
      }
      case 'send':
        send(step.pick, step.count);
        return true;
      case 'retry': {
        const one = chosen(failed().filter(({ item }) => item.delivery.state === 'failed'), step.pick);
        if (one?.item.content.kind === 'text') {
          book.retried(one.item.content.text.text);
          void app.command('conversation.retry', { taskId: one.taskId, itemId: one.item.itemId });
        }
        return true;
      }
      case 'takeBack': {
        const one = chosen(failed(), step.pick);
        if (one?.item.content.kind === 'text') book.takenBack(one.item.content.text.text, app.command('conversation.takeBack', { taskId: one.taskId, itemId: one.item.itemId }));
        return true;
      }
      case 'end': {
        const task = chats().length > 1 ? chosen(chats(), step.pick) : undefined;
        if (task) book.commanded('end', task.taskId, app.command('task.end', { taskId: task.taskId }));
        return true;
      }
      case 'draftWrapUp': {
        const task = chosen(wrapUps(), step.pick);
        const words = text('note');
        if (task) book.drafted(task.taskId, words, app.command('task.draftWrapUp', { taskId: task.taskId, auxCodeId: wrapUpCode(step.pick), notes: words }));
        return true;
      }
      case 'wrapUp': {
        const task = chosen(wrapUps(), step.pick);
        if (task) book.commanded('wrapUp', task.taskId, app.command('task.wrapUp', { taskId: task.taskId, auxCodeId: wrapUpCode(step.pick), notes: '' }));
        return true;
      }
      case 'transfer': {
        const task = chats().length > 1 ? chosen(chats(), step.pick) : undefined;
        const queue = chosen(centre.info.queues, step.pick);
        if (task && queue) void app.command('task.transfer', { taskId: task.taskId, destination: { type: 'queue', id: queue.id } });
        return true;
      }
      default:
        return false;
    }
  };

  const worldDoes = async (step: Step): Promise<boolean> => {
    switch (step.do) {
      case 'customerOpens': {
        customers += 1;
        const name = `Customer ${String.fromCharCode(64 + customers)}`;
        const taskId = await centre.openChat(name, text('customer'));
        if (taskId !== null) book.chatOpened(taskId, name);
        return true;
      }
      case 'customerSays': {
        const taskId = chosen(await openChats(), step.pick);
        for (let turn = 0; turn < step.count && taskId !== undefined; turn += 1) await centre.customer(taskId, { say: text('customer') });
        return true;
      }
      case 'customerLeaves':
      case 'customerEnds': {
        const taskId = chosen(await openChats(), step.pick);
        if (taskId !== undefined) await centre.customer(taskId, { leave: step.do === 'customerLeaves' ? 'close' : 'end' });
        return true;
      }
      case 'assetRemoved':
        await centre.removeAsset();
        return true;
      case 'supervisor':
        await centre.supervisor(step.to);
        return true;
      default:
        return false;
    }
  };

  const networkFails = (step: Step, armed: boolean): boolean => {
    const now = productNow(pace);
    switch (step.do) {
      case 'close':
      case 'reset': {
        const lines = step.do === 'close' ? proxy.closeAll() : proxy.reset();
        hit(step.do, lines);
        disturbed();
        if (lines > 0 && proxy.passes()) recovery.lost('drop', now, armed);
        return true;
      }
      case 'slowClose':
        hit('slow close', proxy.slowClose(step.ms));
        disturbed(step.ms);
        return true;
      case 'halfOpen': {
        const lines = proxy.halfOpen(step.way, step.ms);
        hit(`half-open ${step.way}`, lines);
        disturbed(step.ms);
        if (lines > 0) recovery.lost('halfOpen', now + step.ms, armed);
        return true;
      }
      case 'delay':
        proxy.delay(step.ms, step.jitter, step.lasts);
        hit('delay and jitter', 1);
        disturbed(step.lasts);
        return true;
      case 'restart': {
        const lines = proxy.down(step.ms);
        hit('restart', Math.min(1, lines));
        disturbed(step.ms);
        if (lines > 0) recovery.lost('outage', now + step.ms, armed);
        return true;
      }
      default:
        return false;
    }
  };

  const centreFails = async (step: Step): Promise<boolean> => {
    switch (step.do) {
      case 'expireToken':
        await centre.expireTokens();
        hit('token expires', 1);
        disturbed();
        return true;
      case 'refuseMessage': {
        const task = chosen(chats(), step.pick);
        if (task === undefined) return true;
        await centre.refuseMessage(task.taskId, step.reason, step.retryable);
        hit('message refused', 1);
        return true;
      }
      case 'duplicateFrames': case 'reorderFrames': case 'garbageFrames': case 'delayFrames': case 'refuseSocket': case 'refuseRequests':
      case 'loseAnswers': case 'loseRequests': case 'duplicateRequests': case 'garbageAnswers': case 'reorderRequests': case 'hangRequests':
        hit(await centre.fault(step), step.count);
        disturbed();
        return true;
      default:
        return false;
    }
  };

  const wakeAfter = async (ms: number): Promise<void> => {
    await pause(pace, ms);
    const armed = await centre.armed();
    app.resume();
    suspended = false;
    book.awake();
    const now = productNow(pace);
    status.disturbed();
    app.wake();
    // Longer than this the contact centre has dropped the line: only a new one is live.
    if (ms < 17_000 || !proxy.passes()) return;
    recovery.fault(now);
    recovery.lost('wake', now, armed);
  };

  const computerFails = (step: Step): void => {
    switch (step.do) {
      case 'suspend':
        if (suspended || !app.suspend()) return;
        book.asleep();
        suspended = true;
        hit('suspend', 1);
        disturbed();
        later(wakeAfter(step.ms));
        return;
      case 'wake':
        app.wake();
        return;
      case 'reloadWindow':
        hit('window reload', 1);
        later(app.reloadWindow());
        return;
      case 'killMain':
        if (!app.isRunning()) return;
        book.interrupted();
        hit('kill main', 1);
        disturbed();
        later(app.kill().then(() => relaunch(step.downFor)));
        return;
      case 'killMainAt':
        if (!app.isRunning() || suspended) return;
        disturbed();
        later(killAt(step));
        return;
      default:
    }
  };

  return {
    perform: async (step) => {
      // Nobody is at a window that stands still.
      if (!suspended && app.isRunning() && agentDoes(step)) return;
      if (await worldDoes(step)) return;
      if (networkFails(step, await centre.armed()) || (await centreFails(step))) return;
      computerFails(step);
    },
    finish: async () => {
      await Promise.all([...going]);
      if (!app.isRunning()) await app.start();
    },
  };
}
