// The configuration resources, read after `Welcome`: who the agent is, what they may choose, what the administrator decided.
import * as v from 'valibot';
import type { AgentProfile, AuxiliaryCode, ChannelCapacity } from '../../src-shared/domain/agent.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import {
  agentProfileSchema, auxiliaryCodeSchema, isAppleQueue, multimediaProfileSchema, organizationSchema, organizationSettingSchema, paged, queueSchema, siteSchema,
  teamSchema, tenantConfigurationSchema, userSchema, type WxAgentProfile, type WxAuxiliaryCode, type WxQueue, type WxUser,
} from '../../src-shared/wxcc/index.ts';
import { policyOf } from './decode-policy.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import type { AttemptFailure } from './session-state.ts';

export type Request = (request: HttpRequest) => Promise<HttpAnswer>;

export interface Configuration {
  readonly profile: AgentProfile;
  readonly policy: Policy;
}

export type ConfigurationResult = Result<Configuration, AttemptFailure>;

const PAGE_SIZE = 100;
/** A tenant with more entries than this has them cut: a list nobody could choose from. */
const MAX_PAGES = 20;

/** How an answer that is no help ends an attempt. */
export function attemptFailureOf(answer: HttpAnswer): AttemptFailure {
  switch (answer.kind) {
    case 'unreachable':
    case 'unauthorised':
      return 'unreachable';
    case 'refused':
      if (answer.status === 403) return 'forbidden';
      return answer.status >= 500 || answer.status === 429 ? 'busy' : 'refused';
    case 'malformed':
      return answer.status >= 500 ? 'busy' : 'refused';
    case 'ok':
      return 'refused';
  }
}

/** Only the user and the organisation's codes are indispensable; every other resource falls back to the careful side. */
export async function readConfiguration(request: Request, orgId: string, agentId: string, before: Policy): Promise<ConfigurationResult> {
  const org = `/organization/${encodeURIComponent(orgId)}`;
  const get = (path: string): Promise<HttpAnswer> => request({ method: 'GET', path: `${org}${path}` });
  const optional = async <T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> => parsed(await get(path), schema);
  const [userAnswer, organization, setting, tenant, codes, teams] = await Promise.all([
    get(`/user/by-ci-user-id/${encodeURIComponent(agentId)}`),
    optional('', organizationSchema),
    optional('/v2/organization-setting?agentView=true', paged(organizationSettingSchema)),
    optional('/v2/tenant-configuration?agentView=true', paged(tenantConfigurationSchema)),
    readAll(request, `${org}/v2/auxiliary-code?attributes=id,isSystemCode,name,defaultCode,workTypeCode,active`, auxiliaryCodeSchema),
    readAll(request, `${org}/v2/team`, teamSchema),
  ]);
  const user = parsed(userAnswer, userSchema);
  if (user === null) return fail(attemptFailureOf(userAnswer));
  if (!codes.ok) return fail(attemptFailureOf(codes.failure));
  const profilePath = user.agentProfileId === '' ? null : `/agent-profile/${encodeURIComponent(user.agentProfileId)}`;
  const [profile, channels] = await Promise.all([profilePath === null ? null : optional(profilePath, agentProfileSchema), readCapacity(optional, user)]);
  const policy = policyOf({ masking: setting?.data[0]?.maskSensitiveData ?? null, attachments: setting?.data[0]?.attachments ?? null, tenant: tenant?.data[0] ?? null, profile }, before);
  const mine = new Set(user.teamIds);
  const known = teams.ok ? teams.value.filter((team) => team.active && (mine.size === 0 || mine.has(team.id))) : [];
  return ok({
    policy,
    profile: {
      agentId,
      name: `${user.firstName} ${user.lastName}`.trim() || user.email,
      orgId,
      orgName: organization?.name ?? '',
      teams: known.map(({ id, name }) => ({ id, name })),
      defaultDialNumber: user.deafultDialledNumber ?? '',
      idleCodes: codesOf(codes.value, 'IDLE_CODE', profile),
      wrapUpCodes: codesOf(codes.value, 'WRAP_UP_CODE', profile),
      capacity: channels.social,
      channels,
      agentProfileId: user.agentProfileId,
    },
  });
}

const parsed = <T>(answer: HttpAnswer, schema: v.GenericSchema<unknown, T>): T | null => {
  const result = answer.kind === 'ok' ? v.safeParse(schema, answer.body) : null;
  return result?.success === true ? result.output : null;
};

/** The agent's own multimedia profile, else the site's; one chat at a time when neither says. */
async function readCapacity(optional: <T>(path: string, schema: v.GenericSchema<unknown, T>) => Promise<T | null>, user: WxUser): Promise<ChannelCapacity> {
  let id = user.multimediaProfileId;
  if (id === '' && user.siteId !== '') id = (await optional(`/site/${encodeURIComponent(user.siteId)}`, siteSchema))?.multimediaProfileId ?? '';
  const profile = id === '' ? null : await optional(`/multimedia-profile/${encodeURIComponent(id)}`, multimediaProfileSchema);
  const places = (value: number): number => Math.max(0, Math.floor(value));
  if (profile === null) return { social: 1, chat: 0, email: 0, telephony: 0 };
  return { social: places(profile.social), chat: places(profile.chat), email: places(profile.email), telephony: places(profile.telephony) };
}

/** Codes the desktop profile allows. System codes (RONA and the like) are only ever set by the contact centre. */
function codesOf(codes: readonly WxAuxiliaryCode[], kind: WxAuxiliaryCode['workTypeCode'], profile: WxAgentProfile | null): AuxiliaryCode[] {
  const access = kind === 'IDLE_CODE' ? profile?.accessIdleCode : profile?.accessWrapUpCode;
  const allowed = new Set(kind === 'IDLE_CODE' ? profile?.idleCodes : profile?.wrapUpCodes);
  return codes
    .filter((code) => code.workTypeCode === kind && code.active && !(kind === 'IDLE_CODE' && code.isSystemCode))
    .filter((code) => access === undefined || access === 'ALL' || (access !== 'NONE' && allowed.has(code.id)))
    .map(({ id, name, defaultCode }) => ({ id, name, isDefault: defaultCode }));
}

/** All pages of a collection, or the first answer that was no page. */
export async function readAll<T>(request: Request, path: string, item: v.GenericSchema<unknown, T>): Promise<Result<readonly T[], HttpAnswer>> {
  const all: T[] = [];
  const schema = paged(item);
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await request({ method: 'GET', path: `${path}${path.includes('?') ? '&' : '?'}page=${String(page)}&pageSize=${String(PAGE_SIZE)}` });
    const result = parsed(answer, schema);
    if (result === null) return fail(answer);
    all.push(...result.data);
    if (page + 1 >= result.meta.totalPages || result.data.length === 0) break;
  }
  return ok(all);
}

/** Apple Messages queues a chat can go to; null = they could not be read. */
export async function readQueues(request: Request, orgId: string): Promise<readonly WxQueue[] | null> {
  const queues = await readAll(request, `/organization/${encodeURIComponent(orgId)}/v2/contact-service-queue`, queueSchema);
  return queues.ok ? queues.value.filter((queue) => queue.active && isAppleQueue(queue)) : null;
}
