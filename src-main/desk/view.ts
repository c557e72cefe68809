// The desk state as the window sees it. Every part is remembered by the state it came from, so that an unchanged part
// keeps its reference and costs the publisher nothing.
import { readCapabilities, type DeviceCapabilities } from '../../src-shared/domain/capabilities.ts';
import type { AuxiliaryCode } from '../../src-shared/domain/agent.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import type { AgentView, AppView, ComposeLock, ConversationView, CustomerView, DeskView, ItemView, KnownOfCustomer, StagedView, StatusView, TaskPhaseView, TaskView, TemplateEntryView, TrayFileView } from '../../src-shared/ipc/view.ts';
import { selectNotifications } from './selectors.ts';
import { initialsOf } from './projection.ts';
import type { AgentState } from './slices/agent.ts';
import type { ConversationState, DeviceSeen } from './slices/conversations.ts';
import type { OutboxItem } from './slices/outbox.ts';
import type { TaskState } from './slices/tasks.ts';
import type { TemplatesState } from './slices/templates.ts';
import type { TrayItem } from './slices/tray.ts';
import type { DeskState } from './store.ts';

/** Remembers the last answer for the last arguments, compared by reference. */
function remember<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last && args.every((arg, index) => arg === last?.args[index])) return last.result;
    last = { args, result: compute(...args) };
    return last.result;
  };
}

export type SelectView = (state: DeskState) => DeskView;

/** One selector per window: it holds the memory of what it last made. */
export function createViewSelector(): SelectView {
  const taskViews = new WeakMap<TaskState, { readonly policy: Policy; readonly view: TaskView }>();
  const taskViewOf = (task: TaskState, policy: Policy): TaskView => {
    const known = taskViews.get(task);
    if (known?.policy === policy) return known.view;
    const view = taskView(task, policy);
    taskViews.set(task, { policy, view });
    return view;
  };

  const app = remember((known: DeskState['desk']['app'], masking: boolean): AppView => ({ ...known, masking }));
  const agent = remember(agentView);
  const policy = remember((unanswered: Policy['unanswered'], attachments: Policy['attachments']) => ({ unanswered, attachments }));
  const tasks = remember((all: DeskState['tasks'], policy: Policy) => Object.fromEntries(Object.entries(all).map(([id, task]) => [id, taskViewOf(task, policy)])));
  const pendings = new WeakMap<OutboxItem, { readonly shares: string; readonly view: ItemView }>();
  const pending = remember((taskId: string, outbox: DeskState['outbox'], files: DeskState['tray']) =>
    Object.values(outbox).filter((item) => item.taskId === taskId).map((item) => pendingItem(item, files, pendings)));
  const given = remember((all: ConversationState['items'], from: number) => (from === 0 ? all : Object.fromEntries(Object.entries(all).filter(([, item]) => item.order >= from))));
  const items = remember((conversation: ConversationState['items'] | undefined, waiting: readonly ItemView[]): ConversationView['items'] =>
    waiting.length === 0 ? (conversation ?? {}) : { ...Object.fromEntries(waiting.map((item) => [item.itemId, item])), ...conversation });
  const customer = remember(customerView);
  const capabilities = remember(readCapabilities);
  const templates = templatesView();
  const open = remember(
    (taskId: string, all: ConversationView['items'], conversation: Pick<ConversationState, 'hasEarlier' | 'loadingEarlier' | 'shownFrom'> | undefined, draft: string, files: ConversationView['tray'], locked: ComposeLock | null, who: CustomerView, known: DeviceCapabilities, staged: StagedView | null): ConversationView => ({
      taskId, items: all, hasEarlier: conversation !== undefined && (conversation.hasEarlier || conversation.shownFrom > 0), loadingEarlier: conversation?.loadingEarlier ?? false, draft, tray: files, locked, customer: who, capabilities: known, staged,
    }),
  );

  const trayViews = new WeakMap<TrayItem, TrayFileView>();
  const tray = remember((all: DeskState['tray'], taskId: string): ConversationView['tray'] => trayView(all, taskId, trayViews));

  const workflows = remember((list: DeskState['workflows']['list'], loading: boolean, failure: DeskState['workflows']['failure']) => ({ list, loading, failure }));
  const unsent = remember((outbox: DeskState['outbox']) => Object.values(outbox).filter(({ delivery }) => delivery.state === 'queued' || delivery.state === 'sending').length);

  const openView = (state: DeskState): ConversationView | null => {
    const { openTaskId, openDraft } = state.desk;
    const task = openTaskId === null ? undefined : state.tasks[openTaskId];
    if (!task) return null;
    const conversation = state.conversations[task.taskId];
    const all = items(conversation && given(conversation.items, conversation.shownFrom), pending(task.taskId, state.outbox, state.tray));
    return open(task.taskId, all, conversation, openDraft, tray(state.tray, task.taskId), composeLock(task), customer(task.facts, conversation?.device ?? null, state.customers[task.taskId]), capabilities(conversation?.device ?? null), state.staged[task.taskId] ?? null);
  };

  return (state) => ({
    app: app(state.desk.app, state.policy.masking),
    session: state.session,
    connection: state.connection,
    agent: agent(state.agent),
    tasks: tasks(state.tasks, state.policy),
    open: openView(state),
    policy: policy(state.policy.unanswered, state.policy.attachments),
    directory: state.directory,
    workflows: workflows(state.workflows.list, state.workflows.loading, state.workflows.failure),
    templates: templates(state.templates),
    inactivity: state.inactivity,
    unsentCount: unsent(state.outbox),
    notices: state.notices,
    openings: state.desk.openings,
    notifications: selectNotifications(state),
    sounds: state.news.sounds,
    settings: state.settings,
  });
}

