// The payloads of task frames: every event carries the whole interaction, as seen by the agent it goes to.
import type { Offer, Party, Task, World } from './types.ts';

export const joinedParties = (task: Task): Party[] => [...task.parties.values()].filter((party) => party.involvement === 'joined');
export const pendingWrapUp = (task: Task): string[] =>
  [...task.parties.values()].filter((party) => party.involvement === 'wrapUp').map((party) => party.agentId);

export const queueName = (world: World, queueId: string): string =>
  world.organisation.queues.find((queue) => queue.id === queueId)?.name ?? '';

/** Sends a task event of the reference protocol to one agent. */
export function sendTaskEvent(world: World, agentId: string, task: Task, type: string, extra: Readonly<Record<string, unknown>> = {}): void {
  const offer = task.offers.get(agentId);
  world.send({
    agentId,
    type: 'RoutingMessage',
    data: {
      eventType: 'RoutingMessage',
      eventTime: world.clock.now(),
      type,
      agentId,
      destAgentId: '',
      orgId: world.organisation.id,
      trackingId: world.random.uuid(),
      interactionId: task.id,
      mediaResourceId: task.id,
      consultMediaResourceId: null,
      owner: task.ownerId,
      queueMgr: 'aqm',
      queueName: queueName(world, task.queueId),
      ronaTimeout: Math.ceil((offer?.ronaTimeoutMs ?? world.settings.ronaTimeoutMs) / 1_000),
      isConferencing: joinedParties(task).length > 1,
      agentsPendingWrapUp: pendingWrapUp(task),
      interaction: interactionOf(world, task, agentId),
      ...extra,
    },
  });
}

/** Sends one of the documented `…Failed` events. */
export function sendTaskFailure(world: World, agentId: string, taskId: string, type: string, reason: string): void {
  world.send({
    agentId,
    type: 'RoutingMessage',
    data: {
      eventType: 'RoutingMessage', type, agentId, orgId: world.organisation.id, trackingId: world.random.uuid(), interactionId: taskId,
      reason, reasonCode: 1_000,
    },
  });
}

/** Sends a content frame to every agent who is in the chat. */
export function sendToJoined(world: World, task: Task, data: Readonly<Record<string, unknown>> & { readonly type: string }): void {
  for (const party of joinedParties(task)) world.send({ agentId: party.agentId, type: 'TaskMessage', data });
}

const stateFor = (task: Task, viewer: Party | undefined): string => {
  if (viewer?.involvement === 'wrapUp') return 'wrapUp';
  switch (task.stage) {
    case 'queued':
    case 'offered': return 'new';
    case 'connected': return viewer?.involvement === 'offered' ? 'new' : joinedParties(task).length > 1 ? 'conference' : 'connected';
    case 'ended':
    case 'closed': return 'wrapUp';
  }
};

const agentParticipant = (world: World, party: Party) => ({
  id: party.agentId,
  pType: 'Agent',
  type: 'Agent',
  name: world.agents.get(party.agentId)?.name ?? '',
  hasJoined: party.joinedAt !== null,
  hasLeft: party.involvement === 'wrapUp' || party.involvement === 'wrappedUp' || party.involvement === 'left',
  isOffered: party.involvement === 'offered',
  isWrapUp: party.involvement === 'wrapUp',
  isWrappedUp: party.involvement === 'wrappedUp',
  isConsulted: false,
  isInPredial: false,
  autoAnswerEnabled: false,
  joinTimestamp: party.joinedAt,
  wrapUpTimestamp: party.involvement === 'wrapUp' ? party.since : null,
  lastUpdated: party.since,
});

/** The interaction as task events carry it. */
export function interactionOf(world: World, task: Task, viewerId: string) {
  const joined = joinedParties(task);
  const { customer } = task;
  const queue = queueName(world, task.queueId);
  const ronaTimeout = String(Math.ceil(world.settings.ronaTimeoutMs / 1_000));
  const present = joined.length > 0 ? joined.map((party) => party.agentId) : [...task.offers.values()].map((offer: Offer) => offer.agentId);
  return {
    interactionId: task.id,
    mainInteractionId: task.id,
    orgId: world.organisation.id,
    state: stateFor(task, task.parties.get(viewerId)),
    mediaType: 'social',
    mediaChannel: 'appleMessages',
    isFcManaged: false,
    isTerminated: task.stage === 'ended' || task.stage === 'closed',
    createdTimestamp: task.createdAt,
    previousVTeams: [],
    currentVTeam: task.queueId,
    owner: task.ownerId,
    contactDirection: { type: 'INBOUND' },
    outboundType: null,
    participants: {
      ...Object.fromEntries([...task.parties.values()].map((party) => [party.agentId, agentParticipant(world, party)])),
      [customer.id]: { id: customer.id, pType: 'Customer', type: 'Customer', name: customer.name, hasJoined: true, hasLeft: customer.left },
    },
    media: {
      [task.id]: {
        mediaResourceId: task.id, mediaType: 'social', mediaMgr: 'digitalmm', mType: 'mainCall', participants: [customer.id, ...present],
        isHold: false, holdTimestamp: null,
      },
    },
    callProcessingDetails: {
      QMgrName: 'aqm', taskToBeSelfServiced: 'false', ani: customer.number, displayAni: customer.number, dnis: world.organisation.businessNumber,
      tenantId: '1', QueueId: task.queueId, vteamId: task.queueId, virtualTeamName: queue, customerName: customer.name,
      customerNumber: customer.number, sourceNumber: world.organisation.businessNumber, sourcePage: '', appUser: customer.id, ronaTimeout,
      category: '', reason: '', reasonCode: '', IvrPath: '', pathId: '', fromAddress: '',
    },
    callAssociatedDetails: {
      mediaResourceId: task.id, ani: customer.number, dn: world.organisation.businessNumber, customerName: customer.name, virtualTeamName: queue, ronaTimeout,
    },
    callAssociatedData: Object.fromEntries(
      [...task.variables.values()].map((variable) => [
        variable.name,
        { ...variable, type: 'STRING', isSecure: false, secureKeyId: '', secureKeyVersion: 0 },
      ]),
    ),
    callFlowParams: {},
  };
}

/** The business account behind a chat is gone: only `end` is accepted from now on. */
export function sendAssetRemoved(world: World, agentId: string, task: Task): void {
  const assetName = world.assets.get(task.assetId)?.name ?? '';
  world.send({ agentId, type: 'TaskMessage', data: { type: 'task:asset-removed', interactionId: task.id, assetId: task.assetId, assetName } });
}
