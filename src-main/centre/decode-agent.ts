// Wire -> domain: the agent's status, station and colleagues.
import { AVAILABLE_AUX_CODE, type AgentStatus, type ChosenStatus, type Station } from '../../src-shared/domain/agent.ts';
import type { ColleagueEntry } from '../../src-shared/domain/directory.ts';
import type { Buddy, SessionStart, StateChange } from '../../src-shared/wxcc/index.ts';

type StateFields = Pick<StateChange, 'auxCodeId' | 'subStatus' | 'lastIdleCodeChangeTimestamp' | 'lastStateChangeTimestamp'>;

/** RONA is told by `subStatus`; Available by it or by its well-known code. */
export function decodeStatus(wire: StateFields, now: number): AgentStatus {
  const since = wire.lastStateChangeTimestamp ?? now;
  const word = wire.subStatus.toLowerCase();
  if (word === 'rona') return { kind: 'rona', since };
  if (word === 'available' || (word === '' && wire.auxCodeId === AVAILABLE_AUX_CODE)) return { kind: 'available', since };
  return { kind: 'idle', auxCodeId: wire.auxCodeId, since: Math.max(since, wire.lastIdleCodeChangeTimestamp ?? 0) };
}

export const decodeStation = (wire: SessionStart): Station => ({ teamId: wire.teamId, dialNumber: wire.dialNumber || wire.dn });

export const changedByOf = (wire: StateChange): string | null => wire.changedByName ?? wire.changedBy;

export const sameStatus = (status: AgentStatus, chosen: ChosenStatus): boolean =>
  status.kind === chosen.kind && (status.kind !== 'idle' || chosen.kind !== 'idle' || status.auxCodeId === chosen.auxCodeId);

/** What the contact centre writes when it sets an agent idle because the desktop went silent. */
export const DISCONNECTED = 'agent-wss-disconnect';

/**
 * The status to put back after a connection loss; null = leave it as the server says. Only what the loss itself changed is undone:
 * never RONA, never what a supervisor set, and never a status the agent did not have.
 */
export function statusToRestore(before: AgentStatus | null, after: AgentStatus, reason: string, loggedInAgain: boolean): ChosenStatus | null {
  if (after.kind !== 'idle' || before?.kind === 'rona') return null;
  const byLoss = reason === DISCONNECTED;
  if (!byLoss && !loggedInAgain) return null;
  if (before === null) return byLoss ? { kind: 'available' } : null;
  if (before.kind === 'available') return { kind: 'available' };
  return before.auxCodeId === after.auxCodeId ? null : { kind: 'idle', auxCodeId: before.auxCodeId };
}

/** Available with no free place is busy: the server says so only by the count. */
export function decodeColleague(wire: Buddy): ColleagueEntry {
  return { id: wire.agentId, name: wire.agentName, state: colleagueState(wire), teamId: wire.teamId };
}

function colleagueState({ state, activeContacts, capacity }: Buddy): ColleagueEntry['state'] {
  switch (state.toLowerCase()) {
    case 'available':
      return activeContacts !== null && capacity !== null && activeContacts >= capacity ? 'busy' : 'available';
    case 'engaged':
    case 'engagedother':
    case 'reserved':
      return 'busy';
    case 'rona':
      return 'rona';
    case 'loggedout':
    case '':
      return 'signedOut';
    default:
      return 'idle';
  }
}
