// What the desk knows of a contact centre: domain events in, commands out. `centre` implements it over the wire protocol.
import type { AgentProfile, AgentStatus, ChosenStatus, Station } from '../../src-shared/domain/agent.ts';
import type { CustomerRecord } from '../../src-shared/domain/customer.ts';
import type { ColleagueEntry, Destination, QueueEntry } from '../../src-shared/domain/directory.ts';
import type { Failure } from '../../src-shared/domain/failure.ts';
import type { AppendFailureReason, Message } from '../../src-shared/domain/message.ts';
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { Task, TaskId } from '../../src-shared/domain/task.ts';
import type { Template } from '../../src-shared/domain/template.ts';
import type { Workflow, WorkflowValue } from '../../src-shared/domain/workflow.ts';

/** `lost`: a live connection is gone and is being tried again, for ever. Times are ms since the epoch. */
export type CentreConnection =
  | { readonly state: 'offline' }
  | { readonly state: 'connecting'; readonly attempt: number }
  | { readonly state: 'live'; readonly syncedAt: number }
  | { readonly state: 'lost'; readonly since: number; readonly attempt: number; readonly nextTryAt: number | null };

/** Why a task is not this agent's any more. */
export type TaskRemoval =
  | 'rona' // not answered in time
  | 'withdrawn' // the offer was taken back (customer gone, another agent, invite failed)
  | 'wrappedUp'
  | 'transferred' // left without wrap-up
  | 'gone'; // not in the server's list after a reconnect

/** Why an offer was taken back, where the contact centre says. */
export type WithdrawnWhy = 'customerLeft' | 'assetRemoved';

/** Things said about a task that change no phase: the conversation shows a line or a warning. */
export type TaskNotice =
  | { readonly type: 'joined'; readonly agentId: string; readonly name: string }
  | { readonly type: 'left'; readonly agentId: string; readonly name: string }
  | { readonly type: 'ended'; readonly byCustomer: boolean }
  /** `ofTransfer`: the chat had been handed over and ends with the request; otherwise an invitation, and the chat goes on. */
  | { readonly type: 'notAccepted'; readonly destinationName: string; readonly ofTransfer: boolean }
  /** `assetName` null = the contact centre does not say which. */
  | { readonly type: 'assetRemoved'; readonly assetName: string | null };

export type CentreEvent =
  | { readonly type: 'connection'; readonly connection: CentreConnection }
  /** The configuration was read. Comes before `loggedIn` or `loginNeeded`, again after each reconnect if it changed. */
  | { readonly type: 'profile'; readonly profile: AgentProfile }
  | { readonly type: 'policy'; readonly policy: Policy }
  /** The contact centre does not know this agent as logged in: a team has to be chosen. */
  | { readonly type: 'loginNeeded' }
  | { readonly type: 'loggedIn'; readonly station: Station; readonly status: AgentStatus }
  /** The server's whole list of open tasks, after each (re)connect: the truth. */
  | { readonly type: 'hydrated'; readonly tasks: readonly Task[] }
  | { readonly type: 'status'; readonly status: AgentStatus; readonly changedBy: string | null }
  | { readonly type: 'task'; readonly task: Task }
  | { readonly type: 'taskRemoved'; readonly taskId: TaskId; readonly removal: TaskRemoval; readonly why?: WithdrawnWhy }
  | { readonly type: 'taskNotice'; readonly taskId: TaskId; readonly notice: TaskNotice }
  /** In `seq` order, without gap or duplicate, continuing what was given before. `hasEarlier`: of the first batch of a task only. */
  | { readonly type: 'messages'; readonly taskId: TaskId; readonly messages: readonly Message[]; readonly hasEarlier: boolean | null }
  | { readonly type: 'appendFailed'; readonly taskId: TaskId; readonly aliasId: string; readonly reason: AppendFailureReason; readonly retryable: boolean }
  | { readonly type: 'typing'; readonly taskId: TaskId; readonly active: boolean }
  | { readonly type: 'workflowFinished'; readonly taskId: TaskId; readonly end: WorkflowEnd }
  /** The end of the session; nothing is tried again until `start`. */
  | { readonly type: 'stopped'; readonly reason: StopReason };

/** How a workflow ended. `runId` '' = the contact centre does not say which run; `message` is the workflow's own words, maybe ''. */
export interface WorkflowEnd {
  readonly workflowId: string;
  readonly runId: string;
  readonly outcome: 'succeeded' | 'failed';
  readonly message: string;
}

export type StopReason =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'signedOutBy'; readonly name: string }
  | { readonly kind: 'signedInElsewhere' }
  | { readonly kind: 'tokenRefused' }
  /** The first connection of a sign-in failed for good (wrong address, not a contact centre). */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A truthful end for every command. `unknown`: no answer in 20 s or the connection went; the server's state decides. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly failure: Failure } | { readonly kind: 'unknown' };

