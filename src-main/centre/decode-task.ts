// Wire -> domain: a task out of the interaction that every task event carries (reference: Webex Contact Center, RoutingMessage).
import type { AssociatedDatum, Participant, Task, TaskPhase, WrapUpCause } from '../../src-shared/domain/task.ts';
import type { Interaction, TaskEvent, WxParticipant } from '../../src-shared/wxcc/index.ts';

/** When neither the event nor the interaction says how long an agent has to answer. */
const DEFAULT_RONA_MS = 30_000;

export interface TaskContext {
  /** The agent of this desk. */
  readonly selfId: string;
  readonly now: number;
  readonly previous: Task | undefined;
}

/** Null = the agent has no part in it (any more). */
export function decodeTask(event: TaskEvent, interaction: Interaction, context: TaskContext): Task | null {
  const phase = phaseOf(event, interaction, context);
  if (phase === null) return null;
  const { callProcessingDetails: processing, callAssociatedDetails: associated, participants } = interaction;
  const customer = Object.values(participants).find((participant) => roleOf(participant) === 'customer');
  return {
    taskId: event.interactionId,
    phase,
    customerName: firstOf(processing.customerName, associated.customerName, customer?.name),
    customerNumber: firstOf(processing.customerNumber, processing.displayAni, processing.ani, associated.ani),
    sourceNumber: firstOf(processing.sourceNumber, processing.dnis, associated.dn),
    queueId: firstOf(processing.QueueId, processing.vteamId, interaction.currentVTeam),
    queueName: firstOf(processing.virtualTeamName, associated.virtualTeamName, event.queueName),
    ownerId: interaction.owner,
    participants: Object.values(participants).map(decodeParticipant),
    createdAt: interaction.createdTimestamp > 0 ? interaction.createdTimestamp : context.now,
    associatedData: associatedData(interaction),
  };
}

const firstOf = (...texts: readonly (string | undefined)[]): string => texts.find((text) => text !== undefined && text !== '') ?? '';

const roleOf = ({ pType, type }: WxParticipant): Participant['role'] => {
  const word = (pType || type).toLowerCase();
  return word === 'agent' || word === 'customer' ? word : 'other';
};

const decodeParticipant = (wire: WxParticipant): Participant => ({
  id: wire.id, role: roleOf(wire), name: wire.name, hasJoined: wire.hasJoined, hasLeft: wire.hasLeft,
});

const associatedData = ({ callAssociatedData }: Interaction): AssociatedDatum[] =>
  Object.entries(callAssociatedData)
    .filter(([, datum]) => datum.agentViewable && !datum.isSecure)
    .map(([key, datum]) => ({ key, label: firstOf(datum.displayName, datum.name, key), value: datum.value, editable: datum.agentEditable }));

const wrapUpEvents: ReadonlySet<string> = new Set(['AgentWrapup', 'AgentVteamTransferred', 'AgentBlindTransferred']);

function phaseOf(event: TaskEvent, interaction: Interaction, context: TaskContext): TaskPhase | null {
  const { selfId } = context;
  const mine = interaction.participants[selfId];
  const pending = event.agentsPendingWrapUp.includes(selfId) || mine?.isWrapUp === true || wrapUpEvents.has(event.type);
  if (mine?.isWrappedUp === true) return null;
  if (pending) return { name: 'wrapUp', since: sinceOf('wrapUp', mine?.wrapUpTimestamp ?? null, event, context), cause: causeOf(event, interaction, context) };
  if (mine === undefined || mine.hasLeft) return null;
  if (!mine.hasJoined) return offerPhase(event, interaction, mine, context);
  const name = joinedAgents(interaction).length >= 2 ? 'conference' : 'connected';
  return { name, since: sinceOf(name, mine.joinTimestamp, event, context) };
}

function offerPhase(event: TaskEvent, interaction: Interaction, mine: WxParticipant, context: TaskContext): TaskPhase {
  const before = context.previous?.phase.name;
  const name = event.type === 'AgentContactReserved' && before !== 'offered' ? 'reserved' : 'offered';
  // A request is one wait for the customer: its time goes on from reserved to offered.
  const since = before === 'reserved' || before === 'offered' ? context.previous?.phase.since ?? context.now : sinceOf(name, mine.lastUpdated, event, context);
  if (name === 'reserved') return { name, since };
  const seconds = event.ronaTimeout ?? interaction.callProcessingDetails.ronaTimeout ?? 0;
  return { name, since, ronaTimeoutMs: seconds > 0 ? seconds * 1_000 : DEFAULT_RONA_MS };
}

/** Live events begin a phase when they arrive; after a reconnect the server's time says when it really began. */
function sinceOf(name: TaskPhase['name'], serverTime: number | null, event: TaskEvent, { previous, now }: TaskContext): number {
  if (previous?.phase.name === name) return previous.phase.since;
  if (event.type !== 'AgentContact' || serverTime === null || serverTime <= 0) return now;
  // A server clock that runs ahead must not give a timer that counts from the future.
  return Math.min(serverTime, now);
}

/** Agents who are in the main leg of the chat now. */
export function joinedAgents(interaction: Interaction): readonly WxParticipant[] {
  const { interactionId, media, participants } = interaction;
  const main = Object.values(media).find((leg) => leg.mType === 'mainCall') ?? media[interactionId];
  const inMain = (id: string): boolean => main === undefined || main.participants.length === 0 || main.participants.includes(id);
  return Object.values(participants).filter((one) => roleOf(one) === 'agent' && one.hasJoined && !one.hasLeft && !one.isWrapUp && inMain(one.id));
}

function causeOf(event: TaskEvent, interaction: Interaction, { previous, selfId }: TaskContext): WrapUpCause {
  if (previous?.phase.name === 'wrapUp') return previous.phase.cause;
  switch (event.type) {
    case 'AgentVteamTransferred':
    case 'AgentBlindTransferred':
      return 'transferred';
    case 'ParticipantLeftConference':
      return 'leftConference';
    case 'ContactEnded':
      return endedByCustomer(event, interaction) ? 'customerEnded' : 'ended';
    case 'AgentWrapup':
      return stillRuns(interaction, selfId) ? leftOrTransferred(interaction, selfId) : 'ended';
    default:
      if (stillRuns(interaction, selfId)) return leftOrTransferred(interaction, selfId);
      return endedByCustomer(event, interaction) ? 'customerEnded' : 'ended';
  }
}

/** The chat goes on without this agent: it has an owner, or waits for one. */
const stillRuns = (interaction: Interaction, selfId: string): boolean => !interaction.isTerminated && interaction.owner !== selfId;

const leftOrTransferred = (interaction: Interaction, selfId: string): WrapUpCause =>
  joinedAgents(interaction).some((agent) => agent.id !== selfId) ? 'leftConference' : 'transferred';

export function endedByCustomer(event: TaskEvent, interaction: Interaction | null): boolean {
  if (event.endedBy !== null) return event.endedBy.toLowerCase() === 'customer';
  const customer = Object.values(interaction?.participants ?? {}).find((one) => roleOf(one) === 'customer');
  return customer?.hasLeft === true || /customer/i.test(event.reason);
}
