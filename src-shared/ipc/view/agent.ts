// The agent, and what the contact centre offers an agent: colleagues, queues, workflows.
import type { AuxiliaryCode, ChannelCapacity } from '../../domain/agent.ts';
import type { ColleagueEntry, QueueEntry } from '../../domain/directory.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Workflow } from '../../domain/workflow.ts';

export type StatusView =
  | { readonly kind: 'available'; readonly since: number }
  | { readonly kind: 'idle'; readonly auxCodeId: string; readonly name: string; readonly since: number }
  | { readonly kind: 'rona'; readonly since: number };

export interface AgentView {
  readonly agentId: string;
  readonly name: string;
  readonly initials: string;
  readonly orgName: string;
  readonly teamName: string;
  readonly status: StatusView;
  /** Name of the supervisor who set the status, when it was not the agent. */
  readonly changedBy: string | null;
  /** A status command is on its way. */
  readonly statusBusy: boolean;
  readonly idleCodes: readonly AuxiliaryCode[];
  readonly wrapUpCodes: readonly AuxiliaryCode[];
  readonly capacity: number;
  /** Places per channel; `capacity` is that of Apple Messages. */
  readonly channels: ChannelCapacity;
}

export interface DirectoryView {
  readonly queues: readonly QueueEntry[];
  readonly agents: readonly ColleagueEntry[];
  readonly updatedAt: number | null;
  readonly loading: boolean;
  readonly failure: Failure | null;
}

/** What the contact centre lets this agent trigger, as last read. */
export interface WorkflowsView {
  readonly list: readonly Workflow[];
  readonly loading: boolean;
  readonly failure: Failure | null;
}
