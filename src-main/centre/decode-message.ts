// Wire -> domain: messages. Never throws; what is not known becomes content that says so.
import { appendFailureReasons, type AppendFailureReason, type Content, type DeviceReport, type Message, type SenderRole } from '../../src-shared/domain/message.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { ChannelParams, StoredMessage } from '../../src-shared/wxcc/index.ts';

/** `now` stands in for a time the server did not give. */
export function decodeMessage(taskId: TaskId, wire: StoredMessage, now: number): Message {
  const role = roleOf(wire);
  return {
    taskId,
    // A message without an id of its own is still one of a kind in its task.
    aliasId: wire.channelParams.message.aliasId || `seq-${String(wire.seq)}`,
    seq: wire.seq,
    sender: { role, id: wire.senderId, name: wire.senderName },
    content: contentOf(wire.channelParams),
    createdAt: wire.createdTime > 0 ? wire.createdTime : now,
    device: role === 'customer' ? deviceOf(wire) : null,
  };
}

function roleOf({ senderType, messageDirection }: StoredMessage): SenderRole {
  switch (senderType.toLowerCase()) {
    case 'customer': return 'customer';
    case 'agent': return 'agent';
    case 'system': return 'system';
    default: return messageDirection.toUpperCase() === 'INBOUND' ? 'customer' : 'system';
  }
}

function contentOf({ type, message }: ChannelParams): Content {
  const { text } = message;
  const attachments = message.attachments.map(({ fileName, mimeType, fileUrl, size }) => ({ fileName, mimeType, url: fileUrl, size }));
  switch (type) {
    case 'text':
      return attachments.length > 0 ? { kind: 'attachments', text, attachments } : { kind: 'text', text };
    case 'text-with-attachments':
      return { kind: 'attachments', text, attachments };
    case 'close':
      return { kind: 'close' };
    default:
      return { kind: 'unsupported', type, text };
  }
}

const deviceOf = ({ capabilityList, deviceAgent, locale, intent, group }: StoredMessage): DeviceReport => ({
  capabilities: capabilityList, deviceAgent, locale, intent, group,
});

/** A reason of the wire, or of `error.key`; null = none that is known. */
export const appendReason = (word: string): AppendFailureReason | null => appendFailureReasons.find((reason) => reason === word) ?? null;
