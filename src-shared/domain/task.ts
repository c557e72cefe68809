// A task: one Apple Messages for Business chat as routed to an agent. Phases follow the contact centre's events.

export type TaskId = string;

export type WrapUpCause = 'ended' | 'customerEnded' | 'transferred' | 'leftConference';

/** `since` is when the phase began, ms since the epoch; of an offer: when the request reached this agent. */
export type TaskPhase =
  | { readonly name: 'reserved'; readonly since: number }
  | { readonly name: 'offered'; readonly since: number; readonly ronaTimeoutMs: number }
  | { readonly name: 'connected'; readonly since: number }
  | { readonly name: 'conference'; readonly since: number }
  | { readonly name: 'wrapUp'; readonly since: number; readonly cause: WrapUpCause };

export type PhaseName = TaskPhase['name'];

export interface Participant {
  readonly id: string;
  readonly role: 'agent' | 'customer' | 'other';
  readonly name: string;
  readonly hasJoined: boolean;
  readonly hasLeft: boolean;
}

export interface AssociatedDatum {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly editable: boolean;
}

/** Raw: lives in main only. What the renderer sees of a task is the masked `TaskView`. */
export interface Task {
  readonly taskId: TaskId;
  readonly phase: TaskPhase;
  readonly customerName: string;
  readonly customerNumber: string;
  readonly sourceNumber: string;
  readonly queueId: string;
  readonly queueName: string;
  readonly ownerId: string | null;
  readonly participants: readonly Participant[];
  readonly createdAt: number;
  readonly associatedData: readonly AssociatedDatum[];
}

export const isOffer = (phase: TaskPhase): boolean => phase.name === 'reserved' || phase.name === 'offered';
export const isConversation = (phase: TaskPhase): boolean => phase.name === 'connected' || phase.name === 'conference';
