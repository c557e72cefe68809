// One session with a contact centre: frames in, domain events out, in the order they became true. A new start is a new session.
import * as v from 'valibot';
import type { AgentProfile, AgentStatus, Station } from '../../src-shared/domain/agent.ts';
import { defaultPolicy, type Policy } from '../../src-shared/domain/policy.ts';
import { isOffer, type TaskId } from '../../src-shared/domain/task.ts';
import { orgIdOfToken, parseFrame, subscribeResponseSchema, type Frame, type SessionStart, type StateChange, type SubscribeRequest, type TaskEvent, type TaskFailure } from '../../src-shared/wxcc/index.ts';
import { createCommands, type Commands } from './commands.ts';
import { attemptFailureOf, readConfiguration, type Request } from './configuration.ts';
import type { CentreCredentials, CentreEvent, Outcome } from './contact-centre.ts';
import { createConnections } from './connections.ts';
import { createCounter } from './counter.ts';
import { changedByOf, decodeStation, decodeStatus, DISCONNECTED, statusToRestore } from './decode-agent.ts';
import { appendReason } from './decode-message.ts';
import { decodePolicy } from './decode-policy.ts';
import { createDirectory, type Directory } from './directory.ts';
import type { Environment } from './environment.ts';
import { createHttp } from './http.ts';
import { loginOperation, statusOperation, type KnownState } from './operations.ts';
import { reloadRefused } from './refusals.ts';
import { createRunner, type Runner } from './session-runner.ts';
import { applyTaskEvent, applyTaskFailure, emptyBook, hydrateBook, OVERTAKEN_MS, type BookContext, type TaskBook, type TaskBookStep } from './task-book.ts';
import { workflowEnd } from './workflows.ts';
import { createTranscripts, type Transcripts } from './transcripts.ts';
import { createTransfer, type Transfer } from './transfers.ts';

export interface CentreSession {
  readonly runner: Runner;
  readonly commands: Commands;
  readonly directory: Directory;
  readonly transcripts: Transcripts;
  readonly request: Request;
  readonly transfer: Transfer;
  readonly baseUrl: string;
  readonly orgId: () => string;
  readonly selfId: () => string;
  readonly profile: () => AgentProfile | null;
  readonly book: () => TaskBook;
  /** The computer woke, was unlocked or changed network. */
  readonly wake: () => void;
  /** Ends it without a word; no event comes after this. */
  readonly close: () => void;
}

/** Between the answer to a reload and the last task it names. */
interface Hydration {
  readonly before: TaskBook;
  readonly named: ReadonlySet<TaskId>;
  readonly seen: Set<TaskId>;
  /** What is to be told after the list of tasks. */
  readonly later: CentreEvent[];
}

const SUBSCRIBE: Omit<SubscribeRequest, 'force'> = { isKeepAliveEnabled: true, clientType: 'Parley', allowMultiLogin: false };

