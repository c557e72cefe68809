// The outbox as a pure machine: what is waiting to be sent, in which order, and what each answer means for it.
// A message leaves it only when the contact centre has it, or when the agent takes it back.
import type { Misfit } from '../../src-shared/domain/capabilities.ts';
import type { FailureCode } from '../../src-shared/domain/failure.ts';
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { SendOutcome } from '../centre/contact-centre.ts';
import { waitsForFiles } from './kept-files.ts';
import type { CardOrigin } from './staged-card.ts';

export type EntryState =
  /** `notBefore`: ms since the epoch, for a pause after a refusal that may pass. */
  | { readonly name: 'queued'; readonly notBefore: number }
  /** `refused`: said of this message while a request of it is under way, which may mean an earlier request of it. */
  | { readonly name: 'sending'; readonly refused?: Refused }
  | ({ readonly name: 'failed' } & Refused);

interface Refused {
  readonly code: FailureCode;
  readonly retryable: boolean;
}

/** Raw content: in main's memory and encrypted on disk only. */
export interface OutboxEntry {
  readonly aliasId: string;
  readonly taskId: TaskId;
  /** Order of writing; a retry after a final failure gets a new one, because later messages have gone before it. */
  readonly number: number;
  readonly content: Outbound;
  /** What a card or a template's text was made of; null = the agent typed it. */
  readonly origin: CardOrigin | null;
  readonly createdAt: number;
  readonly attempts: number;
  /** It was sent and nobody said what became of it: it may have arrived, so it is asked about until it is known. */
  readonly unanswered: boolean;
  readonly state: EntryState;
}

export type Outbox = readonly OutboxEntry[];

export type OutboxEvent =
  | { readonly type: 'written'; readonly entry: Pick<OutboxEntry, 'aliasId' | 'taskId' | 'content' | 'origin' | 'createdAt'> }
  | { readonly type: 'started'; readonly aliasId: string }
  | { readonly type: 'answered'; readonly aliasId: string; readonly outcome: SendOutcome; readonly now: number; readonly jitter: number }
  /** The message came back from the contact centre: it is there, whatever the answer to the send was. */
  | { readonly type: 'seen'; readonly aliasIds: readonly string[] }
  /** The connection is (back) up, or the app has started again: whatever was under way is not known to have arrived. */
  | { readonly type: 'resumed' }
  | { readonly type: 'blocked'; readonly taskId: TaskId; readonly code: FailureCode; readonly retryable: boolean }
  /** The reason for a block is gone (the customer writes again). */
  | { readonly type: 'unblocked'; readonly taskId: TaskId; readonly code: FailureCode }
  /** What the customer's device shows has changed: `misfit` says of each message why it is not shown. */
  | { readonly type: 'screened'; readonly taskId: TaskId; readonly misfit: (entry: OutboxEntry) => Misfit | null }
  /** It may not be sent as it is. */
  | { readonly type: 'barred'; readonly aliasId: string; readonly code: FailureCode }
  /** Another content instead, to be sent anew. */
  | { readonly type: 'replaced'; readonly aliasId: string; readonly content: Outbound; readonly as: string }
  /** Taken by the contact centre at first, refused after all (`append-failed`). */
  | { readonly type: 'returned'; readonly entry: OutboxEntry; readonly code: FailureCode; readonly retryable: boolean }
  | { readonly type: 'retried'; readonly aliasId: string }
  | { readonly type: 'takenBack'; readonly aliasId: string }
  | { readonly type: 'taskGone'; readonly taskId: TaskId };

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/** Full jitter: `jitter` in [0,1). */
export const pause = (attempts: number, jitter: number): number =>
  Math.round(jitter * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts, 10)));

const QUEUED: EntryState = { name: 'queued', notBefore: 0 };

const nextNumber = (outbox: Outbox): number => outbox.reduce((highest, entry) => Math.max(highest, entry.number), 0) + 1;

