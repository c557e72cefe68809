// The contact-centre client: the `ContactCentre` of the desk over the agent protocol of docs/protocol.md.
import { failure } from '../../src-shared/domain/failure.ts';
import { fail } from '../../src-shared/domain/result.ts';
import { allowedBaseUrl } from './addresses.ts';
import { createCentreSession, type CentreSession } from './centre-session.ts';
import type { CentreEvent, ContactCentre, Outcome } from './contact-centre.ts';
import { download } from './downloads.ts';
import { readCustomer } from './customers.ts';
import type { Environment } from './environment.ts';
import { acceptOperation, conferenceOperation, endOperation, exitConferenceOperation, loginOperation, logoutOperation, statusOperation, transferOperation, wrapUpOperation, type Operation } from './operations.ts';
import { answerOutcome } from './refusals.ts';
import { appendBody, sendOutcome } from './sending.ts';
import { discard, upload } from './uploads.ts';
import { readTemplates } from './templates.ts';
import { readWorkflows, startWorkflow } from './workflows.ts';

export type { Environment } from './environment.ts';

const NOT_CONNECTED: Outcome = { kind: 'refused', failure: failure('notConnected') };

/** One client; it has at most one session at a time. Only `wss://` and `https://` addresses are opened, plain ones on loopback. */
export function createContactCentre(environment: Environment): ContactCentre {
  const listeners = new Set<(event: CentreEvent) => void>();
  let session: CentreSession | null = null;

  const tell = (event: CentreEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };

  const live = (): CentreSession | null => (session?.runner.state().phase === 'live' ? session : null);
  /** The line is open and the agent is known, logged in or not. */
  const reached = (): CentreSession | null => {
    const state = session?.runner.state();
    return live() ?? (state?.phase === 'trying' && state.stage.name === 'loginNeeded' ? session : null);
  };
  const run = (at: CentreSession | null, operation: Operation): Promise<Outcome> => (at === null ? Promise.resolve(NOT_CONNECTED) : at.commands.run(operation));

  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    start: (credentials) => {
      session?.close();
      session = null;
      const baseUrl = allowedBaseUrl(credentials.baseUrl);
      if (baseUrl === null) {
        tell({ type: 'stopped', reason: { kind: 'failed', failure: failure('centreRefused') } });
        return;
      }
      session = createCentreSession(environment, credentials, baseUrl, tell);
      session.runner.put({ type: 'start' });
    },
    stop: () => {
      session?.close();
      session = null;
    },
    wake: () => { session?.wake(); },
    login: (station) => run(reached(), loginOperation(station)),
    logout: (reason) => run(reached(), logoutOperation(reason)),
    setStatus: (status) => run(live(), statusOperation(status)),
    accept: (taskId) => run(live(), acceptOperation(taskId)),
    end: (taskId) => run(live(), endOperation(taskId)),
    wrapUp: (taskId, auxCodeId, reason) => run(live(), wrapUpOperation(taskId, auxCodeId, reason)),
    transfer: (taskId, destination) => run(live(), transferOperation(taskId, destination)),
    conference: (taskId, destination) => run(live(), conferenceOperation(taskId, destination)),
    exitConference: (taskId) => run(live(), exitConferenceOperation(taskId, session?.selfId() ?? '')),
    annotate: async (taskId, attributes) => {
      const at = live();
      return at === null ? NOT_CONNECTED : answerOutcome('annotate', await at.request({ method: 'PATCH', path: `/v1/tasks/${encodeURIComponent(taskId)}`, body: { attributes } }));
    },
    send: async (taskId, message) => {
      const at = live();
      // Nothing was sent, and the message waits for the next connection: the same as not knowing.
      if (at === null) return { kind: 'unknown' };
      const body = appendBody(message, environment.clock.now());
      // What Apple would refuse is not given to it: it was checked before, and time has passed since.
      if (!body.ok) return { kind: 'refused', reason: 'rejected', retryable: false };
      const outcome = sendOutcome(await at.request({ method: 'POST', path: `/v2/tasks/${encodeURIComponent(taskId)}/messages`, body: body.value }));
      if (outcome.kind === 'appended' && outcome.seq !== null) at.transcripts.acknowledged(taskId, outcome.seq);
      return outcome;
    },
    typing: (taskId, active) => {
      // A signal that is lost is not worth a word.
      void live()?.request({ method: 'POST', path: `/v2/tasks/${encodeURIComponent(taskId)}/typing`, body: { state: active ? 'start' : 'end' } });
    },
    upload: async (taskId, source, course) => {
      const at = live();
      return at === null ? { kind: 'unknown' } : await upload(at.transfer, at.baseUrl, taskId, source, course);
    },
    discardUpload: (address) => {
      const at = live();
      if (at !== null) discard(at.transfer, address);
    },
    download: async (address, signal) => {
      const at = live();
      return at === null ? fail(failure('fileUnreachable')) : await download(at.transfer, environment.clock, address, signal);
    },
    earlier: async (taskId, beforeSeq, limit) => (await live()?.transcripts.earlier(taskId, beforeSeq, limit)) ?? fail(failure('notConnected')),
    templates: async () => {
      const at = live();
      return at === null ? fail(failure('notConnected')) : await readTemplates(at.request, at.orgId());
    },
    newest: async (taskId) => (await live()?.transcripts.newest(taskId)) ?? fail(failure('notConnected')),
    customer: async (taskId) => {
      const at = live();
      return at === null ? fail(failure('notConnected')) : await readCustomer(at.request, taskId);
    },
    workflows: async () => {
      const at = live();
      return at === null ? fail(failure('notConnected')) : await readWorkflows(at.request, at.orgId());
    },
    runWorkflow: async (taskId, workflowId, attributes) => {
      const at = live();
      return at === null ? fail(failure('notConnected')) : await startWorkflow(at.request, taskId, workflowId, attributes);
    },
    directory: async () => {
      const at = live();
      const profile = at?.profile() ?? null;
      return at === null || profile === null ? fail(failure('notConnected')) : await at.directory.read(at.orgId(), profile.agentProfileId);
    },
  };
}
