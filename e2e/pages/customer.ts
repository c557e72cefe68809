// A customer as QA plays one: writes to the business over the contact centre's own interface for messaging bridges.
import { randomUUID } from 'node:crypto';
import { expect } from '../fixtures/app.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';

export interface CustomerFacts {
  readonly name?: string;
  readonly number?: string;
  /** Which of the sandbox's business accounts is written to; its queue follows. */
  readonly asset?: number;
  readonly capabilityList?: string;
  readonly deviceAgent?: string;
  /** What the link says that the chat began with. */
  readonly intent?: string;
  /** Associated data, by name. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Customer {
  readonly taskId: string;
  readonly name: string;
  say(text: string): Promise<void>;
  /** Any content, as a messaging bridge would pass it on; its id is supplied. */
  post(channelParams: Readonly<Record<string, unknown>>): Promise<void>;
  /** Closes the thread. */
  leave(): Promise<void>;
  /** Texts that agents sent and the contact centre has, oldest first. */
  received(): Promise<string[]>;
}

const message = (text: string): Record<string, unknown> => ({ type: 'text', message: { aliasId: randomUUID(), text, timestamp: Date.now() } });

/** Opens a chat. Resolves when the contact centre has taken it; the offer follows. */
export async function openChat(sandbox: Sandbox, firstText: string, facts: CustomerFacts = {}): Promise<Customer> {
  const { name = 'Melissa Jansen', number = '+447966197542', capabilityList = 'LIST,TIME,QUICK', deviceAgent = 'Mac OS', intent = 'repair-visit', variables = {} } = facts;
  const device = { capabilityList, deviceAgent, locale: 'en_GB', intent, group: 'service-nl' };
  const created = await sandbox.request('POST', '/v2/tasks', {
    origin: { id: number, name },
    destination: { id: sandbox.assets[facts.asset ?? 0]?.id, type: 'businessAddress' },
    channelType: 'social', channel: 'appleMessages', channelParams: message(firstText), globalVariables: variables, ...device,
  });
  expect(created, 'the contact centre takes the chat').toMatchObject({ status: 201 });
  const taskId = (created.body as { data: { id: string } }).data.id;
  const append = async (channelParams: Record<string, unknown>): Promise<void> => {
    const { status } = await sandbox.request('POST', `/v2/tasks/${taskId}/messages`, { mediaType: 'social', messageDirection: 'INBOUND', channelParams, ...device });
    expect(status, 'the contact centre takes the message').toBe(201);
  };
  return {
    taskId, name,
    post: (channelParams) => append(channelParams),
    say: (text) => append(message(text)),
    leave: () => append({ type: 'close', message: { aliasId: randomUUID(), text: '', timestamp: Date.now() } }),
    received: async () => {
      const { body } = await sandbox.request('GET', `/v2/tasks/${taskId}/messages?limit=200`);
      const { data } = body as { data: { messageDirection: string; senderType: string; channelParams: { message: { text: string } } }[] };
      return data.filter((one) => one.messageDirection === 'OUTBOUND' && one.senderType === 'agent').map((one) => one.channelParams.message.text);
    },
  };
}
