// Both sides of Apple Messages for Business as QA plays them: questions of the business and answers of the customer, in Apple's JSON.
import { randomUUID } from 'node:crypto';
import { agentOf, expect } from '../fixtures/app.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';

export interface AppleParams {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly unknown[];
  readonly apple?: unknown;
}

export interface AppleSides {
  /** As the agent of the window, from another of their devices. */
  readonly ask: (params: AppleParams) => Promise<void>;
  readonly answer: (params: AppleParams) => Promise<void>;
  /** The business by itself, as a bot does. */
  readonly announce: (params: AppleParams) => Promise<void>;
}

/** Every kind of question is within what this device can show. */
const device = { capabilityList: 'AUTH,LIST,TIME,QUICK,AUTH2,FORM', deviceAgent: 'iPhone OS', locale: 'en_GB' };

export function appleSides(sandbox: Sandbox, taskId: string): AppleSides {
  const post = async (params: AppleParams, more: Readonly<Record<string, unknown>>, token?: string): Promise<void> => {
    const { type, text = '', attachments, apple } = params;
    const channelParams = { type, message: { aliasId: randomUUID(), text, timestamp: Date.now(), ...(attachments && { attachments }) }, ...(apple !== undefined && { apple }) };
    const { status, body } = await sandbox.request('POST', `/v2/tasks/${taskId}/messages`, { mediaType: 'social', channelParams, ...more }, token);
    expect(status, JSON.stringify(body)).toBe(201);
  };
  return {
    ask: (params) => post(params, { messageDirection: 'OUTBOUND' }, agentOf(sandbox, 0).token),
    answer: (params) => post(params, { messageDirection: 'INBOUND', ...device }),
    announce: (params) => post(params, { messageDirection: 'OUTBOUND', senderType: 'system' }),
  };
}

/** An interactive message around `data`, as Apple frames it. */
export const interactive = (data: Readonly<Record<string, unknown>>, title?: string): AppleParams => ({
  type: 'interactive',
  apple: { interactiveData: { bid: 'com.apple.messages.MSMessageExtensionBalloonPlugin:0000000000:com.apple.icloud.apps.messages.business.extension', useLiveLayout: true, data: { version: '1.0', ...data }, ...(title !== undefined && { receivedMessage: { title, style: 'icon' } }) } },
});
