// What the business knows of the customers of the open chats: read when it is looked at, kept raw here, and shown masked.
import { mapRecord, type CustomerRecord } from '../../src-shared/domain/customer.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { EarlierTranscript } from '../../src-shared/ipc/commands.ts';
import type { ItemView } from '../../src-shared/ipc/view.ts';
import type { ContactCentre } from '../centre/contact-centre.ts';
import { linkAddress } from './link-address.ts';
import { projectMessage } from './projection.ts';
import type { Screen } from './screen.ts';
import { customersSlice } from './slices/customers.ts';
import type { DeskStore } from './store.ts';

export interface CustomersRoom {
  readonly load: (taskId: TaskId) => Promise<Result<null>>;
  /** The newest messages of an earlier chat of this customer. */
  readonly transcript: (taskId: TaskId, earlierId: TaskId) => Promise<Result<EarlierTranscript>>;
  /** The address behind a link of the earlier chat that was read last; null = it is not there (any more), or not on that host. */
  readonly linkAddress: (taskId: TaskId, earlierId: TaskId, link: ChosenLink) => string | null;
  /** Masks what is shown anew, after the policy changed. */
  readonly reproject: () => void;
  readonly forget: (taskId?: TaskId) => void;
}

interface ChosenLink {
  readonly itemId: string;
  readonly index: number;
  readonly host: string | undefined;
}

/** Raw, as the vault holds the messages of the chat under way. */
interface ReadChat {
  readonly earlierId: TaskId;
  readonly messages: readonly Message[];
}

export interface CustomersParts {
  readonly centre: Pick<ContactCentre, 'customer' | 'newest'>;
  readonly store: DeskStore;
  readonly screen: Screen;
}

const NOTHING: MaskedText = { text: '', spans: [] };

export function createCustomers({ centre, store, screen }: CustomersParts): CustomersRoom {
  const records = new Map<TaskId, CustomerRecord<string>>();
  const lastRead = new Map<TaskId, ReadChat>();
  /** Masked by the policy in force. */
  const itemsOf = ({ earlierId, messages }: ReadChat): readonly ItemView[] => {
    const { texts, context } = screen.aside(earlierId, messages, []);
    return messages.map((message) => projectMessage(message, texts.get(message.aliasId) ?? NOTHING, context));
  };
  /** A telephone number is one by its field, however it is written. */
  const shown = (value: string, type?: string): MaskedText => (type === 'phone' ? screen.number(value) : type === 'apple' ? shortened(screen.mask(value)) : screen.mask(value));
  const show = (taskId: TaskId, record: CustomerRecord<string>): void => {
    store.dispatch(customersSlice.actions.answered({ taskId, record: mapRecord(record, shown) }));
  };
  return {
    load: async (taskId) => {
      if (store.getState().customers[taskId]?.loading === true) return ok(null);
      store.dispatch(customersSlice.actions.asked(taskId));
      const answer = await centre.customer(taskId);
      // The chat has gone meanwhile, and what was asked for with it.
      if (store.getState().customers[taskId] === undefined) return ok(null);
      if (answer.ok) {
        records.set(taskId, answer.value);
        show(taskId, answer.value);
        return ok(null);
      }
      store.dispatch(customersSlice.actions.failed({ taskId, failure: answer.failure }));
      return answer;
    },
    transcript: async (taskId, earlierId) => {
      const answer = await centre.newest(earlierId);
      if (!answer.ok) return answer;
      const read: ReadChat = { earlierId, messages: answer.value.messages.filter(isSaid) };
      // The chat under way may have gone meanwhile.
      if (store.getState().tasks[taskId] !== undefined) lastRead.set(taskId, read);
      return ok({ items: itemsOf(read), hasEarlier: answer.value.hasEarlier });
    },
    linkAddress: (taskId, earlierId, { itemId, index, host }) => {
      const read = lastRead.get(taskId);
      const message = read?.messages.find((one) => one.aliasId === itemId);
      if (read?.earlierId !== earlierId || message === undefined) return null;
      return linkAddress(message, itemsOf(read).find((item) => item.itemId === itemId), index, host);
    },
    reproject: () => {
      for (const [taskId, record] of records) show(taskId, record);
    },
    forget: (taskId) => {
      if (taskId === undefined) {
        records.clear();
        lastRead.clear();
        store.dispatch(customersSlice.actions.forgotten());
      } else {
        records.delete(taskId);
        lastRead.delete(taskId);
        store.dispatch(customersSlice.actions.removed(taskId));
      }
    },
  };
}

/** Apple's id says nothing to anybody; its end is enough to tell two customers apart. */
const shortened = (id: MaskedText): MaskedText => (id.spans.length === 0 ? { ...id, text: id.text.replace(/^(urn:\w+:).+(.{4})$/, '$1…$2') } : id);

const isSaid = ({ content }: Message): boolean => content.kind !== 'close';
