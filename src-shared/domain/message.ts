// Messages of a task as the desk keeps them. `seq` is gapless per task from 1: order, duplicates and gaps hang on it.
import type { TaskId } from './task.ts';

/** User-perceived characters a text may have (Webex help: AMB compose box). */
export const MAX_TEXT_CHARACTERS = 10_000;

export interface Attachment {
  readonly fileName: string;
  readonly mimeType: string;
  readonly url: string;
  /** Bytes, when the contact centre says. */
  readonly size: number | null;
}

/** `unsupported` carries the wire's own type name so that a readable card can say what could not be shown. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'attachments'; readonly text: string; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'unsupported'; readonly type: string; readonly text: string };

export type SenderRole = 'customer' | 'agent' | 'system';

export interface Sender {
  readonly role: SenderRole;
  readonly id: string;
  readonly name: string;
}

/** What an inbound message says of the customer's device. `capabilities` null = no list was sent. */
export interface DeviceReport {
  readonly capabilities: string | null;
  readonly deviceAgent: string | null;
  readonly locale: string | null;
  readonly intent: string | null;
  readonly group: string | null;
}

export interface Message {
  readonly taskId: TaskId;
  /** The sender's own id of the message: a send is idempotent by it. Unique within a task. */
  readonly aliasId: string;
  readonly seq: number;
  readonly sender: Sender;
  readonly content: Content;
  /** ms since the epoch, the contact centre's `createdTime`. */
  readonly createdAt: number;
  readonly device: DeviceReport | null;
}

/** Why the contact centre would not append a message (protocol section 4). */
export const appendFailureReasons = [
  'customerLeft', 'rejected', 'assetRemoved', 'tooLarge', 'unsupportedByDevice', 'rateLimited', 'internal',
] as const;
export type AppendFailureReason = (typeof appendFailureReasons)[number];

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Counts user-perceived characters (grapheme clusters). Plain ASCII is counted without segmenting. */
export function countCharacters(text: string): number {
  // CR LF is one grapheme, so a text with CR takes the slow way too.
  if (/^[\n\t\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
