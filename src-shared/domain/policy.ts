// What the administrator decides. Masking is on until the policy is known (masking.md).

export interface WrapUpPolicy {
  readonly auto: boolean;
  readonly afterSeconds: number;
  readonly extensionAllowed: boolean;
}

export interface AttachmentPolicy {
  readonly allowed: boolean;
  readonly maxCount: number;
  /** Bytes. */
  readonly maxSize: number;
  readonly mimeTypes: readonly string[];
}

export interface Policy {
  readonly masking: boolean;
  readonly wrapUp: WrapUpPolicy;
  readonly attachments: AttachmentPolicy;
  /** Minutes without input before the agent is signed out; null = never. */
  readonly inactivityMinutes: number | null;
  /** Unanswered-since limits of a conversation, seconds. */
  readonly unanswered: { readonly amberSeconds: number; readonly redSeconds: number };
}

/** Apple Messages for Business through Webex Connect takes attachments to 100 MB (reference, section 1.9). */
const MEBIBYTE = 1024 * 1024;

export const defaultPolicy: Policy = {
  masking: true,
  wrapUp: { auto: false, afterSeconds: 0, extensionAllowed: false },
  attachments: { allowed: true, maxCount: 10, maxSize: 100 * MEBIBYTE, mimeTypes: [] },
  inactivityMinutes: null,
  unanswered: { amberSeconds: 60, redSeconds: 180 },
};
