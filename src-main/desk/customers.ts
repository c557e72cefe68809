// What the business knows of the customers of the open chats: read when it is looked at, kept raw here, and shown masked.
import { mapRecord, type CustomerRecord } from '../../src-shared/domain/customer.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { Message } from '../../src-shared/domain/message.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { EarlierTranscript } from '../../src-shared/ipc/commands.ts';
import type { ContactCentre } from '../centre/contact-centre.ts';
import { projectMessage } from './projection.ts';
import type { Screen } from './screen.ts';
import { customersSlice } from './slices/customers.ts';
import type { DeskStore } from './store.ts';

export interface CustomersRoom {
  readonly load: (taskId: TaskId) => Promise<Result<null>>;
  /** The newest messages of an earlier chat of this customer. */
  readonly transcript: (taskId: TaskId, earlierId: TaskId) => Promise<Result<EarlierTranscript>>;
  /** Masks what is shown anew, after the policy changed. */
  readonly reproject: () => void;
  readonly forget: (taskId?: TaskId) => void;
}

export interface CustomersParts {
  readonly centre: Pick<ContactCentre, 'customer' | 'newest'>;
  readonly store: DeskStore;
  readonly screen: Screen;
}

const NOTHING: MaskedText = { text: '', spans: [] };

export function createCustomers({ centre, store, screen }: CustomersParts): CustomersRoom {
  const records = new Map<TaskId, CustomerRecord<string>>();
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
      const { messages, hasEarlier } = answer.value;
      const { texts, context } = screen.aside(earlierId, messages, []);
      const items = messages.filter(isSaid).map((message) => projectMessage(message, texts.get(message.aliasId) ?? NOTHING, context));
      return ok({ items, hasEarlier });
    },
    reproject: () => {
      for (const [taskId, record] of records) show(taskId, record);
    },
    forget: (taskId) => {
      if (taskId === undefined) {
        records.clear();
        store.dispatch(customersSlice.actions.forgotten());
      } else {
        records.delete(taskId);
        store.dispatch(customersSlice.actions.removed(taskId));
      }
    },
  };
}

/** Apple's id says nothing to anybody; its end is enough to tell two customers apart. */
const shortened = (id: MaskedText): MaskedText => (id.spans.length === 0 ? { ...id, text: id.text.replace(/^(urn:\w+:).+(.{4})$/, '$1…$2') } : id);

const isSaid = ({ content }: Message): boolean => content.kind !== 'close';
