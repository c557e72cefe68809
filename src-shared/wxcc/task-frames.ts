// Frames about a task (outer type `RoutingMessage`): its course and the refusals of commands.
import * as v from 'valibot';
import { bool, id, maybe, maybeNumber, maybeText, number, text } from './fields.ts';
import { interactionSchema } from './interaction.ts';

export const taskEventTypes = [
  'AgentContactReserved', 'AgentOfferContact', 'AgentContactAssigned', 'AgentOfferContactRona', 'AgentInviteFailed',
  'AgentContact', 'AgentContactUnassigned', 'ContactEnded', 'ContactUpdated', 'ContactOwnerChanged', 'ContactCleanup',
  'AgentWrapup', 'AgentWrappedUp', 'AgentVteamTransferred', 'AgentBlindTransferred',
  'AgentConsultConferencing', 'AgentConsultConferenced', 'ParticipantJoinedConference', 'ParticipantLeftConference',
] as const;
export type TaskEventType = (typeof taskEventTypes)[number];

export const taskFailureTypes = [
  'AgentContactAssignFailed', 'AgentContactEndFailed', 'AgentWrapupFailed', 'AgentVteamTransferFailed', 'AgentBlindTransferFailed',
  'AgentConsultConferenceFailed', 'ParticipantLeftConferenceFailed', 'ContactUpdateFailed',
] as const;
export type TaskFailureType = (typeof taskFailureTypes)[number];

export const taskEventSchema = v.object({
  type: v.picklist(taskEventTypes),
  interactionId: id,
  agentId: text(200),
  destAgentId: text(200),
  owner: maybeText(200),
  queueName: text(200),
  /** Seconds the agent has to accept. */
  ronaTimeout: maybeNumber(),
  isConferencing: bool(),
  agentsPendingWrapUp: v.fallback(v.array(id), () => []),
  /** Whom a participant event is about. */
  participantId: maybeText(200),
  participantName: maybeText(200),
  /** Who caused it: `agent`, `customer`, `system`; where the server says. */
  endedBy: maybeText(40),
  reason: text(500),
  reasonCode: number(0),
  wrapUpAuxCodeId: maybeText(200),
  /** ms since the epoch. */
  eventTime: maybeNumber(),
  /** The whole interaction; null when the server left it out or sent nonsense. */
  interaction: maybe(interactionSchema),
});
export type TaskEvent = v.InferOutput<typeof taskEventSchema>;

export const taskFailureSchema = v.object({
  type: v.picklist(taskFailureTypes),
  interactionId: id,
  agentId: text(200),
  destAgentId: text(200),
  reason: text(200),
  reasonCode: number(0),
});
export type TaskFailure = v.InferOutput<typeof taskFailureSchema>;