/** Entries keep their reference until something about them changes: a library of a thousand costs one walk. */
function templatesView(): (state: TemplatesState) => DeskView['templates'] {
  const views = new WeakMap<TemplatesState['list'][number], TemplateEntryView>();
  const viewOf = (entry: TemplatesState['list'][number], favourite: boolean, use: TemplatesState['habits']['used'][string] | undefined): TemplateEntryView => {
    const known = views.get(entry);
    const [uses, lastUsedAt] = [use?.uses ?? 0, use?.lastUsedAt ?? null];
    if (known?.favourite === favourite && known.uses === uses && known.lastUsedAt === lastUsedAt) return known;
    const view = { ...entry, favourite, uses, lastUsedAt };
    views.set(entry, view);
    return view;
  };
  const entries = remember((list: TemplatesState['list'], { favourites, used }: TemplatesState['habits']) => {
    const favoured = new Set(favourites);
    return Object.fromEntries(list.map((entry) => [entry.id, viewOf(entry, favoured.has(entry.id), used[entry.id])]));
  });
  const whole = remember((list: DeskView['templates']['list'], loading: boolean, failure: TemplatesState['failure'], loadedAt: number | null) => ({ list, loading, failure, loadedAt }));
  return ({ list, habits, loading, failure, loadedAt }) => whole(entries(list, habits), loading, failure, loadedAt);
}

function agentView({ profile, station, status, changedBy, statusBusy }: AgentState): AgentView | null {
  if (!profile || !station || !status) return null;
  return {
    agentId: profile.agentId, name: profile.name, initials: initialsOf(profile.name), orgName: profile.orgName,
    teamName: profile.teams.find((team) => team.id === station.teamId)?.name ?? '',
    status: statusView(status, profile.idleCodes),
    changedBy, statusBusy, idleCodes: profile.idleCodes, wrapUpCodes: profile.wrapUpCodes, capacity: profile.capacity, channels: profile.channels,
  };
}

function statusView(status: NonNullable<AgentState['status']>, idleCodes: readonly AuxiliaryCode[]): StatusView {
  if (status.kind !== 'idle') return status;
  return { ...status, name: idleCodes.find((code) => code.id === status.auxCodeId)?.name ?? '' };
}

function phaseView(task: TaskState, policy: Policy): TaskPhaseView {
  const { phase } = task;
  if (phase.name === 'offered') return { ...phase, ronaAt: phase.since + phase.ronaTimeoutMs };
  if (phase.name !== 'wrapUp') return phase;
  return {
    ...phase,
    durationMs: Math.max(0, phase.since - (task.connectedAt ?? phase.since)),
    autoAt: task.autoWrapUpAt,
    canExtend: task.autoWrapUpAt !== null && policy.wrapUp.extensionAllowed,
    draft: task.wrapUpDraft,
  };
}

