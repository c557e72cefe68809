// Frames with content (outer type `TaskMessage`) and messages as REST gives them. The shape is that of Webex's documented
// custom messaging channel; `seq`, `customer` senders, Apple content and device fields are Parley's own.
import * as v from 'valibot';
import { bool, id, isRecord, list, maybeNumber, maybeText, number, part, text, MAX_MESSAGE_TEXT } from './fields.ts';

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Webhook deliveries of the documented channel say `url` where everything else says `fileUrl`. */
const oneUrlName = v.pipe(
  v.custom<Record<string, unknown>>(isRecord),
  v.transform((entry): Record<string, unknown> => (entry['fileUrl'] === undefined ? { ...entry, fileUrl: entry['url'] } : entry)),
);

export const attachmentSchema = v.pipe(
  oneUrlName,
  v.object({ fileName: text(500), mimeType: text(200), fileUrl: text(4_000), size: maybeNumber(), dropped: bool() }),
);
export type WxAttachment = v.InferOutput<typeof attachmentSchema>;

export const channelParamsSchema = v.object({
  /** `text`, `text-with-attachments`, `interactive`, `richLink`, `close`; anything else is shown as not supported. */
  type: text(100),
  message: part(v.object({
    /** '' = the server gave none. */
    aliasId: text(200),
    text: text(MAX_MESSAGE_TEXT),
    attachments: list(attachmentSchema),
    /** What was sensitive in it has been taken out on the way (Webex Engage). */
    redacted: bool(),
    timestamp: maybeNumber(),
  })),
  /** Apple's own JSON, untouched. */
  apple: v.fallback(v.unknown(), null),
});
export type ChannelParams = v.InferOutput<typeof channelParamsSchema>;

const messageFields = {
  interactionId: id,
  seq,
  messageDirection: text(20),
  /** `customer`, `agent`, `system`. */
  senderType: text(40),
  senderId: text(200),
  senderName: text(200),
  channelType: text(40),
  channel: text(100),
  channelParams: part(channelParamsSchema),
  capabilityList: maybeText(500),
  deviceAgent: maybeText(200),
  locale: maybeText(50),
  intent: maybeText(500),
  group: maybeText(500),
  /** ms since the epoch; 0 = not given. */
  createdTime: number(0),
};

export const messageAppendedSchema = v.object({ type: v.literal('task-message:appended'), ...messageFields });
export type MessageAppended = v.InferOutput<typeof messageAppendedSchema>;

/** A message of the transcript (`GET …/messages`): the frame's data. */
export const storedMessageSchema = v.object(messageFields);
export type StoredMessage = v.InferOutput<typeof storedMessageSchema>;

export const appendFailedSchema = v.object({
  type: v.literal('task-message:append-failed'),
  interactionId: id,
  aliasId: id,
  reason: text(100),
  retryable: v.fallback(v.boolean(), false),
});
export type AppendFailed = v.InferOutput<typeof appendFailedSchema>;

export const typingSchema = v.object({
  type: v.literal('task-typing'),
  interactionId: id,
  senderType: text(40),
  senderId: text(200),
  senderName: text(200),
  state: v.picklist(['start', 'end']),
});
export type Typing = v.InferOutput<typeof typingSchema>;

export const assetRemovedSchema = v.object({ type: v.literal('task:asset-removed'), interactionId: id, assetId: text(200), assetName: text(200) });
export type AssetRemoved = v.InferOutput<typeof assetRemovedSchema>;

export const workflowFinishedSchema = v.object({
  type: v.literal('task:workflow-finished'),
  interactionId: id,
  workflowId: id,
  /** Of the request that started it, when the server says. */
  runId: text(200),
  outcome: text(40),
  message: maybeText(2_000),
});
export type WorkflowFinished = v.InferOutput<typeof workflowFinishedSchema>;
