// What the contact centre knows: agents, tasks, offers, messages. Only the functions of `model/` change it.
import type { WxPolicy } from '../../src-shared/wxcc/policy.ts';
import type { AssetEntry, Organisation } from '../organisation/organisation.ts';
import type { SettingsPatch } from '../organisation/scenario.ts';
import type { Cancel, Clock } from '../time/clock.ts';
import type { Random } from '../time/random.ts';
import type { Ledger } from './ledger.ts';
import type { OfferVia, StoredMessage } from './records.ts';

export type Settings = { readonly [K in keyof SettingsPatch]-?: Exclude<SettingsPatch[K], undefined> };

/** How a simulated colleague meets a request. */
export interface ColleagueHabit {
  readonly answer: 'accept' | 'ignore' | 'reject';
  readonly afterMs: number;
}

export type SubStatus = 'Available' | 'Idle' | 'RONA';

export interface Session {
  readonly sessionId: string;
  readonly teamId: string;
  readonly dialNumber: string;
  readonly deviceType: string;
}

export interface Agent {
  readonly id: string;
  readonly name: string;
  /** null = logged out. */
  session: Session | null;
  subStatus: SubStatus;
  auxCodeId: string;
  stateSince: number;
  idleCodeSince: number;
  stateReason: string;
  /** Order of longest available: since when nothing was routed to this agent. */
  freeSince: number;
  /** False from the first sign-in of a real client until a reset. */
  simulated: boolean;
  habit: ColleagueHabit;
}

/** An agent's part in a task. */
export type Involvement = 'offered' | 'joined' | 'wrapUp' | 'wrappedUp' | 'left';

export interface Party {
  readonly agentId: string;
  involvement: Involvement;
  /** When `involvement` last changed. */
  since: number;
  joinedAt: number | null;
}


export interface Offer {
  readonly offerId: string;
  readonly taskId: string;
  readonly agentId: string;
  readonly via: OfferVia;
  /** Who asked: the transferring or inviting agent; null from a queue. */
  readonly fromAgentId: string | null;
  readonly at: number;
  readonly ronaTimeoutMs: number;
  stopTimers: Cancel;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** The customer deleted the thread; opens again when they write. */
  left: boolean;
  /** From the newest inbound message; null = no list was ever sent. */
  capabilityList: string | null;
}

export interface Variable {
  readonly name: string;
  readonly displayName: string;
  value: string;
  readonly agentEditable: boolean;
  readonly agentViewable: boolean;
}

/** `ended`: agents still wrap up; `closed`: nobody does. */
export type Stage = 'queued' | 'offered' | 'connected' | 'ended' | 'closed';

export interface Task {
  readonly id: string;
  readonly createdAt: number;
  readonly customer: Customer;
  readonly assetId: string;
  stage: Stage;
  endedBy: 'agent' | 'customer' | 'system' | null;
  queueId: string;
  queuedAt: number;
  /** Came back unanswered: before every other chat of the queue. */
  firstInLine: boolean;
  ownerId: string | null;
  assetRemoved: boolean;
  readonly parties: Map<string, Party>;
  /** Open offers by agent. */
  readonly offers: Map<string, Offer>;
  readonly messages: StoredMessage[];
  readonly byAlias: Map<string, StoredMessage>;
  readonly variables: Map<string, Variable>;
  /** Sends that a test asked to be refused, oldest first. */
  readonly refusals: { readonly reason: string; readonly retryable: boolean }[];
  lastUpdatedAt: number;
}

export interface Asset extends AssetEntry {
  removed: boolean;
}

/** One frame for one agent's sockets. */
export interface Outgoing {
  readonly agentId: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly type?: string };
}

/** What simulated people and the webhook react to. */
export type Happening =
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'assigned'; readonly task: Task; readonly agentId: string; readonly via: OfferVia }
  | { readonly kind: 'appended'; readonly task: Task; readonly message: StoredMessage }
  | { readonly kind: 'ended'; readonly task: Task }
  | { readonly kind: 'agentChanged'; readonly agent: Agent };

export interface World {
  readonly organisation: Organisation;
  readonly clock: Clock;
  readonly random: Random;
  /** Of their own, so that a task's id depends on nothing but how many came before it. */
  readonly taskIds: Random;
  readonly ledger: Ledger;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly tasks: Map<string, Task>;
  settings: Settings;
  policy: WxPolicy;
  readonly send: (frame: Outgoing) => void;
  readonly happened: (happening: Happening) => void;
  /** A timer after which routing is looked at again. */
  readonly after: (ms: number, action: () => void) => Cancel;
}
