// The items a bubble or a system line is drawn from, by their kinds.
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';

export type MessageItem = Extract<ItemView, { kind: 'message' }>;
export type EventItem = Extract<ItemView, { kind: 'event' }>;

/** What the agent can do with a message that has not been sent. Stable functions: a bubble renders only when its message changes. */
export interface BubbleActions {
  readonly retry: (itemId: string) => void;
  /** Takes the message back into the compose box. */
  readonly edit: (itemId: string) => void;
  readonly discard: (itemId: string) => void;
  /** Sends a card that could not go out as words. */
  readonly asText: (itemId: string) => void;
  readonly copy: (text: string) => void;
  /** Brings a message of this conversation into sight and focuses it. */
  readonly showItem: (itemId: string) => void;
  /** Asks before a link of a message is opened; `host` is what the agent is shown of it. */
  readonly openLink: (itemId: string, index: number, host: string) => void;
  readonly pictureAddress: (itemId: string, index: number, attempt: number) => string;
  /** Why a picture cannot be shown; null = it can. */
  readonly checkPicture: (itemId: string, index: number) => Promise<Failure | null>;
  /** Opens the viewer at a picture. */
  readonly showPicture: (itemId: string, index: number) => void;
  readonly saveFile: (itemId: string, index: number) => void;
  /** Asks which part of the message is to be masked. */
  readonly maskPart: (itemId: string) => void;
}
