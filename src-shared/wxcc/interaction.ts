// The whole interaction that every task event carries (Webex Contact Center, RoutingMessage payload), as far as a digital chat needs it.
import * as v from 'valibot';
import { bool, id, maybeNumber, maybeText, number, part, table, text } from './fields.ts';

export const participantSchema = v.object({
  id,
  /** `Agent`, `Customer`, `Supervisor`, `VVA` … */
  pType: text(40),
  type: text(40),
  name: text(200),
  hasJoined: bool(),
  hasLeft: bool(),
  isWrapUp: bool(),
  isWrappedUp: bool(),
  isOffered: bool(),
  isConsulted: bool(),
  /** ms since the epoch. */
  joinTimestamp: maybeNumber(),
  wrapUpTimestamp: maybeNumber(),
  /** When this participant's part last changed: of an offer, when it was made. */
  lastUpdated: maybeNumber(),
});
export type WxParticipant = v.InferOutput<typeof participantSchema>;

export const mediaSchema = v.object({
  mediaResourceId: text(200),
  mediaType: text(40),
  mediaMgr: text(40),
  /** `mainCall` or `consult`. */
  mType: text(40),
  participants: v.fallback(v.array(id), () => []),
  isHold: bool(),
});
export type WxMedia = v.InferOutput<typeof mediaSchema>;

/** One associated variable (CAD): shown beside the chat, some editable by the agent. */
export const associatedDatumSchema = v.object({
  name: text(100),
  displayName: text(200),
  value: text(2_000),
  type: text(40),
  agentEditable: bool(),
  agentViewable: bool(true),
  isSecure: bool(),
});
export type WxAssociatedDatum = v.InferOutput<typeof associatedDatumSchema>;

/** Customer, number, source number and queue of a digital task come from here. */
export const callProcessingDetailsSchema = v.object({
  QueueId: text(200),
  vteamId: text(200),
  virtualTeamName: text(200),
  customerName: text(500),
  customerNumber: text(500),
  sourceNumber: text(500),
  ani: text(500),
  displayAni: text(500),
  dnis: text(500),
  /** Seconds; arrives as text. */
  ronaTimeout: maybeNumber(),
  reason: text(500),
  reasonCode: text(100),
});

export const callAssociatedDetailsSchema = v.object({
  /** The conversation's id in the message system. */
  mediaResourceId: text(200),
  customerName: text(500),
  ani: text(500),
  dn: text(500),
  virtualTeamName: text(200),
  ronaTimeout: maybeNumber(),
});

export const interactionSchema = v.object({
  interactionId: id,
  mainInteractionId: text(200),
  orgId: text(200),
  /** `new`, `connected`, `conference`, `wrapUp` … */
  state: text(40),
  mediaType: text(40),
  mediaChannel: text(40),
  isFcManaged: bool(),
  isTerminated: bool(),
  /** ms since the epoch; 0 = not given. */
  createdTimestamp: number(0),
  currentVTeam: text(200),
  previousVTeams: v.fallback(v.array(v.unknown()), () => []),
  /** The agent who owns the contact; null while none does. */
  owner: maybeText(200),
  contactDirection: part(v.object({ type: text(40) })),
  participants: table(participantSchema),
  media: table(mediaSchema),
  callProcessingDetails: part(callProcessingDetailsSchema),
  callAssociatedDetails: part(callAssociatedDetailsSchema),
  callAssociatedData: table(associatedDatumSchema),
});
export type Interaction = v.InferOutput<typeof interactionSchema>;

const AMB_CHANNELS = new Set(['applemessages', 'apple_business_chat', 'applebusinesschat']);

/** Apple Messages for Business: `social` + `appleMessages`; the reference product spells it in several cases. */
export const isAppleMessages = (interaction: Pick<Interaction, 'mediaType' | 'mediaChannel'>): boolean =>
  interaction.mediaType.toLowerCase() === 'social' && AMB_CHANNELS.has(interaction.mediaChannel.toLowerCase());
