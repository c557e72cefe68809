// The administrator's policy as the contact centre sends it. Missing parts fall back to the careful side: masking on.
import * as v from 'valibot';
import { defaultPolicy } from '../domain/policy.ts';
import { bool, maybeNumber, number, part } from './fields.ts';

export const attachmentPolicySchema = v.object({
  allowed: bool(defaultPolicy.attachments.allowed),
  maxCount: number(defaultPolicy.attachments.maxCount),
  /** Bytes. */
  maxSize: number(defaultPolicy.attachments.maxSize),
  /** Empty = any. */
  mimeTypes: v.fallback(v.array(v.string()), () => []),
});
export type WxAttachmentPolicy = v.InferOutput<typeof attachmentPolicySchema>;

export const policySchema = v.object({
  masking: bool(true),
  wrapUp: part(v.object({ auto: bool(), afterSeconds: number(0), extensionAllowed: bool() })),
  attachments: part(attachmentPolicySchema),
  inactivityMinutes: maybeNumber(),
  unanswered: part(v.object({ amberSeconds: number(defaultPolicy.unanswered.amberSeconds), redSeconds: number(defaultPolicy.unanswered.redSeconds) })),
  notifications: part(v.object({ maxVisible: number(5), seconds: number(10) })),
});
export type WxPolicy = v.InferOutput<typeof policySchema>;

export const policyChangedSchema = v.object({ type: v.literal('desktop-policy:changed'), policy: part(policySchema) });
export type PolicyChanged = v.InferOutput<typeof policyChangedSchema>;
