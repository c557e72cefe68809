// The conversation that is open: its items, its customer, the files beside its draft.
import type { DeviceCapabilities } from '../../domain/capabilities.ts';
import type { CustomerRecord } from '../../domain/customer.ts';
import type { Failure } from '../../domain/failure.ts';
import type { MaskedText } from '../../domain/masking.ts';
import type { FileGone, SenderRole } from '../../domain/message.ts';
import type { Rich } from '../../domain/rich.ts';
import type { TaskId } from '../../domain/task.ts';
import type { TextLink } from '../../domain/text-links.ts';
import type { StagedView } from './templates.ts';

export interface AttachmentView {
  readonly fileName: MaskedText;
  readonly mimeType: string;
  readonly size: number | null;
  /** How many UTF-16 units of the masked text stand before it. */
  readonly place: number;
  /** Its place among the files of its message. */
  readonly index: number;
  /** Taken away before it reached the agent; absent = it is there. */
  readonly gone?: FileGone;
  /** It could run something on this computer: it is not saved. */
  readonly isProgram: boolean;
  /** Whole percent of its upload, of a message that waits for it. */
  readonly uploaded?: number;
}

/** `share`: whole percent. */
export type TrayFileState =
  /** It is being taken in; nothing of it can be sent yet. */
  | { readonly state: 'reading'; readonly share: number }
  /** Kept safe, waiting for its turn or for the connection. */
  | { readonly state: 'ready' }
  | { readonly state: 'uploading'; readonly share: number }
  | { readonly state: 'uploaded' }
  /** It was taken in and cannot be sent as it is; it can be tried again. */
  | { readonly state: 'failed'; readonly failure: Failure }
  /** It was not taken in. */
  | { readonly state: 'refused'; readonly failure: Failure };

/** A file the agent attaches to the next message. */
export interface TrayFileView {
  readonly fileId: string;
  readonly order: number;
  readonly fileName: MaskedText;
  readonly mimeType: string;
  readonly size: number;
  readonly course: TrayFileState;
}

export type ContentView =
  /** `links`: web addresses among the words, where there are any. What they open is known in main alone. */
  | { readonly kind: 'text'; readonly text: MaskedText; readonly links?: readonly TextLink[] }
  | { readonly kind: 'attachments'; readonly text: MaskedText; readonly links?: readonly TextLink[]; readonly attachments: readonly AttachmentView[] }
  /** `text`: all its texts, a line each. */
  | { readonly kind: 'rich'; readonly text: MaskedText; readonly rich: Rich<MaskedText> }
  | { readonly kind: 'unsupported'; readonly type: string; readonly text: MaskedText };

/** Apple gives no delivered or read receipt, so there is none here. */
export type DeliveryView =
  | { readonly state: 'sent' }
  | { readonly state: 'queued' }
  | { readonly state: 'sending' }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retryable: boolean };

export type EventLine =
  | { readonly type: 'joined'; readonly name: string }
  | { readonly type: 'left'; readonly name: string }
  | { readonly type: 'ended'; readonly name: string | null }
  | { readonly type: 'customerLeft' }
  | { readonly type: 'customerReturned' }
  | { readonly type: 'transferred'; readonly name: string; readonly to: string }
  | { readonly type: 'invited'; readonly name: string; readonly to: string }
  | { readonly type: 'notAccepted'; readonly to: string }
  | { readonly type: 'workflowStarted'; readonly name: string }
  /** `message` is the workflow's own words, masked; may be empty. */
  | { readonly type: 'workflowFinished' | 'workflowFailed'; readonly name: string; readonly message: MaskedText }
  /** The connection was away when it ended, or may have. */
  | { readonly type: 'workflowUnknown'; readonly name: string };

/** `order` sorts the items of a conversation: the `seq` for what the server has, fractions and large numbers for the rest. */
export type ItemView =
  | {
      readonly kind: 'message';
      readonly itemId: string;
      readonly order: number;
      readonly at: number;
      readonly from: 'customer' | 'self' | 'agent' | 'system';
      readonly role: SenderRole;
      readonly name: string;
      readonly content: ContentView;
      readonly delivery: DeliveryView;
    }
  | { readonly kind: 'event'; readonly itemId: string; readonly order: number; readonly at: number; readonly event: EventLine };

/** Why nothing can be sent; null in `ConversationView.locked` = the compose box is open. */
export type ComposeLock = 'offer' | 'ended' | 'customerLeft' | 'assetRemoved';

/** What the business knows of a customer; `record` null = it has not come yet. */
export interface KnownOfCustomer {
  readonly loading: boolean;
  readonly failure: Failure | null;
  readonly record: CustomerRecord<MaskedText> | null;
}

export interface CustomerView {
  readonly name: MaskedText;
  readonly number: MaskedText;
  readonly device: { readonly name: string; readonly capabilities: readonly string[] | null; readonly seenAt: number } | null;
  readonly intent: string | null;
  readonly group: string | null;
  readonly locale: string | null;
  readonly associatedData: readonly { readonly key: string; readonly label: string; readonly value: MaskedText; readonly editable: boolean }[];
  /** Absent until it is asked for. */
  readonly known?: KnownOfCustomer;
}

export interface ConversationView {
  readonly taskId: TaskId;
  readonly items: Readonly<Record<string, ItemView>>;
  /** There are older messages at the contact centre than the loaded ones. */
  readonly hasEarlier: boolean;
  readonly loadingEarlier: boolean;
  /** What the agent has typed and not sent. The composer reads it when it opens; after that the composer leads. */
  readonly draft: string;
  /** What goes with the next message. */
  readonly tray: Readonly<Record<string, TrayFileView>>;
  readonly locked: ComposeLock | null;
  readonly customer: CustomerView;
  /** What the customer's device shows, as the last message said: what may be chosen follows it. */
  readonly capabilities: DeviceCapabilities;
  /** The card that waits beside the draft. */
  readonly staged: StagedView | null;
}
