// What can happen in a run: the agent, the customers, the contact centre, the network and the computer, as plain data that
// can be written down, replayed and shrunk. `pick` chooses among what is there when its turn comes.

export const killPoints = [
  'beforeSave', 'duringSave', 'afterSave', 'beforePost', 'posted', 'answered', 'afterAnswer',
] as const;
/** Where in a send main is killed: around the write to disk, around the request, and around its answer. */
export type KillPoint = (typeof killPoints)[number];

export type AgentAction =
  | { readonly do: 'available' }
  | { readonly do: 'idle'; readonly pick: number }
  | { readonly do: 'accept'; readonly pick: number }
  | { readonly do: 'open'; readonly pick: number }
  | { readonly do: 'type'; readonly pick: number }
  | { readonly do: 'send'; readonly pick: number; readonly count: number }
  | { readonly do: 'takeBack' | 'retry'; readonly pick: number }
  | { readonly do: 'end' | 'wrapUp' | 'draftWrapUp' | 'transfer'; readonly pick: number };

export type WorldAction =
  | { readonly do: 'customerOpens' }
  | { readonly do: 'customerSays'; readonly pick: number; readonly count: number }
  | { readonly do: 'customerLeaves' | 'customerEnds'; readonly pick: number }
  | { readonly do: 'assetRemoved' }
  | { readonly do: 'supervisor'; readonly to: 'Available' | 'Idle' };

export type NetworkFault =
  /** An orderly close, a reset, a close of which one half comes late. */
  | { readonly do: 'close' | 'reset' }
  | { readonly do: 'slowClose'; readonly ms: number }
  /** Bytes are swallowed, without a word, on the lines that are open; with `ms`, also on new ones for so long. */
  | { readonly do: 'halfOpen'; readonly way: 'both' | 'up' | 'down'; readonly ms: number }
  | { readonly do: 'delay'; readonly ms: number; readonly jitter: number; readonly lasts: number }
  /** The contact centre goes down and comes back with its state. */
  | { readonly do: 'restart'; readonly ms: number };

export type CentreFault =
  | { readonly do: 'duplicateFrames' | 'reorderFrames' | 'garbageFrames'; readonly count: number }
  | { readonly do: 'delayFrames'; readonly count: number; readonly ms: number }
  | { readonly do: 'refuseSocket'; readonly count: number }
  | { readonly do: 'refuseRequests'; readonly status: number; readonly count: number; readonly path: string }
  | { readonly do: 'loseAnswers' | 'loseRequests' | 'duplicateRequests' | 'garbageAnswers' | 'reorderRequests'; readonly count: number; readonly path: string }
  | { readonly do: 'hangRequests'; readonly count: number; readonly path: string; readonly ms: number }
  | { readonly do: 'refuseMessage'; readonly pick: number; readonly reason: 'rejected' | 'rateLimited' | 'internal'; readonly retryable: boolean }
  /** Every token given so far is worthless from now on. */
  | { readonly do: 'expireToken' };

export type ComputerFault =
  | { readonly do: 'suspend'; readonly ms: number }
  | { readonly do: 'wake' }
  | { readonly do: 'reloadWindow' }
  | { readonly do: 'killMain'; readonly downFor: number }
  | { readonly do: 'killMainAt'; readonly point: KillPoint; readonly pick: number; readonly downFor: number };

export type Fault = NetworkFault | CentreFault | ComputerFault;
export type Action = AgentAction | WorldAction | Fault;

/** `after`: ms of product time since the step before. */
export type Step = { readonly after: number } & Action;
export type Schedule = readonly Step[];