const update = (outbox: Outbox, matches: (entry: OutboxEntry) => boolean, change: (entry: OutboxEntry) => Partial<OutboxEntry>): Outbox =>
  outbox.some(matches) ? outbox.map((entry) => (matches(entry) ? { ...entry, ...change(entry) } : entry)) : outbox;

const without = (outbox: Outbox, matches: (entry: OutboxEntry) => boolean): Outbox => (outbox.some(matches) ? outbox.filter((entry) => !matches(entry)) : outbox);

export function refusedMeanwhile(outbox: Outbox, aliasId: string): Refused | undefined {
  const state = outbox.find((entry) => entry.aliasId === aliasId)?.state;
  return state?.name === 'sending' ? state.refused : undefined;
}

function answered(outbox: Outbox, event: Extract<OutboxEvent, { type: 'answered' }>): Outbox {
  const { outcome } = event;
  const mine = (entry: OutboxEntry): boolean => entry.aliasId === event.aliasId && entry.state.name === 'sending';
  if (outcome.kind === 'appended') {
    // With a number it is in the chat, so what was refused was an earlier request; without one the refusal overtook this answer.
    const refused = outcome.seq === null ? refusedMeanwhile(outbox, event.aliasId) : undefined;
    if (refused !== undefined) return update(outbox, mine, () => ({ unanswered: false, state: { name: 'failed', ...refused } }));
    return without(outbox, (entry) => entry.aliasId === event.aliasId);
  }
  const passing = outcome.kind === 'unknown' || (outcome.retryable && (outcome.reason === 'rateLimited' || outcome.reason === 'internal'));
  if (passing) {
    return update(outbox, mine, (entry) => ({ unanswered: outcome.kind === 'unknown', state: { name: 'queued', notBefore: event.now + pause(entry.attempts, event.jitter) } }));
  }
  return refused(outbox, mine, { code: outcome.reason, retryable: outcome.retryable });
}

/**
 * A message that cannot be sent now. Those behind it were never sent, or it would be known: when the customer has left they wait with
 * it, so that none of them is sent before it when the customer is back.
 */
function refused(outbox: Outbox, matches: (entry: OutboxEntry) => boolean, why: Refused): Outbox {
  const first = outbox.find(matches);
  const waits = (entry: OutboxEntry): boolean =>
    why.code === 'customerLeft' && first?.taskId === entry.taskId && entry.number > first.number && entry.state.name === 'queued';
  return update(outbox, (entry) => matches(entry) || waits(entry), () => ({ unanswered: false, state: { name: 'failed', ...why } }));
}

/** A message whose request is under way stays at the head: were the next one sent now, this request could still arrive, behind it. */
function returned(outbox: Outbox, { entry, code, retryable }: Extract<OutboxEvent, { type: 'returned' }>): Outbox {
  const mine = (one: OutboxEntry): boolean => one.aliasId === entry.aliasId;
  if (outbox.some((one) => mine(one) && one.state.name === 'sending')) return update(outbox, mine, () => ({ state: { name: 'sending', refused: { code, retryable } } }));
  if (outbox.some(mine)) return refused(outbox, mine, { code, retryable });
  return [...outbox, { ...entry, unanswered: false, state: { name: 'failed', code, retryable } }];
}

/** What is under way, or was and got no answer, may already have arrived. */
export const canBeTakenBack = ({ state, unanswered }: OutboxEntry): boolean => state.name !== 'sending' && !unanswered;

/** After a restart nobody knows whether a request had left just before the end. */
export const afterRestart = (outbox: Outbox): Outbox => outbox.map((entry) => (entry.state.name === 'failed' || waitsForFiles(entry.content) ? entry : { ...entry, unanswered: true }));

const isMisfit = (code: FailureCode): code is Misfit => code === 'unsupportedByDevice' || code === 'capabilitiesUnknown';

