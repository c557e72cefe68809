// The transcripts' edge: runs a sequencer per task, fetches the pages it asks for, and tries again while the connection lives.
import * as v from 'valibot';
import type { Message } from '../../src-shared/domain/message.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { messageListSchema, type StoredMessage } from '../../src-shared/wxcc/index.ts';
import { backoffDelay } from './backoff.ts';
import { createCounter } from './counter.ts';
import { decodeMessage } from './decode-message.ts';
import type { Environment } from './environment.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { initialSequence, PAGE_LIMIT, sequence, type SequenceInput, type SequenceState } from './sequencer.ts';

/** The newest page of a conversation that is opened for the first time. */
const FIRST_PAGE = 100;
/** After an acknowledged send its own frame is this much behind at most (ms); then it is fetched. */
const ECHO_LIMIT_MS = 1_000;

export interface TranscriptParts {
  readonly environment: Environment;
  readonly request: (request: HttpRequest) => Promise<HttpAnswer>;
  readonly onMessages: (taskId: TaskId, messages: readonly Message[], hasEarlier: boolean | null) => void;
}

export interface Transcripts {
  readonly arrived: (wire: StoredMessage) => void;
  /** Fetches what is missing; the first time the newest page. */
  readonly synchronise: (taskId: TaskId) => void;
  /** The server took a message under this number. */
  readonly acknowledged: (taskId: TaskId, seq: number) => void;
  readonly earlier: (taskId: TaskId, beforeSeq: number, limit: number) => Promise<Result<{ readonly messages: readonly Message[]; readonly hasEarlier: boolean }>>;
  /** The newest page of any chat that may be read; nothing is kept of it. */
  readonly newest: (taskId: TaskId) => Promise<Result<{ readonly messages: readonly Message[]; readonly hasEarlier: boolean }>>;
  readonly forget: (taskId: TaskId) => void;
  /** The connection went: fetches under way are void. */
  readonly pause: () => void;
  readonly clear: () => void;
}

interface Transcript {
  state: SequenceState<Message>;
  failures: number;
  /** Breaks off the fetch under way, and voids its answer. */
  abort: AbortController | null;
  cancelRetry: () => void;
  cancelEcho: () => void;
}

export function createTranscripts({ environment, request, onMessages }: TranscriptParts): Transcripts {
  const { clock, random, log } = environment;
  const count = createCounter(environment);
  const decode = (taskId: TaskId, wire: StoredMessage): Message => decodeMessage(taskId, wire, clock.now(), (fault) => { count('malformed', fault); });
  const transcripts = new Map<TaskId, Transcript>();

  const transcriptOf = (taskId: TaskId): Transcript => {
    const known = transcripts.get(taskId);
    if (known !== undefined) return known;
    const fresh: Transcript = { state: initialSequence, failures: 0, abort: null, cancelRetry: () => undefined, cancelEcho: () => undefined };
    transcripts.set(taskId, fresh);
    return fresh;
  };

  const put = (taskId: TaskId, input: SequenceInput<Message>): void => {
    const transcript = transcriptOf(taskId);
    const [state, effects] = sequence(transcript.state, input);
    transcript.state = state;
    for (const effect of effects) {
      if (effect.type === 'deliver') onMessages(taskId, effect.messages, effect.hasEarlier);
      else void fetchPage(taskId, transcript, effect.after);
    }
  };

  const fetchPage = async (taskId: TaskId, transcript: Transcript, after: number | null): Promise<void> => {
    const abort = new AbortController();
    transcript.abort = abort;
    const limit = after === null ? FIRST_PAGE : PAGE_LIMIT;
    const page = await read(taskId, `${after === null ? '' : `after=${String(after)}&`}limit=${String(limit)}`, abort.signal);
    if (abort.signal.aborted || transcripts.get(taskId) !== transcript) return;
    transcript.abort = null;
    if (page.ok) {
      transcript.failures = 0;
      put(taskId, { type: 'page', messages: page.value.messages, lastSeq: page.value.lastSeq, full: page.value.messages.length >= limit });
      return;
    }
    transcript.failures += 1;
    log('centre.transcriptFailed', { code: page.failure.code, failures: transcript.failures });
    put(taskId, { type: 'fetchFailed' });
    // A refusal too: as long as the task is the agent's its messages are wanted; when it goes, this transcript is forgotten.
    transcript.cancelRetry();
    transcript.cancelRetry = clock.setTimer(backoffDelay(transcript.failures + 1, random()), () => { put(taskId, { type: 'synchronise' }); });
  };

  const read = async (taskId: TaskId, query: string, signal?: AbortSignal): Promise<Result<{ readonly messages: readonly Message[]; readonly firstSeq: number; readonly lastSeq: number }>> => {
    const answer = await request({ method: 'GET', path: `/v2/tasks/${encodeURIComponent(taskId)}/messages?${query}`, ...(signal ? { signal } : {}) });
    if (answer.kind === 'refused' && answer.status < 500 && answer.status !== 429) return fail(failure(answer.status === 403 ? 'forbidden' : 'taskGone'));
    const body = answer.kind === 'ok' ? v.safeParse(messageListSchema, answer.body) : null;
    // Anything that is not a page is as if nothing had come: asked again.
    if (body?.success !== true) return fail(failure('centreUnreachable'));
    const messages = body.output.data.map((wire) => decode(taskId, wire));
    return ok({ messages, firstSeq: body.output.meta.firstSeq, lastSeq: body.output.meta.lastSeq });
  };

  const still = (transcript: Transcript): void => {
    transcript.abort?.abort();
    transcript.abort = null;
    transcript.cancelRetry();
    transcript.cancelEcho();
  };

  return {
    arrived: (wire) => { put(wire.interactionId, { type: 'arrived', message: decode(wire.interactionId, wire) }); },
    synchronise: (taskId) => { put(taskId, { type: 'synchronise' }); },
    acknowledged: (taskId, seq) => {
      const transcript = transcripts.get(taskId);
      if (transcript === undefined) return;
      transcript.cancelEcho();
      transcript.cancelEcho = clock.setTimer(ECHO_LIMIT_MS, () => { put(taskId, { type: 'known', seq }); });
    },
    earlier: async (taskId, beforeSeq, limit) => {
      const page = await read(taskId, `before=${String(beforeSeq)}&limit=${String(Math.min(Math.max(1, limit), PAGE_LIMIT))}`);
      if (!page.ok) return page;
      const messages = page.value.messages.filter(({ seq }) => seq < beforeSeq).sort((a, b) => a.seq - b.seq);
      const first = messages[0]?.seq;
      return ok({ messages, hasEarlier: first !== undefined && first > Math.max(1, page.value.firstSeq) });
    },
    newest: async (taskId) => {
      const page = await read(taskId, `limit=${String(PAGE_LIMIT)}`);
      if (!page.ok) return page;
      const messages = [...page.value.messages].sort((a, b) => a.seq - b.seq);
      return ok({ messages, hasEarlier: (messages[0]?.seq ?? 0) > Math.max(1, page.value.firstSeq) });
    },
    forget: (taskId) => {
      const transcript = transcripts.get(taskId);
      if (transcript !== undefined) still(transcript);
      transcripts.delete(taskId);
    },
    pause: () => {
      for (const transcript of transcripts.values()) {
        const wasFetching = transcript.abort !== null;
        still(transcript);
        if (wasFetching) [transcript.state] = sequence(transcript.state, { type: 'fetchFailed' });
      }
    },
    clear: () => {
      for (const transcript of transcripts.values()) still(transcript);
      transcripts.clear();
    },
  };
}
