// The agent's tasks as a pure machine: a task event of the wire in, the new book and what to tell the desk out.
import { isConversation, isOffer, type Task, type TaskId } from '../../src-shared/domain/task.ts';
import { isAppleMessages, type TaskEvent, type TaskFailure } from '../../src-shared/wxcc/index.ts';
import type { CentreEvent, TaskNotice, TaskRemoval, WithdrawnWhy } from './contact-centre.ts';
import { decodeTask, endedByCustomer } from './decode-task.ts';

export interface TaskBook {
  readonly tasks: ReadonlyMap<TaskId, Task>;
  /** Whom the chat was offered to last, so that an offer nobody took can be told by name. */
  readonly destinations: ReadonlyMap<TaskId, string>;
  /** Transfers that still ring although this agent has wrapped up: the name of whoever they ring for. */
  readonly handedOver: ReadonlyMap<TaskId, string>;
  /** The latest event of each task, also of some that went: an overtaken or repeated frame must not bring an old state back. */
  readonly latest: ReadonlyMap<TaskId, Latest>;
}

interface Latest {
  readonly type: string;
  /** ms since the epoch, the server's. */
  readonly at: number;
}

/** Tasks remembered after they went. */
const MAX_LATEST = 200;
/** An event older than this beside the latest one is no overtaken frame: the server's clock was set back. */
export const OVERTAKEN_MS = 60_000;

export type TaskBookStep = readonly [TaskBook, readonly CentreEvent[]];

export interface BookContext {
  readonly selfId: string;
  readonly now: number;
  /** Name of an agent, as far as the directory told it; '' = not known. */
  readonly nameOf: (agentId: string) => string;
}

export const emptyBook: TaskBook = { tasks: new Map(), destinations: new Map(), handedOver: new Map(), latest: new Map() };

const put = (book: TaskBook, task: Task): TaskBook => ({ ...book, tasks: new Map(book.tasks).set(task.taskId, task) });

function without(book: TaskBook, taskId: TaskId): TaskBook {
  const tasks = new Map(book.tasks);
  const destinations = new Map(book.destinations);
  tasks.delete(taskId);
  destinations.delete(taskId);
  return { ...book, tasks, destinations };
}

const remove = (book: TaskBook, taskId: TaskId, removal: TaskRemoval, before: readonly CentreEvent[] = [], why?: WithdrawnWhy): TaskBookStep =>
  book.tasks.has(taskId) ? [without(book, taskId), [...before, { type: 'taskRemoved', taskId, removal, ...(why !== undefined && { why }) }]] : [book, []];

/** Removes an offer only: an answer that came in between has made it a conversation. */
const removeOffer = (book: TaskBook, taskId: TaskId, removal: TaskRemoval, why?: WithdrawnWhy): TaskBookStep => {
  const task = book.tasks.get(taskId);
  return task !== undefined && isOffer(task.phase) ? remove(book, taskId, removal, [], why) : [book, []];
};

const noticeEvent = (taskId: TaskId, notice: TaskNotice): CentreEvent => ({ type: 'taskNotice', taskId, notice });

/** One task event. Events about tasks of other channels, or about tasks that were never this agent's, change nothing. */
export function applyTaskEvent(book: TaskBook, event: TaskEvent, context: BookContext): TaskBookStep {
  const { interactionId: taskId, eventTime, type } = event;
  if (eventTime === null) return apply(book, event, context);
  const before = book.latest.get(taskId);
  if (before !== undefined && isOld(before, type, eventTime)) return [book, []];
  const latest = new Map(book.latest);
  // Deleted first, so that the order of the map is that of the events.
  latest.delete(taskId);
  latest.set(taskId, { type, at: eventTime });
  for (const key of latest.keys()) {
    if (latest.size <= MAX_LATEST) break;
    if (!book.tasks.has(key)) latest.delete(key);
  }
  return apply({ ...book, latest }, event, context);
}

const isOld = ({ type, at }: Latest, newType: string, eventTime: number): boolean =>
  eventTime === at ? type === newType : eventTime < at && at - eventTime < OVERTAKEN_MS;

