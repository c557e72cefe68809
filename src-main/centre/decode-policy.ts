// Wire -> domain: the administrator's policy, out of the configuration resources and out of the frame that changes it.
// Where nothing is said the careful value stands: masking on.
import { defaultPolicy, type Policy } from '../../src-shared/domain/policy.ts';
import type { WxAgentProfile, WxAttachmentPolicy, WxPolicy } from '../../src-shared/wxcc/index.ts';

const positive = (value: number | null, missing: number): number => (value !== null && value > 0 ? value : missing);

export function decodePolicy(wire: WxPolicy): Policy {
  const { wrapUp, unanswered, inactivityMinutes } = wire;
  return {
    masking: wire.masking,
    wrapUp: { auto: wrapUp.auto && wrapUp.afterSeconds > 0, afterSeconds: Math.max(0, wrapUp.afterSeconds), extensionAllowed: wrapUp.extensionAllowed },
    attachments: attachmentsOf(wire.attachments),
    inactivityMinutes: inactivityMinutes !== null && inactivityMinutes > 0 ? inactivityMinutes : null,
    unanswered: {
      amberSeconds: positive(unanswered.amberSeconds, defaultPolicy.unanswered.amberSeconds),
      redSeconds: positive(unanswered.redSeconds, defaultPolicy.unanswered.redSeconds),
    },
  };
}

const attachmentsOf = ({ allowed, maxCount, maxSize, mimeTypes }: WxAttachmentPolicy): Policy['attachments'] => ({ allowed, maxCount: Math.max(0, maxCount), maxSize: Math.max(0, maxSize), mimeTypes });

/** What the resources of the reference product say; each null = that resource could not be read. */
export interface PolicyResources {
  readonly masking: boolean | null;
  readonly attachments: WxAttachmentPolicy | null;
  readonly tenant: { readonly timeoutDesktopInactivityEnabled: boolean; readonly timeoutDesktopInactivityMins: number } | null;
  readonly profile: WxAgentProfile | null;
}

/** `before` keeps what the resources do not speak of (unanswered limits), which only the policy frame tells. */
export function policyOf({ masking, attachments, tenant, profile }: PolicyResources, before: Policy): Policy {
  return {
    ...before,
    masking: masking ?? before.masking,
    attachments: attachments === null ? before.attachments : attachmentsOf(attachments),
    wrapUp: profile === null ? before.wrapUp : wrapUpOf(profile),
    inactivityMinutes: tenant === null && profile === null ? before.inactivityMinutes : inactivityOf(tenant, profile),
  };
}

const wrapUpOf = ({ autoWrapUp, autoWrapAfterSeconds, allowAutoWrapUpExtension }: WxAgentProfile): Policy['wrapUp'] => ({
  auto: autoWrapUp && autoWrapAfterSeconds > 0, afterSeconds: Math.max(0, autoWrapAfterSeconds), extensionAllowed: allowAutoWrapUpExtension,
});

/** The desktop profile's own time goes before the tenant's. */
function inactivityOf(tenant: PolicyResources['tenant'], profile: WxAgentProfile | null): number | null {
  if (profile?.timeoutDesktopInactivityCustomEnabled === true && profile.timeoutDesktopInactivityMins > 0) return profile.timeoutDesktopInactivityMins;
  return tenant?.timeoutDesktopInactivityEnabled === true && tenant.timeoutDesktopInactivityMins > 0 ? tenant.timeoutDesktopInactivityMins : null;
}
