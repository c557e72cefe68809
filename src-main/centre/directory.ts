// The live directory: queues with who waits, colleagues with their availability. Colleagues answer by notification.
import type { Clock } from '../../src-shared/domain/clock.ts';
import type { ColleagueEntry, QueueEntry } from '../../src-shared/domain/directory.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { BuddyListRequest, Frame } from '../../src-shared/wxcc/index.ts';
import { readQueues, type Request } from './configuration.ts';
import { decodeColleague } from './decode-agent.ts';
import { refusalFailure, refusalOf } from './refusals.ts';

export type DirectoryAnswer = Result<{ readonly queues: readonly QueueEntry[]; readonly agents: readonly ColleagueEntry[] }>;

type Colleagues = Result<readonly ColleagueEntry[]>;

export interface DirectoryParts {
  readonly clock: Clock;
  readonly request: Request;
}

export interface Directory {
  /** Requests at the same time share one answer. */
  readonly read: (orgId: string, agentProfileId: string) => Promise<DirectoryAnswer>;
  readonly notified: (frame: Frame) => void;
  /** Name of a colleague as last listed; '' = not known. */
  readonly nameOf: (agentId: string) => string;
  /** The connection went: an answer will not come any more. */
  readonly lost: () => void;
}

const ANSWER_LIMIT_MS = 10_000;
const unreached = fail(failure('centreUnreachable'));

export function createDirectory({ clock, request }: DirectoryParts): Directory {
  const names = new Map<string, string>();
  let waiting: ((agents: Colleagues) => void) | null = null;
  let running: Promise<DirectoryAnswer> | null = null;

  const colleagues = (agentProfileId: string): Promise<Colleagues> =>
    new Promise((resolve) => {
      const cancel = clock.setTimer(ANSWER_LIMIT_MS, () => waiting?.(unreached));
      waiting = (agents) => {
        cancel();
        waiting = null;
        resolve(agents);
      };
      const body: BuddyListRequest = { agentProfileId, mediaType: 'social' };
      void request({ method: 'POST', path: '/v1/agents/buddyList', body }).then((answer) => {
        if (answer.kind === 'ok') return;
        const refusal = refusalOf(answer);
        waiting?.(refusal === null ? unreached : fail(refusalFailure('directory', refusal, 0)));
      });
    });

  const read = async (orgId: string, agentProfileId: string): Promise<DirectoryAnswer> => {
    const [queues, agents] = await Promise.all([readQueues(request, orgId), colleagues(agentProfileId)]);
    if (!agents.ok) return agents;
    if (queues === null) return unreached;
    return ok({ queues: queues.map(({ id, name, waiting: count }) => ({ id, name, waiting: count })), agents: agents.value });
  };

  return {
    read: (orgId, agentProfileId) => {
      running ??= read(orgId, agentProfileId).finally(() => { running = null; });
      return running;
    },
    notified: ({ data }) => {
      if (data.type === 'BuddyAgents') {
        for (const { agentId, agentName } of data.agentList) names.set(agentId, agentName);
        waiting?.(ok(data.agentList.map(decodeColleague)));
      } else if (data.type === 'BuddyAgentsRetrieveFailed') waiting?.(fail(refusalFailure('directory', { status: null, words: data.reason }, 0)));
    },
    nameOf: (agentId) => names.get(agentId) ?? '',
    lost: () => waiting?.(unreached),
  };
}