export function createCentreSession(environment: Environment, credentials: CentreCredentials, baseUrl: string, tell: (event: CentreEvent) => void): CentreSession {
  const { clock, log } = environment;
  const count = createCounter(environment);
  let closed = false;
  let orgId = '';
  let selfId = '';
  let profile: AgentProfile | null = null;
  let policy: Policy = defaultPolicy;
  let policyTold = false;
  let station: Station | null = null;
  let loggedIn = false;
  let status: AgentStatus | null = null;
  let statusReason = '';
  let statusAt = 0;
  /** The status the agent last had for a reason other than a loss of the connection. */
  let intended: AgentStatus | null = null;
  let loggedInAgain = false;
  let book = emptyBook;
  let hydration: Hydration | null = null;
  const opened = new Set<TaskId>();

  const emit = (event: CentreEvent): void => {
    if (!closed) tell(event);
  };
  const connections = environment.connections ?? createConnections();
  const reach = { fetch: connections.fetch, ...environment };
  const http = createHttp({ environment: reach, baseUrl, token: credentials.token, onToken: (token) => { orgId = orgIdOfToken(token) ?? ''; } });
  const request: Request = async (wanted) => {
    const answer = await http.request(wanted);
    if (answer.kind === 'unauthorised' && wanted.signal?.aborted !== true) runner.put({ type: 'unauthorised' });
    return answer;
  };
  const transfer = createTransfer({ environment: reach, http, baseUrl, onUnauthorised: () => { runner.put({ type: 'unauthorised' }); } });
  const commands = createCommands({ clock, request: http.request, openTasks: () => book.tasks.size, onUnauthorised: () => { runner.put({ type: 'unauthorised' }); } });
  const directory = createDirectory({ clock, request });
  const transcripts = createTranscripts({
    environment, request,
    onMessages: (taskId, messages, hasEarlier) => { emit({ type: 'messages', taskId, messages, hasEarlier }); },
  });
  const known = (): KnownState => ({ tasks: book.tasks, status, loggedIn });

  // --- the way up --------------------------------------------------------------------------------------------------------------------

  const subscribe = async (epoch: number, force: boolean, signal: AbortSignal): Promise<void> => {
    http.forgetToken();
    const answer = await request({ method: 'POST', path: '/v1/notification/subscribe', body: { ...SUBSCRIBE, force } satisfies SubscribeRequest, signal });
    const body = answer.kind === 'ok' ? v.safeParse(subscribeResponseSchema, answer.body) : null;
    if (body?.success === true && orgId !== '') runner.put({ type: 'subscribed', epoch, url: body.output.webSocketUrl });
    else runner.put({ type: 'failed', epoch, failure: attemptFailureOf(answer) });
  };

  const readConfig = async (epoch: number, signal: AbortSignal): Promise<void> => {
    const read = await readConfiguration((wanted) => request({ ...wanted, signal }), orgId, selfId, policy);
    if (signal.aborted) return;
    if (read.ok) {
      const changed = JSON.stringify(profile) !== JSON.stringify(read.value.profile);
      profile = read.value.profile;
      if (changed) emit({ type: 'profile', profile });
      takePolicy(read.value.policy);
    } else if (profile === null) {
      runner.put({ type: 'failed', epoch, failure: read.failure });
      return;
    } else log('centre.configurationKept', { failure: read.failure });
    // What was read in an earlier connection is good enough to get the agent back to the customers.
    runner.put({ type: 'configured', epoch });
  };

  const reload = async (epoch: number, signal: AbortSignal): Promise<void> => {
    // From here on tasks are gathered: with reordered frames one may come before the list that names it.
    hydration = { before: book, named: new Set(), seen: new Set(), later: [] };
    const answer = await request({ method: 'POST', path: '/v1/agents/reload', body: {}, signal });
    if (answer.kind !== 'ok') runner.put({ type: 'failed', epoch, failure: attemptFailureOf(answer) });
  };

  const relogin = async (epoch: number): Promise<void> => {
    if (station === null) {
      runner.put({ type: 'reloginRefused', epoch });
      return;
    }
    const outcome: Outcome = await commands.run(loginOperation(station));
    if (outcome.kind === 'refused') runner.put({ type: 'reloginRefused', epoch });
    else if (outcome.kind === 'unknown') runner.put({ type: 'failed', epoch, failure: 'timedOut' });
  };

  const runner: Runner = createRunner({
    environment,
    perform: {
      subscribe: (epoch, force, signal) => { void subscribe(epoch, force, signal); },
      readConfig: (epoch, signal) => { void readConfig(epoch, signal); },
      reload: (epoch, signal) => { void reload(epoch, signal); },
      relogin: (epoch) => { void relogin(epoch); },
    },
    onText: (text, epoch) => { onText(text, epoch); },
    onConnection: (connection) => { emit({ type: 'connection', connection }); },
    onLoginNeeded: () => {
      loggedIn = false;
      intended = null;
      emit({ type: 'loginNeeded' });
    },
    onHydrated: (complete) => { onHydrated(complete); },
    onDropped: () => {
      connections.renew();
      hydration = null;
      commands.lost();
      directory.lost();
      transcripts.pause();
    },
    onStopped: (reason) => {
      commands.over(known());
      transcripts.clear();
      emit({ type: 'stopped', reason });
    },
  });

  // --- frames ------------------------------------------------------------------------------------------------------------------------

  const onText = (text: string, epoch: number): void => {
    const parsed = parseFrame(text);
    if (parsed.kind === 'frame') onFrame(parsed.frame, epoch);
    else if (parsed.kind !== 'keepalive') count(parsed.kind, parsed.kind === 'unknown' ? parsed.type : parsed.why);
  };

  const onFrame = (frame: Frame, epoch: number): void => {
    const awaited = commands.notified(frame);
    const { data } = frame;
    switch (data.type) {
      case 'Welcome':
        selfId = data.agentId;
        runner.put({ type: 'welcome', epoch });
        return;
      case 'AGENT_MULTI_LOGIN':
        runner.put({ type: 'multiLogin' });
        return;
      case 'AgentReloginSuccess':
      case 'AgentStationLoginSuccess':
        onSessionStart(data, epoch);
        return;
      case 'AgentReloginFailed':
        loggedIn = false;
        runner.put(reloadRefused(data.reason, epoch));
        return;
      case 'AgentStateChangeSuccess':
        onStatus(data);
        return;
      case 'AgentLogoutSuccess':
        loggedIn = false;
        runner.put({ type: 'loggedOut', by: data.loggedOutBy });
        return;
      case 'BuddyAgents':
      case 'BuddyAgentsRetrieveFailed':
        directory.notified(frame);
        return;
      case 'AgentStationLoginFailed':
      case 'AgentLogoutFailed':
      case 'AgentStateChangeFailed':
        return;
      case 'task-message:appended':
        // Frames of a task that went are late; those of one that is still to be hydrated are held.
        if (book.tasks.has(data.interactionId) || hydration?.named.has(data.interactionId) === true) transcripts.arrived(data);
        return;
      case 'task-message:append-failed':
        emit({ type: 'appendFailed', taskId: data.interactionId, aliasId: data.aliasId, reason: appendReason(data.reason) ?? 'rejected', retryable: data.retryable });
        return;
      case 'task-typing':
        if (data.senderType === 'customer' && book.tasks.has(data.interactionId)) emit({ type: 'typing', taskId: data.interactionId, active: data.state === 'start' });
        return;
      case 'task:asset-removed':
        tellOrHold({ type: 'taskNotice', taskId: data.interactionId, notice: { type: 'assetRemoved', assetName: data.assetName || null } });
        return;
      case 'task:workflow-finished':
        if (book.tasks.has(data.interactionId)) emit({ type: 'workflowFinished', taskId: data.interactionId, end: workflowEnd(data) });
        return;
      case 'desktop-policy:changed':
        takePolicy(decodePolicy(data.policy));
        return;
      default:
        onTask(data, awaited, epoch);
    }
  };

  const takePolicy = (next: Policy): void => {
    const changed = !policyTold || JSON.stringify(policy) !== JSON.stringify(next);
    policy = next;
    policyTold = true;
    if (changed) emit({ type: 'policy', policy });
  };

  const onSessionStart = (data: SessionStart, epoch: number): void => {
    status = decodeStatus(data, clock.now());
    statusReason = data.lastStateChangeReason;
    statusAt = Math.max(data.lastStateChangeTimestamp ?? 0, data.lastIdleCodeChangeTimestamp ?? 0);
    const byLogin = data.type === 'AgentStationLoginSuccess';
    const state = runner.state();
    const again = byLogin && state.phase === 'trying' && state.stage.name === 'relogin';
    // The reload after such a login does not make it any less one.
    loggedInAgain = again || (loggedInAgain && !byLogin);
    if (byLogin && !again) intended = status;
    station = decodeStation(data);
    loggedIn = true;
    const seen = byLogin ? new Set<TaskId>() : (hydration?.seen ?? new Set<TaskId>());
    hydration = { before: hydration?.before ?? book, named: new Set(data.interactionIds), seen, later: hydration?.later ?? [] };
    emit({ type: 'loggedIn', station, status });
    runner.put({ type: 'loggedIn', epoch, taskIds: data.interactionIds.filter((taskId) => !seen.has(taskId)), by: byLogin ? 'login' : 'reload' });
    // Answered out of turn (a second answer while live): the list has been taken already.
    if (runner.state().phase === 'live') hydration = null;
  };

  const onStatus = (data: StateChange): void => {
    const at = Math.max(data.lastStateChangeTimestamp ?? 0, data.lastIdleCodeChangeTimestamp ?? 0);
    // Overtaken on its way: a later change is known already.
    if (at > 0 && at < statusAt && statusAt - at < OVERTAKEN_MS) return;
    statusAt = at;
    status = decodeStatus(data, clock.now());
    statusReason = data.lastStateChangeReason;
    if (statusReason !== DISCONNECTED) intended = status;
    emit({ type: 'status', status, changedBy: changedByOf(data) });
  };

  const tellOrHold = (event: CentreEvent): void => {
    if (hydration === null) emit(event);
    // Tasks are told as one list when it is complete.
    else if (event.type !== 'task') hydration.later.push(event);
  };

  const onTask = (data: TaskEvent | TaskFailure, awaited: boolean, epoch: number): void => {
    const taskId = data.interactionId;
    const context: BookContext = { selfId, now: clock.now(), nameOf: directory.nameOf };
    const [next, events] = 'interaction' in data ? applyTaskEvent(book, data, context) : refused(data, awaited, context);
    book = next;
    hydration?.seen.add(taskId);
    events.forEach(tellOrHold);
    if (!book.tasks.has(taskId)) forget(taskId);
    else if (hydration === null) openTranscript(taskId);
    runner.put({ type: 'taskSeen', epoch, taskId });
  };

  /** A refusal a command was waiting for is that command's answer; an offer it shows to be gone goes all the same. */
  const refused = (data: TaskFailure, awaited: boolean, context: BookContext): TaskBookStep =>
    awaited && data.type !== 'AgentContactAssignFailed' ? [book, []] : applyTaskFailure(book, data, context);

  const openTranscript = (taskId: TaskId): void => {
    const task = book.tasks.get(taskId);
    if (task === undefined || isOffer(task.phase) || opened.has(taskId)) return;
    opened.add(taskId);
    transcripts.synchronise(taskId);
  };

  const forget = (taskId: TaskId): void => {
    opened.delete(taskId);
    transcripts.forget(taskId);
  };

  const onHydrated = (complete: boolean): void => {
    const { before, named, seen, later } = hydration ?? { before: book, named: new Set<TaskId>(), seen: new Set<TaskId>(), later: [] };
    hydration = null;
    if (!complete) log('centre.hydrateIncomplete', { named: named.size, seen: seen.size });
    const all = book;
    book = hydrateBook(before, all, seen, complete ? new Set() : named);
    for (const taskId of [...before.tasks.keys(), ...all.tasks.keys()]) if (!book.tasks.has(taskId)) forget(taskId);
    emit({ type: 'hydrated', tasks: [...book.tasks.values()] });
    later.forEach(emit);
    commands.hydrated(known());
    opened.clear();
    for (const taskId of book.tasks.keys()) openTranscript(taskId);
    restoreStatus();
  };

  const restoreStatus = (): void => {
    if (status === null) return;
    const wanted = statusToRestore(intended, status, statusReason, loggedInAgain);
    loggedInAgain = false;
    if (wanted === null) intended = status;
    else void commands.run(statusOperation(wanted)).then((outcome) => { log('centre.statusRestored', { outcome: outcome.kind, status: wanted.kind }); });
  };

  return {
    runner, commands, directory, transcripts, request, transfer, baseUrl,
    orgId: () => orgId,
    selfId: () => selfId,
    profile: () => profile,
    book: () => book,
    wake: () => {
      connections.renew();
      runner.put({ type: 'wake' });
    },
    close: () => {
      if (closed) return;
      runner.put({ type: 'stop' });
      commands.over(known());
      transcripts.clear();
      closed = true;
    },
  };
}
