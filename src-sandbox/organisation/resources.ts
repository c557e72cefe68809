// The organisation as configuration resources (shapes: Cisco's OpenAPI, agent part; `waiting` on a queue and `attachments` of the organisation's settings are Parley's own).
import type { World } from '../model/types.ts';
import { waitingIn } from '../model/lookup.ts';

const common = (world: World, id: string, name: string) => ({ organizationId: world.organisation.id, id, version: 0, name, active: true, systemDefault: false });

export function userResource(world: World, agentId: string) {
  const { organisation } = world;
  const agent = organisation.agents.find((entry) => entry.id === agentId);
  if (agent === undefined) return null;
  const [firstName = '', ...rest] = agent.name.split(' ');
  return {
    organizationId: organisation.id, id: agent.id, version: 0, firstName, lastName: rest.join(' '), email: agent.email, ciUserId: agent.id,
    timezone: organisation.timezone, userProfileType: 'PREMIUM_AGENT', contactCenterEnabled: true, siteId: organisation.siteId, siteName: 'Utrecht',
    teamIds: organisation.teams.map((team) => team.id), agentProfileId: organisation.agentProfileId, multimediaProfileId: organisation.multimediaProfileId,
    deafultDialledNumber: agent.dialNumber, active: true, imiUserCreated: true,
  };
}

export const organizationResource = ({ organisation }: World) => ({
  id: organisation.id, tenantId: organisation.id, name: organisation.name, timezone: organisation.timezone, environment: 'sandbox',
});

export const organizationSettings = (world: World) => [
  { ...common(world, world.organisation.id, 'Organization setting'), maskSensitiveData: world.policy.masking, attachments: world.policy.attachments, webRtcEnabled: false, campaignManagerEnabled: false },
];

export const tenantConfigurations = (world: World) => [{
  ...common(world, world.organisation.id, 'Tenant configuration'),
  timeoutDesktopInactivityEnabled: world.policy.inactivityMinutes !== null,
  timeoutDesktopInactivityMins: world.policy.inactivityMinutes ?? 0,
  lostConnectionRecoveryTimeout: Math.round(world.settings.disconnectIdleMs / 1_000),
  forceDefaultDn: false, dnDefaultRegex: '', dnOtherRegex: '', privacyShieldVisible: false, outdialEnabled: false, endCallEnabled: true,
  endConsultEnabled: true, callVariablesSuppressed: false,
}];

export const auxiliaryCodes = (world: World) => world.organisation.auxCodes.map((code) => ({
  ...common(world, code.id, code.name), description: '', workTypeCode: code.workTypeCode, workTypeId: code.workTypeCode, defaultCode: code.defaultCode,
  isSystemCode: false, burnoutInclusion: 'NOT_APPLICABLE',
}));

export const agentProfileResource = (world: World) => ({
  ...common(world, world.organisation.agentProfileId, 'Apple Messages agents'),
  description: '', parentType: 'ORGANIZATION', screenPopup: false, lastAgentRouting: false,
  autoWrapUp: world.policy.wrapUp.auto, autoWrapAfterSeconds: world.policy.wrapUp.afterSeconds, allowAutoWrapUpExtension: world.policy.wrapUp.extensionAllowed,
  autoAnswer: false, agentAvailableAfterOutdial: false,
  accessWrapUpCode: 'ALL', wrapUpCodes: [], accessIdleCode: 'ALL', idleCodes: [], accessQueue: 'ALL', queues: [], accessEntryPoint: 'ALL', entryPoints: [],
  accessBuddyTeam: 'ALL', buddyTeams: [], consultToQueue: true, outdialEnabled: false, dialPlanEnabled: false, dialPlans: [],
  timeoutDesktopInactivityCustomEnabled: world.policy.inactivityMinutes !== null, timeoutDesktopInactivityMins: world.policy.inactivityMinutes ?? 0,
  agentDNValidation: 'ALL', loginVoiceOptions: ['AGENT_DN', 'EXTENSION', 'BROWSER'],
});

export const multimediaProfileResource = (world: World) => ({
  ...common(world, world.organisation.multimediaProfileId, 'Apple Messages only'),
  description: '', chat: 0, email: 0, telephony: 0, social: world.settings.capacity, blendingModeEnabled: true, blendingMode: 'BLENDED',
});

export const queues = (world: World) => world.organisation.queues.map((queue) => ({
  ...common(world, queue.id, queue.name), description: '', queueType: 'INBOUND', checkAgentAvailability: true, channelType: 'SOCIAL_CHANNEL',
  socialChannelType: 'APPLE_BUSINESS_CHAT', serviceLevelThreshold: 60, maxActiveContacts: 100, maxTimeInQueue: 86_400,
  routingType: 'LONGEST_AVAILABLE_AGENT', queueRoutingType: 'TEAM_BASED',
  callDistributionGroups: [{ agentGroups: world.organisation.teams.map((team) => ({ teamId: team.id })), order: 1, duration: 0 }],
  waiting: waitingIn(world, queue.id),
}));

export const teams = (world: World) => world.organisation.teams.map((team) => ({
  ...common(world, team.id, team.name), teamType: 'AGENT', teamStatus: 'IN_SERVICE', siteId: world.organisation.siteId, siteName: 'Utrecht',
  userIds: world.organisation.agents.filter((agent) => agent.teamId === team.id).map((agent) => agent.id),
}));

export const sites = (world: World) => [{ ...common(world, world.organisation.siteId, 'Utrecht'), multimediaProfileId: world.organisation.multimediaProfileId, description: '' }];