function apply(book: TaskBook, event: TaskEvent, context: BookContext): TaskBookStep {
  const { interactionId: taskId } = event;
  const mine = event.agentId === '' || event.agentId === context.selfId;
  switch (event.type) {
    case 'AgentOfferContactRona':
      return mine ? removeOffer(book, taskId, 'rona') : [book, []];
    case 'AgentInviteFailed':
      return removeOffer(book, taskId, 'withdrawn', withdrawnWhy(event));
    case 'AgentWrappedUp':
      return mine ? remove(rememberHandover(book, taskId, context), taskId, 'wrappedUp') : [book, []];
    case 'ContactCleanup': {
      const task = book.tasks.get(taskId);
      return task === undefined || task.phase.name === 'wrapUp' ? [book, []] : remove(book, taskId, isOffer(task.phase) ? 'withdrawn' : 'gone');
    }
    case 'ContactEnded':
      return ended(book, event, context);
    case 'AgentContactUnassigned':
      return follow(book, event, context, 'transferred');
    case 'ParticipantLeftConference':
      return follow(book, event, context, 'transferred');
    case 'AgentConsultConferencing':
    case 'AgentBlindTransferred':
      return follow(remember(book, event), event, context, 'transferred');
    default:
      return follow(book, event, context, 'gone');
  }
}

const remember = (book: TaskBook, { interactionId, destAgentId }: TaskEvent): TaskBook =>
  destAgentId === '' ? book : { ...book, destinations: new Map(book.destinations).set(interactionId, destAgentId) };

/** Takes the task as the interaction shows it; when the agent has no part in it any more it goes as `removal`. */
function follow(book: TaskBook, event: TaskEvent, context: BookContext, removal: TaskRemoval, before: readonly CentreEvent[] = []): TaskBookStep {
  const { interaction, interactionId: taskId } = event;
  const previous = book.tasks.get(taskId);
  if (interaction === null || (previous === undefined && !isAppleMessages(interaction))) return [book, before];
  const task = decodeTask(event, interaction, { selfId: context.selfId, now: context.now, previous });
  if (task === null) {
    if (previous === undefined) return [book, before];
    return remove(book, taskId, isOffer(previous.phase) ? 'withdrawn' : removal, before);
  }
  return [put(book, task), [...before, ...movements(previous, task, context.selfId), { type: 'task', task }]];
}

/** Who came and who went, by comparing: an event that was lost in a reconnect is told all the same. */
function movements(previous: Task | undefined, task: Task, selfId: string): CentreEvent[] {
  if (previous === undefined || !isConversation(previous.phase) || !isConversation(task.phase)) return [];
  const present = (one: Task) => one.participants.filter(({ role, hasJoined, hasLeft, id }) => role === 'agent' && hasJoined && !hasLeft && id !== selfId);
  const before = present(previous);
  const after = present(task);
  const absent = (list: readonly { readonly id: string }[], id: string): boolean => !list.some((one) => one.id === id);
  return [
    ...after.filter(({ id }) => absent(before, id)).map(({ id, name }) => noticeEvent(task.taskId, { type: 'joined', agentId: id, name })),
    ...before.filter(({ id }) => absent(after, id)).map(({ id, name }) => noticeEvent(task.taskId, { type: 'left', agentId: id, name })),
  ];
}

const NOT_ACCEPTED = 'AGENT_NOT_ACCEPTED';

/** Wrapped up already, and only now does the request it was handed over with come to nothing. */
function endedElsewhere(book: TaskBook, { interactionId: taskId, reason }: TaskEvent): TaskBookStep {
  const destinationName = book.handedOver.get(taskId);
  if (destinationName === undefined) return [book, []];
  const handedOver = new Map(book.handedOver);
  handedOver.delete(taskId);
  return [{ ...book, handedOver }, reason === NOT_ACCEPTED ? [noticeEvent(taskId, { type: 'notAccepted', destinationName, ofTransfer: true })] : []];
}

/** Handed-over chats remembered after their wrap-up; those that were taken are never heard of again. */
const MAX_HANDED_OVER = 50;

