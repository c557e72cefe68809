// The commands of reading: earlier messages, search, export, links, what is known of the customer and data of the chat that agents may change.
import { MAX_DATUM_BYTES } from '../../src-shared/domain/customer.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { isConversation, isOffer, type TaskId } from '../../src-shared/domain/task.ts';
import type { Archive } from './archive.ts';
import type { CommandHandlers } from './command-handlers.ts';
import type { CustomersRoom } from './customers.ts';
import { exportConversation } from './export.ts';
import type { Intake } from './intake.ts';
import { linkAddress } from './link-address.ts';
import type { DeskParts } from './parts.ts';
import { searchConversation } from './search.ts';
import { resultOf } from './session.ts';
import { shownAtOpening, shownFurtherBack } from './shown-window.ts';
import { conversationsSlice } from './slices/conversations.ts';
import type { TaskState } from './slices/tasks.ts';
import type { DeskStore } from './store.ts';
import type { Vault } from './vault.ts';

/** Messages asked for at once when the agent reads upwards. */
const EARLIER_PAGE = 100;
/** And when the way back is long. */
const FAR_PAGE = 200;

type ReadingCommand =
  | 'conversation.loadEarlier' | 'conversation.loadBackTo' | 'conversation.search' | 'conversation.endSearch' | 'conversation.export'
  | 'conversation.leftAt' | 'customer.load' | 'customer.transcript' | 'customer.openLink' | 'link.open' | 'task.setData';

export interface ReadingParts {
  readonly parts: DeskParts;
  readonly store: DeskStore;
  readonly vault: Vault;
  readonly intake: Intake;
  readonly archive: Archive;
  readonly customers: CustomersRoom;
}

export interface Reading {
  /** A conversation is about to be opened: the window gets the part of it that is read. */
  readonly opening: (taskId: TaskId) => void;
  readonly commands: Pick<CommandHandlers, ReadingCommand>;
}

export function createReading({ parts, store, vault, intake, archive, customers }: ReadingParts): Reading {
  const { centre, clock, openAddress, outsideFiles, press } = parts;
  const done = ok(null);
  /** The `order` of the line the agent was at when they left a conversation; none = the end. */
  const readAt = new Map<TaskId, number>();
  const taskState = (taskId: TaskId): TaskState | undefined => store.getState().tasks[taskId];

  /** Loads one earlier page, or all of them back to `order`: those come into the window together. */
  const loadBack = async (taskId: TaskId, order: number | null): Promise<Result<null>> => {
    const conversation = store.getState().conversations[taskId];
    if (!conversation || conversation.loadingEarlier) return done;
    if (conversation.shownFrom > 0) store.dispatch(conversationsSlice.actions.shown({ taskId, from: shownFurtherBack(conversation.items, conversation.shownFrom, order) }));
    const loadedFrom = vault.messages(taskId)[0]?.seq ?? 0;
    // What is loaded is nearer than the contact centre.
    if (!conversation.hasEarlier || (order === null ? conversation.shownFrom > 0 : order >= loadedFrom)) return done;
    store.dispatch(conversationsSlice.actions.earlierAsked(taskId));
    let first = vault.messages(taskId)[0]?.seq ?? conversation.lastSeq + 1;
    let hasEarlier = true;
    let older: readonly Message[] = [];
    while (hasEarlier && (older.length === 0 || (order !== null && order < first))) {
      const answer = await centre.earlier(taskId, first, order === null ? EARLIER_PAGE : FAR_PAGE);
      if (!taskState(taskId)) return done;
      if (!answer.ok) {
        store.dispatch(conversationsSlice.actions.earlierFailed(taskId));
        return answer;
      }
      const { messages } = answer.value;
      older = [...messages, ...older];
      hasEarlier = answer.value.hasEarlier && messages.length > 0;
      first = messages[0]?.seq ?? first;
    }
    intake.earlier(taskId, older, hasEarlier);
    return done;
  };

  const opening = (taskId: TaskId): void => {
    const items = store.getState().conversations[taskId]?.items;
    if (items) store.dispatch(conversationsSlice.actions.shown({ taskId, from: shownAtOpening(items, readAt.get(taskId) ?? null) }));
  };

  const openLink = async (address: string | null): Promise<Result<null>> => {
    if (address === null) return fail(failure('notAvailableNow'));
    return (await openAddress(address)) ? done : fail(failure('linkNotOpened'));
  };

  const commands: Reading['commands'] = {
    'conversation.loadEarlier': ({ taskId }) => loadBack(taskId, null),
    'conversation.loadBackTo': ({ taskId, order }) => loadBack(taskId, order),
    'conversation.search': async ({ taskId, text, further }) => (taskState(taskId) ? searchConversation(archive, taskId, text, further) : fail(failure('taskGone'))),
    'conversation.leftAt': ({ taskId, order }) => {
      if (order === null || !taskState(taskId)) readAt.delete(taskId);
      else readAt.set(taskId, order);
      return done;
    },
    'conversation.endSearch': ({ taskId }) => {
      archive.forget(taskId);
      return done;
    },
    'conversation.export': ({ taskId, format }) => {
      if (!taskState(taskId)) return fail(failure('taskGone'));
      return press ? exportConversation({ archive, store, outside: outsideFiles, press, now: clock.now }, taskId, format) : fail(failure('notAvailableNow'));
    },
    'task.setData': async ({ taskId, key, value }) => {
      const task = taskState(taskId);
      if (!task) return fail(failure('taskGone'));
      const datum = task.facts.associatedData.find((one) => one.key === key);
      if (datum?.editable !== true || !isConversation(task.phase)) return fail(failure('notAvailableNow'));
      const over = new TextEncoder().encode(value).length - MAX_DATUM_BYTES;
      if (over > 0) return fail(failure('dataTooLong', { by: over }));
      return resultOf(await centre.annotate(taskId, { [key]: value }));
    },
    'customer.load': ({ taskId }) => {
      const task = taskState(taskId);
      if (!task) return fail(failure('taskGone'));
      return isOffer(task.phase) ? fail(failure('notAvailableNow')) : customers.load(taskId);
    },
    'customer.transcript': ({ taskId, earlierId }) => customers.transcript(taskId, earlierId),
    'customer.openLink': ({ taskId, earlierId, itemId, index, host }) => openLink(customers.linkAddress(taskId, earlierId, { itemId, index, host })),
    'link.open': ({ taskId, itemId, index, host }) => {
      const message = vault.messages(taskId).find((one) => one.aliasId === itemId);
      return openLink(message === undefined ? null : linkAddress(message, store.getState().conversations[taskId]?.items[itemId], index, host));
    },
  };
  return { opening, commands };
}