export type SendOutcome =
  | { readonly kind: 'appended'; readonly seq: number | null }
  | { readonly kind: 'refused'; readonly reason: AppendFailureReason; readonly retryable: boolean }
  /** Not known whether it arrived: send it again with the same `aliasId`. */
  | { readonly kind: 'unknown' };

export interface OutboundMessage {
  readonly aliasId: string;
  readonly content: Outbound;
  /** ms since the epoch: what is offered must lie after it. A repeat of a send without answer says when it was first sent. */
  readonly asOf: number;
}

/** A file of a message as it comes in. `size` null = not said. Reading rejects when the rest could not be had. */
export interface Download {
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A file to be sent: its bytes are read in pieces, as often as the connection asks for them. */
export interface UploadSource {
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

export interface UploadCourse {
  /** Where an earlier attempt had begun; null = begin. */
  readonly address: string | null;
  readonly signal: AbortSignal;
  /** The upload has an address: a later attempt goes on there. */
  readonly onAddress: (address: string) => void;
  /** Bytes the contact centre has. */
  readonly onProgress: (sent: number) => void;
}

export type UploadOutcome =
  | { readonly kind: 'done'; readonly url: string }
  | { readonly kind: 'refused'; readonly why: 'notAllowed' | 'tooLarge' | 'rejected' }
  /** Not whole yet: go on with the same address. */
  | { readonly kind: 'unknown' };

/**
 * Where and as whom. `token` is asked for at each (re)connect and refreshed by its owner; null = sign in again; a rejection (no network)
 * is tried again. `refused` is the token the contact centre has just answered with 401: another one is wanted.
 */
export interface CentreCredentials {
  readonly baseUrl: string;
  readonly token: (refused?: string) => Promise<string | null>;
}

export interface ContactCentre {
  /** Every event in the order it became true. Answers the function that stops listening. */
  readonly listen: (listener: (event: CentreEvent) => void) => () => void;

  /** Begins a session and keeps it for ever; its course arrives as events. */
  readonly start: (credentials: CentreCredentials) => void;
  /** Ends the session without logging out (the window closed, another agent signs in). */
  readonly stop: () => void;
  /** Try now: the computer woke, was unlocked, or changed network, or the agent asked. */
  readonly wake: () => void;
  readonly login: (station: Station) => Promise<Outcome>;
  readonly logout: (reason: string) => Promise<Outcome>;

  readonly setStatus: (status: ChosenStatus) => Promise<Outcome>;
  readonly accept: (taskId: TaskId) => Promise<Outcome>;
  readonly end: (taskId: TaskId) => Promise<Outcome>;
  readonly wrapUp: (taskId: TaskId, auxCodeId: string, reason: string) => Promise<Outcome>;
  readonly transfer: (taskId: TaskId, destination: Destination) => Promise<Outcome>;
  readonly conference: (taskId: TaskId, destination: Destination) => Promise<Outcome>;
  readonly exitConference: (taskId: TaskId) => Promise<Outcome>;

  /** Sets variables of the task: at most 30, keys to 200 bytes, values to 1,024 (OpenAPI, `PATCH /v1/tasks/{id}`). */
  readonly annotate: (taskId: TaskId, attributes: Readonly<Record<string, string>>) => Promise<Outcome>;

  readonly send: (taskId: TaskId, message: OutboundMessage) => Promise<SendOutcome>;
  readonly typing: (taskId: TaskId, active: boolean) => void;
  /** Brings a file to the contact centre, resumable; its address goes into a message. */
  readonly upload: (taskId: TaskId, source: UploadSource, course: UploadCourse) => Promise<UploadOutcome>;
  /** Takes an upload back that no message will need. */
  readonly discardUpload: (address: string) => void;
  /** Fetches a file of a message; from the contact centre's own address alone. */
  readonly download: (address: string, signal: AbortSignal) => Promise<Result<Download>>;
  /** Messages before `beforeSeq`, oldest first, at most `limit` (<= 200). */
  readonly earlier: (taskId: TaskId, beforeSeq: number, limit: number) => Promise<Result<{ readonly messages: readonly Message[]; readonly hasEarlier: boolean }>>;
  /** The library of message templates; those that cannot be read are left out. */
  readonly templates: () => Promise<Result<readonly Template[]>>;
  /** The newest messages of any chat this agent may read, an earlier one of the same customer too; oldest first. */
  readonly newest: (taskId: TaskId) => Promise<Result<{ readonly messages: readonly Message[]; readonly hasEarlier: boolean }>>;
  /** What the business knows of the customer of an open chat. */
  readonly customer: (taskId: TaskId) => Promise<Result<CustomerRecord<string>>>;
  /** The workflows policy allows this agent. */
  readonly workflows: () => Promise<Result<readonly Workflow[]>>;
  /** Starts a workflow; its end is an event. */
  readonly runWorkflow: (taskId: TaskId, workflowId: string, attributes: Readonly<Record<string, WorkflowValue>>) => Promise<Result<{ readonly runId: string }>>;
  readonly directory: () => Promise<Result<{ readonly queues: readonly QueueEntry[]; readonly agents: readonly ColleagueEntry[] }>>;
}
