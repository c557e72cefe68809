// The configuration resources a client reads after `Welcome` (shapes: Cisco's OpenAPI, agent part).
import * as v from 'valibot';
import { bool, id, isRecord, list, maybe, maybeText, number, part, text } from './fields.ts';
import { channelParamsSchema } from './message-frames.ts';
import { attachmentPolicySchema } from './policy.ts';

const ids = v.fallback(v.array(id), () => []);
const access = v.fallback(v.picklist(['ALL', 'SPECIFIC', 'PROVISIONED_VALUE', 'NONE']), 'ALL');

/** The paged envelope of every collection; items that do not fit are dropped. */
export const paged = <T>(item: v.GenericSchema<unknown, T>) =>
  v.object({ data: list(item), meta: v.fallback(v.object({ page: number(0), pageSize: number(0), totalPages: number(1), totalRecords: number(0) }), { page: 0, pageSize: 0, totalPages: 1, totalRecords: 0 }) });

export const userSchema = v.object({
  id,
  ciUserId: text(200),
  firstName: text(200),
  lastName: text(200),
  email: text(500),
  teamIds: ids,
  siteId: text(200),
  agentProfileId: text(200),
  multimediaProfileId: text(200),
  /** Cisco's own spelling. */
  deafultDialledNumber: maybeText(100),
  active: bool(true),
});
export type WxUser = v.InferOutput<typeof userSchema>;

export const organizationSchema = v.object({ tenantId: text(200), name: text(200), timezone: text(100), environment: text(100) });
export type WxOrganization = v.InferOutput<typeof organizationSchema>;

/** Unknown = masked. */
/** `attachments` is Parley's own; null = not said. */
export const organizationSettingSchema = v.object({ maskSensitiveData: bool(true), attachments: maybe(v.pipe(v.custom<object>(isRecord), attachmentPolicySchema)) });

export const tenantConfigurationSchema = v.object({
  timeoutDesktopInactivityEnabled: bool(),
  timeoutDesktopInactivityMins: number(0),
  /** Seconds. */
  lostConnectionRecoveryTimeout: number(50),
  forceDefaultDn: bool(),
});

export const auxiliaryCodeSchema = v.object({
  id,
  name: text(200),
  workTypeCode: v.picklist(['IDLE_CODE', 'WRAP_UP_CODE']),
  active: bool(true),
  defaultCode: bool(),
  isSystemCode: bool(),
});
export type WxAuxiliaryCode = v.InferOutput<typeof auxiliaryCodeSchema>;

export const agentProfileSchema = v.object({
  id,
  name: text(200),
  autoWrapUp: bool(),
  autoWrapAfterSeconds: number(0),
  allowAutoWrapUpExtension: bool(),
  accessWrapUpCode: access,
  wrapUpCodes: ids,
  accessIdleCode: access,
  idleCodes: ids,
  accessQueue: access,
  queues: ids,
  accessBuddyTeam: access,
  buddyTeams: ids,
  timeoutDesktopInactivityCustomEnabled: bool(),
  timeoutDesktopInactivityMins: number(0),
});
export type WxAgentProfile = v.InferOutput<typeof agentProfileSchema>;

export const multimediaProfileSchema = v.object({
  id,
  name: text(200),
  chat: number(0),
  email: number(0),
  social: number(0),
  telephony: number(0),
  blendingMode: text(40),
});
export type WxMultimediaProfile = v.InferOutput<typeof multimediaProfileSchema>;

export const queueSchema = v.object({
  id,
  name: text(200),
  queueType: text(40),
  channelType: text(40),
  socialChannelType: text(60),
  active: bool(true),
  /** Ours: chats waiting now; null where the server does not say. */
  waiting: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
});
export type WxQueue = v.InferOutput<typeof queueSchema>;

export const isAppleQueue = (queue: Pick<WxQueue, 'channelType' | 'socialChannelType'>): boolean =>
  queue.channelType === 'SOCIAL_CHANNEL' && queue.socialChannelType === 'APPLE_BUSINESS_CHAT';

export const teamSchema = v.object({ id, name: text(200), siteId: text(200), active: bool(true) });
export type WxTeam = v.InferOutput<typeof teamSchema>;

export const siteSchema = v.object({ id, name: text(200), multimediaProfileId: text(200), active: bool(true) });
export type WxSite = v.InferOutput<typeof siteSchema>;

/** Parley's own (docs/protocol.md): what policy lets an agent trigger. An input of an unknown type is asked for as text. */
export const workflowSchema = v.object({
  id,
  name: text(200),
  description: text(1_000),
  inputs: list(v.object({ name: id, label: text(200), type: v.fallback(v.picklist(['text', 'number', 'boolean']), 'text'), required: bool() })),
});
/** The answer to a start; a centre that names no run has ''. */
export const workflowStartedSchema = v.fallback(v.object({ data: v.object({ id: text(200) }) }), { data: { id: '' } });

/** Parley's own: a template of the library. `active` false = it is not to be used any more; `channelParams` are those of the message it makes. */
export const messageTemplateSchema = v.object({
  id,
  name: text(200),
  category: text(200),
  language: text(40),
  shortcut: text(60),
  assetId: maybeText(200),
  active: bool(true),
  channelParams: part(channelParamsSchema),
});
export type WxMessageTemplate = v.InferOutput<typeof messageTemplateSchema>;