function taskView(task: TaskState, policy: Policy): TaskView {
  const { facts } = task;
  return {
    taskId: task.taskId, phase: phaseView(task, policy), connectedAt: task.connectedAt,
    customerName: facts.customerName, initials: facts.initials, customerNumber: facts.customerNumber, sourceNumber: facts.sourceNumber,
    queueName: facts.queueName, agents: facts.agents,
    preview: task.preview, unread: task.unread, unansweredSince: task.unansweredSince, lastActivityAt: task.lastActivityAt,
    customerTyping: task.customerTyping, customerLeft: task.customerLeft, assetRemoved: task.assetRemoved, busy: task.busy,
  };
}

function trayView(all: DeskState['tray'], taskId: string, views: WeakMap<TrayItem, TrayFileView>): ConversationView['tray'] {
  const mine = Object.values(all).filter((item) => item.taskId === taskId && item.aliasId === null);
  return Object.fromEntries(mine.map((item) => {
    const { fileId, number, fileName, mimeType, size, course } = item;
    const view = views.get(item) ?? { fileId, order: number, fileName, mimeType, size, course };
    views.set(item, view);
    return [fileId, view];
  }));
}

/** Waiting messages stand after everything the contact centre has. */
const AFTER_ALL = 1e9;

function pendingItem(item: OutboxItem, files: DeskState['tray'], known: WeakMap<OutboxItem, { readonly shares: string; readonly view: ItemView }>): ItemView {
  const shares = uploadShares(item, files);
  const before = known.get(item);
  if (before?.shares === shares.join()) return before.view;
  const { content } = item;
  const view: ItemView = {
    kind: 'message', itemId: item.aliasId, order: item.seq ?? AFTER_ALL + item.number, at: item.at, from: 'self', role: 'agent', name: '', delivery: item.delivery,
    content: content.kind !== 'attachments' || shares.length === 0 ? content : {
      ...content,
      attachments: content.attachments.map((file) => {
        const uploaded = shares[file.index];
        return typeof uploaded === 'number' ? { ...file, uploaded } : file;
      }),
    },
  };
  known.set(item, { shares: shares.join(), view });
  return view;
}

/** How far each file of a message is that waits for them, in their order; null = it is there, or stuck. */
function uploadShares({ aliasId, content, delivery }: OutboxItem, files: DeskState['tray']): readonly (number | null)[] {
  if (content.kind !== 'attachments' || delivery.state !== 'queued') return [];
  return Object.values(files)
    .filter((file) => file.aliasId === aliasId)
    .sort((a, b) => a.number - b.number)
    .map(({ course }) => (course.state === 'uploading' ? course.share : course.state === 'ready' ? 0 : null));
}

/** Why nothing can be written. What is locked first is told first: an ended chat stays ended whatever else happened to it. */
export function composeLock(task: Pick<TaskState, 'phase' | 'assetRemoved' | 'customerLeft'>): ComposeLock | null {
  if (task.phase.name === 'wrapUp') return 'ended';
  if (task.assetRemoved) return 'assetRemoved';
  if (task.phase.name === 'reserved' || task.phase.name === 'offered') return 'offer';
  return task.customerLeft ? 'customerLeft' : null;
}

const words = (list: string | null): readonly string[] | null =>
  list === null ? null : list.split(',').map((word) => word.trim().toUpperCase()).filter((word) => word !== '');

function customerView(facts: TaskState['facts'], device: DeviceSeen | null, known: KnownOfCustomer | undefined): CustomerView {
  return {
    name: facts.customerName, number: facts.customerNumber,
    device: device?.deviceAgent || device?.capabilities ? { name: device.deviceAgent ?? '', capabilities: words(device.capabilities), seenAt: device.seenAt } : null,
    intent: device?.intent ?? null, group: device?.group ?? null, locale: device?.locale ?? null,
    associatedData: facts.associatedData,
    ...(known && { known }),
  };
}
