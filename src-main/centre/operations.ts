// Every command as data: its request, the notification that answers it, and how the server's state shows that it happened.
// Matching is by outer type, `data.type` and `interactionId`, as the reference protocol pairs them.
import { AVAILABLE_AUX_CODE, type AgentStatus, type ChosenStatus, type Station } from '../../src-shared/domain/agent.ts';
import type { Destination } from '../../src-shared/domain/directory.ts';
import { isConversation, isOffer, type Task, type TaskId } from '../../src-shared/domain/task.ts';
import type { DestinationRequest, Frame, LoginRequest, LogoutRequest, StateRequest, WrapUpRequest } from '../../src-shared/wxcc/index.ts';
import { decodeStatus, sameStatus } from './decode-agent.ts';
import type { HttpRequest } from './http.ts';
import type { CentreCommand } from './refusals.ts';

/** The server's state after a reconnect. */
export interface KnownState {
  readonly tasks: ReadonlyMap<TaskId, Task>;
  readonly status: AgentStatus | null;
  readonly loggedIn: boolean;
}

export type Verdict = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: string };

export interface Operation {
  readonly command: CentreCommand;
  /** Two pending operations with the same key are one. */
  readonly key: string;
  readonly request: HttpRequest;
  /** What a notification says of this operation; null = nothing. */
  readonly verdict: (frame: Frame) => Verdict | null;
  /** The state shows that it happened, whatever became of the answer. */
  readonly happened: (state: KnownState) => boolean;
}

const DONE: Verdict = { kind: 'done' };
/** The contact centre's limit for a wrap-up reason, characters. */
const MAX_WRAP_UP_REASON = 128;

interface TaskAnswers {
  readonly done: readonly string[];
  readonly refused: readonly string[];
}

function taskOperation(command: CentreCommand, taskId: TaskId, path: string, body: unknown, answers: TaskAnswers, happened: (task: Task | undefined) => boolean): Operation {
  return {
    command,
    key: `${command} ${taskId} ${JSON.stringify(body)}`,
    request: { method: 'POST', path: `/v1/tasks/${encodeURIComponent(taskId)}/${path}`, body },
    verdict: ({ type, data }) => {
      if (type !== 'RoutingMessage' || !('interactionId' in data) || data.interactionId !== taskId) return null;
      if (answers.done.includes(data.type)) return DONE;
      return answers.refused.includes(data.type) ? { kind: 'refused', reason: 'reason' in data ? data.reason : '' } : null;
    },
    happened: ({ tasks }) => happened(tasks.get(taskId)),
  };
}

const leftChat = (task: Task | undefined): boolean => task === undefined || task.phase.name === 'wrapUp';

export const acceptOperation = (taskId: TaskId): Operation =>
  taskOperation('accept', taskId, 'accept', {}, {
    done: ['AgentContactAssigned'],
    refused: ['AgentContactAssignFailed', 'AgentOfferContactRona', 'AgentInviteFailed', 'ContactEnded'],
  }, (task) => task !== undefined && !isOffer(task.phase));

export const endOperation = (taskId: TaskId): Operation =>
  // A customer who ends it in the same moment has done what was asked.
  taskOperation('end', taskId, 'end', {}, { done: ['AgentWrapup', 'ContactEnded'], refused: ['AgentContactEndFailed'] }, leftChat);

export const wrapUpOperation = (taskId: TaskId, auxCodeId: string, reason: string): Operation => {
  const body: WrapUpRequest = { auxCodeId, wrapUpReason: reason.slice(0, MAX_WRAP_UP_REASON) };
  return taskOperation('wrapUp', taskId, 'wrapup', body, { done: ['AgentWrappedUp'], refused: ['AgentWrapupFailed'] }, (task) => task === undefined);
};

const destinationBody = ({ type, id }: Destination): DestinationRequest => ({ to: id, destinationType: type });

export const transferOperation = (taskId: TaskId, destination: Destination): Operation =>
  taskOperation('transfer', taskId, 'transfer', destinationBody(destination), {
    done: ['AgentVteamTransferred', 'AgentBlindTransferred'],
    refused: ['AgentVteamTransferFailed', 'AgentBlindTransferFailed'],
  }, leftChat);

export const conferenceOperation = (taskId: TaskId, destination: Destination): Operation =>
  taskOperation('conference', taskId, 'consult/conference', destinationBody(destination), {
    done: ['AgentConsultConferencing', 'AgentConsultConferenced'],
    refused: ['AgentConsultConferenceFailed'],
  }, (task) => task !== undefined && isConversation(task.phase) && task.participants.some(({ id, hasJoined, hasLeft }) => id === destination.id && hasJoined && !hasLeft));

export const exitConferenceOperation = (taskId: TaskId, selfId: string): Operation => {
  const operation = taskOperation('exitConference', taskId, 'conference/exit', {}, {
    done: ['ParticipantLeftConference', 'AgentWrapup'],
    refused: ['ParticipantLeftConferenceFailed'],
  }, leftChat);
  // Another agent may leave in the same moment: only our own leaving answers this.
  return {
    ...operation,
    verdict: (frame) => {
      const { data } = frame;
      if (data.type === 'ParticipantLeftConference' && data.participantId !== null && data.participantId !== selfId) return null;
      return operation.verdict(frame);
    },
  };
};

export function statusOperation(status: ChosenStatus): Operation {
  const auxCodeId = status.kind === 'available' ? AVAILABLE_AUX_CODE : status.auxCodeId;
  const body: StateRequest = { state: status.kind === 'available' ? 'Available' : 'Idle', auxCodeId };
  return {
    command: 'status',
    key: `status ${auxCodeId}`,
    request: { method: 'PUT', path: '/v1/agents/session/state', body },
    verdict: ({ type, data }) => {
      if (type !== 'AgentStateChange') return null;
      if (data.type === 'AgentStateChangeSuccess') return sameStatus(decodeStatus(data, 0), status) ? DONE : null;
      return data.type === 'AgentStateChangeFailed' ? { kind: 'refused', reason: data.reason } : null;
    },
    happened: (state) => state.status !== null && sameStatus(state.status, status),
  };
}

export function loginOperation({ teamId, dialNumber }: Station): Operation {
  const body: LoginRequest = { dialNumber, teamId, deviceType: 'AGENT_DN', isExtension: false, deviceId: dialNumber, roles: ['agent'] };
  return {
    command: 'login',
    key: `login ${teamId} ${dialNumber}`,
    request: { method: 'POST', path: '/v1/agents/login', body },
    verdict: ({ type, data }) => {
      if (type !== 'StationLogin') return null;
      if (data.type === 'AgentStationLoginSuccess') return DONE;
      return data.type === 'AgentStationLoginFailed' ? { kind: 'refused', reason: data.reason } : null;
    },
    happened: ({ loggedIn }) => loggedIn,
  };
}

export function logoutOperation(reason: string): Operation {
  const body: LogoutRequest = { logoutReason: reason };
  return {
    command: 'logout',
    key: 'logout',
    request: { method: 'PUT', path: '/v1/agents/logout', body },
    verdict: ({ type, data }) => {
      if (type !== 'Logout') return null;
      if (data.type === 'AgentLogoutSuccess') return DONE;
      return data.type === 'AgentLogoutFailed' ? { kind: 'refused', reason: data.reason } : null;
    },
    happened: ({ loggedIn }) => !loggedIn,
  };
}
