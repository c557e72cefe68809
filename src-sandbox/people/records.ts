// What the business knows of a customer: identifiers and earlier chats. The same customer always has the same past.
import { queueName } from '../model/frames.ts';
import type { StoredMessage } from '../model/records.ts';
import type { Task, World } from '../model/types.ts';
import { dialogues, personas } from './dialogues.ts';
import { seededRandom } from '../time/random.ts';

const DAY = 86_400_000;
const summaries: readonly [string, ...string[]] = [
  'Delivery moved to another day at the customer’s request.', 'Asked how to descale; sent the steps.', 'Technician visit booked.',
  'Invoice explained, no change.', 'Door seal replaced under warranty.', 'New address noted for the next delivery.',
];

function hash(text: string): number {
  let value = 7;
  for (let index = 0; index < text.length; index += 1) value = (Math.imul(value, 31) + text.charCodeAt(index)) >>> 0;
  return value;
}

function earlierChats(world: World, task: Task) {
  const random = seededRandom(hash(task.customer.id));
  const codes = world.organisation.auxCodes.filter((code) => code.workTypeCode === 'WRAP_UP_CODE');
  return Array.from({ length: random.between(0, 3) }, () => {
    const startedAt = task.createdAt - random.between(3, 300) * DAY;
    const agent = world.organisation.agents[random.between(0, world.organisation.agents.length - 1)];
    const code = codes[random.between(0, codes.length - 1)];
    const queue = world.organisation.queues[random.between(0, world.organisation.queues.length - 1)];
    return {
      id: random.uuid(), startedAt, endedAt: startedAt + random.between(3, 25) * 60_000, agentName: agent?.name ?? '', queueName: queue?.name ?? '',
      wrapUpName: code?.name ?? '', summary: random.pick(summaries),
    };
  });
}

/** Chats of the same customer that this sandbox has seen to their end come first. */
export function customerRecord(world: World, task: Task) {
  const seen = [...world.tasks.values()]
    .filter((other) => other.id !== task.id && other.customer.id === task.customer.id && other.stage === 'closed')
    .map((other) => ({
      id: other.id, startedAt: other.createdAt, endedAt: other.lastUpdatedAt, agentName: world.agents.get(other.ownerId ?? '')?.name ?? '',
      queueName: queueName(world, other.queueId), wrapUpName: '', summary: '',
    }));
  const previousTasks = [...seen, ...earlierChats(world, task)].sort((one, other) => other.startedAt - one.startedAt);
  return {
    name: task.customer.name,
    identifiers: [
      { type: 'phone', value: task.customer.number },
      ...personas.filter(({ number }) => number === task.customer.number).map(({ mail }) => ({ type: 'email', value: mail })),
      { type: 'apple', value: task.customer.id },
    ],
    previousTasks,
  };
}

const lines: readonly [string, ...string[]] = ['Good morning, let me look at this for you.', 'Thank you, I have noted it. You can follow it on https://www.haldenvos.example/repairs', 'Is there anything else I can do?'];

/** What was said in an earlier chat of the customer of `task`; null = this customer had no such chat. */
export function earlierMessages(world: World, task: Task, earlierId: string): readonly StoredMessage[] | null {
  const seen = world.tasks.get(earlierId);
  if (seen !== undefined) return seen.customer.id === task.customer.id ? seen.messages : null;
  const chat = earlierChats(world, task).find(({ id }) => id === earlierId);
  if (chat === undefined) return null;
  const random = seededRandom(hash(earlierId));
  const dialogue = random.pick(dialogues);
  const mail = personas.find(({ number }) => number === task.customer.number)?.mail ?? 'customer@example.org';
  const said = [...dialogue.opening, ...dialogue.replies].filter((one): one is string => typeof one === 'string');
  const agent = world.organisation.agents.find(({ name }) => name === chat.agentName);
  const texts = said.flatMap((text, index) => [
    { customer: true, text: text.replace('{phone}', task.customer.number).replace('{mail}', mail) },
    ...(lines[index] === undefined ? [] : [{ customer: false, text: lines[index] }]),
  ]);
  return texts.map(({ customer, text }, index): StoredMessage => ({
    interactionId: earlierId, taskId: earlierId, seq: index + 1, channelType: 'social', channel: 'appleMessages', device: {},
    ...(customer
      ? { messageDirection: 'INBOUND', senderType: 'customer', senderId: task.customer.id, senderName: task.customer.name }
      : { messageDirection: 'OUTBOUND', senderType: 'agent', senderId: agent?.id ?? 'agent', senderName: chat.agentName }),
    channelParams: { type: 'text', message: { aliasId: `${earlierId}-${String(index + 1)}`, text, timestamp: chat.startedAt } },
    createdTime: chat.startedAt + index * 60_000,
  }));
}