/** What is under way or may have arrived is left to the contact centre, which refuses what the device cannot show. */
const screened = (outbox: Outbox, { taskId, misfit }: Extract<OutboxEvent, { type: 'screened' }>): Outbox => outbox.map((entry): OutboxEntry => {
  if (entry.taskId !== taskId) return entry;
  const { state } = entry;
  const waits = state.name === 'queued' && !entry.unanswered;
  if (!waits && !(state.name === 'failed' && isMisfit(state.code))) return entry;
  const code = misfit(entry);
  if (state.name !== 'failed') return code === null ? entry : { ...entry, state: { name: 'failed', code, retryable: false } };
  // Never sent by itself once the device is back: the chat has gone on meanwhile.
  const next = { code: code ?? state.code, retryable: code === null };
  return next.code === state.code && next.retryable === state.retryable ? entry : { ...entry, state: { name: 'failed', ...next } };
});

export function outboxReduce(outbox: Outbox, event: OutboxEvent): Outbox {
  switch (event.type) {
    case 'written':
      return outbox.some((entry) => entry.aliasId === event.entry.aliasId) ? outbox : [...outbox, { ...event.entry, number: nextNumber(outbox), attempts: 0, unanswered: false, state: QUEUED }];
    case 'started':
      return update(outbox, (entry) => entry.aliasId === event.aliasId && entry.state.name === 'queued', (entry) => ({ attempts: entry.attempts + 1, unanswered: true, state: { name: 'sending' } }));
    case 'answered':
      return answered(outbox, event);
    case 'seen':
      return without(outbox, (entry) => event.aliasIds.includes(entry.aliasId));
    case 'resumed':
      return update(outbox, (entry) => entry.state.name === 'sending' || (entry.state.name === 'queued' && entry.state.notBefore > 0), () => ({ state: QUEUED }));
    case 'blocked':
      // What may have arrived is not called unsent: the contact centre says which it is.
      return update(outbox, (entry) => entry.taskId === event.taskId && entry.state.name === 'queued' && !entry.unanswered, () => ({ state: { name: 'failed', code: event.code, retryable: event.retryable } }));
    case 'unblocked':
      return update(outbox, (entry) => entry.taskId === event.taskId && entry.state.name === 'failed' && entry.state.code === event.code, () => ({ state: QUEUED }));
    case 'screened': {
      const after = screened(outbox, event);
      return after.some((entry, index) => entry !== outbox[index]) ? after : outbox;
    }
    case 'barred':
      return update(outbox, (entry) => entry.aliasId === event.aliasId && entry.state.name === 'queued' && !entry.unanswered, () => ({ state: { name: 'failed', code: event.code, retryable: false } }));
    case 'replaced':
      // A new id: what was refused under the old one stays refused.
      return update(outbox, (entry) => entry.aliasId === event.aliasId && canBeTakenBack(entry), () => ({ aliasId: event.as, content: event.content, attempts: 0, state: QUEUED, number: nextNumber(outbox) }));
    case 'returned':
      return returned(outbox, event);
    case 'retried':
      return update(outbox, (entry) => entry.aliasId === event.aliasId && entry.state.name === 'failed', () => ({ state: QUEUED, number: nextNumber(outbox) }));
    case 'takenBack':
      return without(outbox, (entry) => entry.aliasId === event.aliasId && canBeTakenBack(entry));
    case 'taskGone':
      return without(outbox, (entry) => entry.taskId === event.taskId);
  }
}

/** What can be sent now, at most one a conversation and in its order, and when to look again (null = nothing is waiting for time). */
export function nextToSend(outbox: Outbox, now: number): { readonly ready: readonly OutboxEntry[]; readonly wakeAt: number | null } {
  const heads = new Map<TaskId, OutboxEntry>();
  for (const entry of outbox) {
    if (entry.state.name === 'failed') continue;
    const head = heads.get(entry.taskId);
    if (!head || entry.number < head.number) heads.set(entry.taskId, entry);
  }
  const ready: OutboxEntry[] = [];
  let wakeAt: number | null = null;
  for (const head of heads.values()) {
    if (head.state.name !== 'queued') continue;
    if (head.state.notBefore <= now) ready.push(head);
    else wakeAt = Math.min(wakeAt ?? Infinity, head.state.notBefore);
  }
  return { ready, wakeAt };
}
