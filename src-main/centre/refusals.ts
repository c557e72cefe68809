// The contact centre's words for "no" -> the failures an agent can read.
import { failure, type Failure } from '../../src-shared/domain/failure.ts';
import type { Outcome } from './contact-centre.ts';
import type { HttpAnswer } from './http.ts';
import type { SessionInput } from './session-state.ts';

export type CentreCommand = 'login' | 'logout' | 'status' | 'accept' | 'end' | 'wrapUp' | 'transfer' | 'conference' | 'exitConference' | 'annotate' | 'workflow' | 'templates' | 'directory';

/** `status` null = the refusal came as a notification. */
export interface Refusal {
  readonly status: number | null;
  readonly words: string;
}

const handsOver: ReadonlySet<CentreCommand> = new Set(['transfer', 'conference']);

/** In this order: the telling word goes before the status, which says little. */
const byWord: readonly (readonly [RegExp, (command: CentreCommand) => Failure | null])[] = [
  [/assetRemoved|ASSET_(REMOVED|DELETED)/i, () => failure('assetRemoved')],
  [/CAPACITY/i, () => failure('capacityReached')],
  [/NO_AGENT_AVAILABLE|AGENT_NOT_(AVAILABLE|ACCEPTED|FOUND)|AGENT_UNAVAILABLE|QUEUE_NOT_FOUND|DESTINATION/i, (command) => (handsOver.has(command) ? failure('destinationUnavailable') : null)],
  [/OFFER_NOT_FOUND|(TASK|CONTACT|INTERACTION)_NOT_FOUND/i, () => failure('taskGone')],
  [/NOT_(CONNECTED|OWNER|IN_\w+)|CONFERENCE_IN_PROGRESS|ALREADY/i, () => failure('notAvailableNow')],
];

/** Words of the centre are short codes; a sentence is cut and freed of anything that is not one. */
const reasonOf = (words: string): string => {
  const reason = words.replaceAll(/[^\w .,:;'()/-]/g, ' ').trim().slice(0, 80);
  return reason === '' ? 'none' : reason;
};

/** `openTasks`: how many tasks hold a sign-out back, for its sentence. */
export function refusalFailure(command: CentreCommand, { status, words }: Refusal, openTasks: number): Failure {
  if (command === 'logout' && /OPEN_(TASKS|CONTACTS)|ACTIVE_(TASKS|CONTACTS)/i.test(words)) return failure('openTasks', { count: Math.max(1, openTasks) });
  for (const [pattern, make] of byWord) {
    const made = pattern.test(words) ? make(command) : null;
    if (made !== null) return made;
  }
  const made = status === null ? null : byStatus(status);
  if (made !== null) return made;
  const code = command === 'login' ? 'loginRefused' : command === 'logout' ? 'logoutRefused' : 'refusedByCentre';
  return failure(code, { reason: reasonOf(words) });
}

function byStatus(status: number): Failure | null {
  switch (status) {
    case 403: return failure('forbidden');
    case 404:
    case 410: return failure('taskGone');
    case 409: return failure('notAvailableNow');
    case 413: return failure('tooLarge');
    case 429: return failure('rateLimited');
    default: return null;
  }
}

/** `AgentReloginFailed`: the agent is not at work there (the usual case at a sign-in), or it cannot be said now and is asked again. */
export const reloadRefused = (reason: string, epoch: number): SessionInput =>
  (reason === 'AGENT_NOT_FOUND' ? { type: 'notLoggedIn', epoch } : { type: 'failed', epoch, failure: 'busy' });

/** The end of a command that its answer alone decides. */
export function answerOutcome(command: CentreCommand, answer: HttpAnswer): Outcome {
  if (answer.kind === 'ok') return { kind: 'done' };
  const refusal = refusalOf(answer);
  return refusal === null ? { kind: 'unknown' } : { kind: 'refused', failure: refusalFailure(command, refusal, 0) };
}

/** An answer of a command's request as a refusal; null = it was taken, or nobody knows. */
export const refusalOf = (answer: HttpAnswer): Refusal | null =>
  answer.kind === 'refused' ? { status: answer.status, words: `${answer.key} ${answer.description}`.replace(/^\d{3} /, '') } : null;
