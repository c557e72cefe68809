// The agent: status, station, profile. Times are milliseconds since the epoch.

/** RONA is only ever pushed by the contact centre; it is left by choosing Available (or an idle code). */
export type AgentStatus =
  | { readonly kind: 'available'; readonly since: number }
  | { readonly kind: 'idle'; readonly auxCodeId: string; readonly since: number }
  | { readonly kind: 'rona'; readonly since: number };

export type ChosenStatus = { readonly kind: 'available' } | { readonly kind: 'idle'; readonly auxCodeId: string };

/** The id the contact centre gives Available (protocol: `auxCodeId: "0"`). */
export const AVAILABLE_AUX_CODE = '0';

export interface AuxiliaryCode {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
}

export interface Team {
  readonly id: string;
  readonly name: string;
}

export interface Station {
  readonly teamId: string;
  readonly dialNumber: string;
}

export const channelNames = ['social', 'chat', 'email', 'telephony'] as const;
export type ChannelCapacity = Readonly<Record<(typeof channelNames)[number], number>>;

/** What the configuration resources say of this agent. */
export interface AgentProfile {
  readonly agentId: string;
  readonly name: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly teams: readonly Team[];
  readonly defaultDialNumber: string;
  readonly idleCodes: readonly AuxiliaryCode[];
  readonly wrapUpCodes: readonly AuxiliaryCode[];
  /** How many AMB chats at once (multimedia profile, `social`), 0-5 or more. */
  readonly capacity: number;
  /** Places of every channel of the multimedia profile. */
  readonly channels: ChannelCapacity;
  readonly agentProfileId: string;
}