function rememberHandover(book: TaskBook, taskId: TaskId, context: BookContext): TaskBook {
  const { phase } = book.tasks.get(taskId) ?? {};
  if (phase?.name !== 'wrapUp' || phase.cause !== 'transferred' || !book.destinations.has(taskId)) return book;
  const entries = [...book.handedOver, [taskId, destinationName(book, taskId, context)] as const];
  return { ...book, handedOver: new Map(entries.slice(-MAX_HANDED_OVER)) };
}

function withdrawnWhy(event: TaskEvent): WithdrawnWhy | undefined {
  if (/ASSET/i.test(event.reason)) return 'assetRemoved';
  return endedByCustomer(event, event.interaction) ? 'customerLeft' : undefined;
}

function ended(book: TaskBook, event: TaskEvent, context: BookContext): TaskBookStep {
  const { interactionId: taskId } = event;
  const task = book.tasks.get(taskId);
  if (task === undefined) return endedElsewhere(book, event);
  if (isOffer(task.phase)) return remove(book, taskId, 'withdrawn', [], withdrawnWhy(event));
  const notices: CentreEvent[] = [];
  if (event.reason === NOT_ACCEPTED) notices.push(notAccepted(book, taskId, context));
  if (isConversation(task.phase)) notices.push(noticeEvent(taskId, { type: 'ended', byCustomer: endedByCustomer(event, event.interaction) }));
  // Without the interaction the list of who has to wrap up still decides.
  if (event.interaction === null) {
    if (task.phase.name === 'wrapUp') return [book, notices];
    if (!event.agentsPendingWrapUp.includes(context.selfId)) return remove(book, taskId, 'gone', notices);
    const next: Task = { ...task, phase: { name: 'wrapUp', since: context.now, cause: endedByCustomer(event, null) ? 'customerEnded' : 'ended' } };
    return [put(book, next), [...notices, { type: 'task', task: next }]];
  }
  return follow(book, event, context, 'gone', notices);
}

function destinationName(book: TaskBook, taskId: TaskId, { nameOf }: BookContext): string {
  const destinationId = book.destinations.get(taskId) ?? '';
  const known = book.tasks.get(taskId)?.participants.find((one) => one.id === destinationId)?.name ?? '';
  return known || nameOf(destinationId);
}

const notAccepted = (book: TaskBook, taskId: TaskId, context: BookContext): CentreEvent => {
  const phase = book.tasks.get(taskId)?.phase;
  return noticeEvent(taskId, { type: 'notAccepted', destinationName: destinationName(book, taskId, context), ofTransfer: phase === undefined || !isConversation(phase) });
};

/** A refusal that no command of ours was waiting for. */
export function applyTaskFailure(book: TaskBook, event: TaskFailure, context: BookContext): TaskBookStep {
  const { interactionId: taskId } = event;
  switch (event.type) {
    case 'AgentContactAssignFailed':
      return removeOffer(book, taskId, 'withdrawn');
    case 'AgentConsultConferenceFailed':
    case 'AgentBlindTransferFailed':
      // Told once: a repeated frame finds nobody remembered.
      return book.destinations.has(taskId) ? [forgetDestination(book, taskId), [notAccepted(book, taskId, context)]] : [book, []];
    default:
      return [book, []];
  }
}

function forgetDestination(book: TaskBook, taskId: TaskId): TaskBook {
  const destinations = new Map(book.destinations);
  destinations.delete(taskId);
  return { ...book, destinations };
}

/**
 * The book after a reconnect: the tasks the server sent since, and those it named without sending them (`named`), which are
 * kept as they were last known.
 */
export function hydrateBook(before: TaskBook, current: TaskBook, seen: ReadonlySet<TaskId>, named: ReadonlySet<TaskId>): TaskBook {
  const tasks = new Map([...current.tasks].filter(([taskId]) => seen.has(taskId) || (named.has(taskId) && before.tasks.has(taskId))));
  return { ...current, tasks, destinations: new Map([...current.destinations].filter(([taskId]) => tasks.has(taskId))) };
}
