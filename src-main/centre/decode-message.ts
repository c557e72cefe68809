// Wire -> domain: messages. Never throws; what is not known becomes content that says so.
import { fromWire } from '../../src-shared/apple/index.ts';
import { appendFailureReasons, type AppendFailureReason, type Attachment, type DeviceReport, type Message, type SenderRole } from '../../src-shared/domain/message.ts';
import { plainFileName } from '../../src-shared/domain/media.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { StoredMessage } from '../../src-shared/wxcc/index.ts';

/** `now` stands in for a time the server did not give; `onFault` is told the names of what does not fit Apple's formats. */
export function decodeMessage(taskId: TaskId, wire: StoredMessage, now: number, onFault?: (fault: string) => void): Message {
  const role = roleOf(wire);
  const { type, message, apple } = wire.channelParams;
  const attachments = message.attachments.map(({ fileName, mimeType, fileUrl, size, dropped }) => ({
    fileName: plainFileName(fileName), mimeType, url: fileUrl, size, ...goneOf(dropped, message.redacted && fileUrl === ''),
  }));
  const { content, faults } = fromWire({ type, text: message.text, attachments, apple, inbound: role === 'customer' });
  if (onFault) faults.forEach(onFault);
  return {
    taskId,
    // A message without an id of its own is still one of a kind in its task.
    aliasId: wire.channelParams.message.aliasId || `seq-${String(wire.seq)}`,
    seq: wire.seq,
    sender: { role, id: wire.senderId, name: wire.senderName },
    content,
    createdAt: wire.createdTime > 0 ? wire.createdTime : now,
    device: role === 'customer' ? deviceOf(wire) : null,
  };
}

const goneOf = (dropped: boolean, redacted: boolean): Pick<Attachment, 'gone'> => (dropped ? { gone: 'dropped' } : redacted ? { gone: 'redacted' } : {});

function roleOf({ senderType, messageDirection }: StoredMessage): SenderRole {
  switch (senderType.toLowerCase()) {
    case 'customer': return 'customer';
    case 'agent': return 'agent';
    case 'system': return 'system';
    default: return messageDirection.toUpperCase() === 'INBOUND' ? 'customer' : 'system';
  }
}

const deviceOf = ({ capabilityList, deviceAgent, locale, intent, group }: StoredMessage): DeviceReport => ({
  capabilities: capabilityList, deviceAgent, locale, intent, group,
});

/** A reason of the wire, or of `error.key`; null = none that is known. */
export const appendReason = (word: string): AppendFailureReason | null => appendFailureReasons.find((reason) => reason === word) ?? null;
