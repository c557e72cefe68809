// Messages of a task as the desk keeps them. `seq` is gapless per task from 1: order, duplicates and gaps hang on it.
import type { Rich } from './rich.ts';
import type { TaskId } from './task.ts';

/** User-perceived characters a text may have (Webex help: AMB compose box). */
export const MAX_TEXT_CHARACTERS = 10_000;

export interface Attachment {
  readonly fileName: string;
  readonly mimeType: string;
  readonly url: string;
  /** Bytes, when the contact centre says. */
  readonly size: number | null;
  /** How many UTF-16 units of the message's text stand before it. */
  readonly place: number;
  /** Taken away before it reached the agent: by the organisation's rules for files, or with what the message said. Absent = it is there. */
  readonly gone?: FileGone;
}

export type FileGone = 'dropped' | 'redacted';

/** `unsupported` carries the wire's own type name so that a readable card can say what could not be shown. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'attachments'; readonly text: string; readonly attachments: readonly Attachment[] }
  /** `addresses`: what the content links to, as far as it may be opened. */
  | { readonly kind: 'rich'; readonly rich: Rich<string>; readonly addresses: readonly string[] }
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

/** UTF-16 units segmented at a time: the engine's segmenter takes time that grows with the square of its text. */
const SEGMENT_WINDOW = 1_024;

/**
 * Counts user-perceived characters (grapheme clusters), but no further than just past `stopAfter`. Plain ASCII is counted without
 * segmenting; anything else window by window, where the last cluster of a window may go on in the next.
 */
export function countCharacters(text: string, stopAfter = Infinity): number {
  // CR LF is one grapheme, so a text with CR takes the slow way too.
  if (/^[\n\t\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  let start = 0;
  let window = SEGMENT_WINDOW;
  while (start < text.length && count <= stopAfter) {
    // Half of a surrogate pair would pass for a cluster of its own.
    const end = /[\ud800-\udbff]/.test(text.charAt(start + window - 1)) ? start + window + 1 : start + window;
    const part = text.slice(start, end);
    const isLast = start + part.length >= text.length;
    let clusters = 0;
    let lastAt = 0;
    for (const { index } of segmenter.segment(part)) {
      clusters += 1;
      lastAt = index;
    }
    if (isLast) return count + clusters;
    if (lastAt === 0) {
      window *= 2;
    } else {
      count += clusters - 1;
      start += lastAt;
      window = SEGMENT_WINDOW;
    }
  }
  return count;
}
