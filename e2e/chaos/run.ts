// One run: a contact centre, a proxy, Parley's main and an agent; the schedule step by step, then healing, then the ledgers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActor } from './actor.ts';
import { createBook } from './book.ts';
import { loseOnce } from './calm.ts';
import { openCentre } from './centre.ts';
import { broken, conversationDiffers, drawnDiffers, sentText, unsettled } from './compare.ts';
import { createApp, type App, type AppParts } from './desk-process.ts';
import { pause, productNow, type Pace } from './pace.ts';
import { openProxy } from './proxy.ts';
import { watchRecovery } from './recovery.ts';
import type { RunResult, Scene } from './scene.ts';
import { watchStatus } from './status-watch.ts';
import type { Schedule } from './steps.ts';
import { noTrace, openTrace } from './trace.ts';

/** How long healing may take, ms of product time: the longest silence (16 s), the longest pause between tries (15 s), requests, and some. */
const HEALING_LIMIT = 75_000;
/** How long a conversation may take to be complete once everything else agrees, ms of product time. */
const READING_LIMIT = 30_000;
/** A run that takes longer than this is stuck, ms of wall time. */
const STUCK_AFTER = 180_000;
/** Between two looks at both sides, ms of wall time. */
const LOOK = 25;

const wall = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

export interface RunOptions {
  /** Hears what happens, line by line. */
  readonly write?: ((line: string) => void) | null;
  /** A real window instead of main alone. */
  readonly window?: (parts: AppParts) => WindowedApp;
}

/** What is drawn is the fourth ledger. */
export interface WindowedApp extends App {
  readonly drawn: (texts: readonly string[]) => Promise<readonly string[]>;
}

/** Where a run is, for the words of one that gets stuck. */
interface Stage {
  doing: string;
  bugs: () => readonly string[];
}

/** Plays a schedule and answers what did not hold; a run that gets stuck has failed. */
export function run(seed: number, schedule: Schedule, speed: number, { write = null, window }: RunOptions = {}): Promise<RunResult> {
  let timer: NodeJS.Timeout | undefined;
  const stage: Stage = { doing: 'opening', bugs: () => [] };
  const stuck = new Promise<RunResult>((resolve) => {
    timer = setTimeout(() => { resolve({ seed, broken: [`the run got stuck: ${stage.doing}`, ...stage.bugs().map((bug) => `bug: ${bug}`)], faults: {}, recoveries: [], messages: 0, offers: 0, took: STUCK_AFTER }); }, STUCK_AFTER);
  });
  const failed = (error: unknown): RunResult => ({ seed, broken: [`the harness failed: ${String(error)}`], faults: {}, recoveries: [], messages: 0, offers: 0, took: 0 });
  return Promise.race([play(seed, schedule, speed, { write, ...(window && { window }) }, stage).catch(failed), stuck]).finally(() => { clearTimeout(timer); });
}

async function play(seed: number, schedule: Schedule, speed: number, { write = null, window }: RunOptions, stage: Stage): Promise<RunResult> {
  const began = performance.now();
  const pace: Pace = { origin: Date.now(), speed };
  const trace = write === null ? noTrace : openTrace(pace, write);
  const folder = await mkdtemp(join(tmpdir(), 'parley-chaos-'));
  let port = 0;
  const proxy = await openProxy(pace, () => port);
  const centre = await openCentre(seed, pace, proxy.url);
  port = centre.port;
  const book = createBook();
  const recovery = watchRecovery();
  const faults: Record<string, number> = {};
  const hit = (fault: string, times: number): void => { if (times !== 0) faults[fault] = (faults[fault] ?? 0) + times; };
  // A window gets its token at its start and keeps it: one that does not expire.
  let token = window ? (centre.info.agents[0]?.token ?? '') : await centre.token();
  let renewing: Promise<string> | null = null;
  const status = watchStatus({ pace, agentId: centre.agentId, view: () => app.view(), state: centre.state, breach: book.breach });
  const windowed: { app: WindowedApp | null } = { app: null };
  const parts: AppParts = {
    opening: { folder, baseUrl: proxy.url, pace, seed },
    token: async (refused) => {
      if (refused !== token) return token;
      renewing ??= centre.token().finally(() => { renewing = null; });
      token = await renewing;
      return token;
    },
    onView: (view) => {
      book.viewed(view);
      trace.viewed(view);
      recovery.viewed(view);
      status.viewed(view);
    },
    onGone: () => {
      trace.say('main is gone');
      book.interrupted();
      recovery.gone();
      status.disturbed();
    },
  };
  if (window) windowed.app = window(parts);
  const app: App = windowed.app ?? createApp(parts);
  stage.bugs = () => app.bugs;
  const scene: Scene = { pace, centre, proxy, app, book, recovery, status, hit };
  const result = (words: readonly string[], messages: number, offers: number): RunResult => ({
    seed, broken: words, faults, recoveries: recovery.recoveries(), messages, offers, took: Math.round(performance.now() - began),
  });

  try {
    const actor = createActor(scene);
    stage.doing = 'main starts';
    await app.start();
    const started = await settle(scene, stage);
    if (started.length > 0) return result([...started.map((words) => `at the start, ${words}`), ...app.bugs.map((bug) => `bug: ${bug}`)], 0, 0);
    for (const step of schedule) {
      if (step.after > 0) await pause(pace, step.after);
      trace.step(step);
      stage.doing = JSON.stringify(step);
      await actor.perform(step);
    }
    stage.doing = 'what goes on by itself ends';
    await actor.finish();
    trace.say('healing');
    stage.doing = 'healing';
    for (const { fault, times } of await centre.disarm()) hit(fault, -times);
    proxy.heal();
    status.disturbed();
    const healed = await settle(scene, stage);
    stage.doing = 'a loss with nothing else wrong';
    const disagreements = healed.length > 0 ? healed : [...await loseOnce(scene, seed % 3 === 0), ...await settle(scene, stage)];
    stage.doing = 'the ledgers are read';
    const ledger = await centre.ledger();
    const messages = ledger.filter((entry) => entry.kind === 'message' && entry.accepted).length;
    const offers = ledger.filter((entry) => entry.kind === 'offer').length;
    const read = disagreements.length > 0 ? [] : await readThrough(scene, windowed.app);
    const truth = await app.truth();
    if (truth === null) return result(['main is gone', ...app.bugs], messages, offers);
    const words = [...disagreements, ...read, ...broken(book, ledger, truth, centre.agentId), ...app.bugs.map((bug) => `bug: ${bug}`)];
    return result(words, messages, offers);
  } finally {
    status.disturbed();
    stage.doing = 'main closes';
    await app.close();
    stage.doing = 'the proxy closes';
    await proxy.close();
    stage.doing = 'the contact centre closes';
    await centre.close();
    // The process of main may still end a write.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** Waits until both sides agree; answers what they still do not agree on when the time is up. */
async function settle({ app, centre, pace }: Scene, stage: Stage): Promise<string[]> {
  const until = productNow(pace) + HEALING_LIMIT;
  for (;;) {
    stage.doing = 'main is asked what it holds';
    const truth = await app.truth();
    stage.doing = 'the contact centre is asked what it holds';
    const state = await centre.state();
    const found = unsettled(app.view(), truth, state, centre.agentId);
    if (found.length === 0) return [];
    if (productNow(pace) > until || !app.isRunning()) return found;
    // As an agent would: the window asks to sign in again.
    if (app.view()?.session.step === 'signedOut') app.signIn();
    await wall(LOOK);
  }
}

/** Opens every conversation in turn and reads it: messages, draft, half-done wrap-up. */
async function readThrough({ app, centre, book, pace }: Scene, windowed: WindowedApp | null): Promise<string[]> {
  const found: string[] = [];
  for (const task of Object.values(app.view()?.tasks ?? {})) {
    if (task.phase.name === 'reserved' || task.phase.name === 'offered') continue;
    const { taskId, phase } = task;
    await app.command('conversation.open', { taskId });
    const messages = await centre.messages(taskId, 0);
    const read = (): string[] => {
      const open = app.view()?.open ?? null;
      const notes = phase.name === 'wrapUp' ? phase.draft.notes : null;
      return [
        conversationDiffers(open, taskId, messages),
        typedDiffers(`draft of ${taskId}`, open?.draft ?? '', book.possibleDrafts(taskId)),
        notes === null ? null : typedDiffers(`wrap-up notes of ${taskId}`, notes, book.possibleNotes(taskId)),
      ].filter((words) => words !== null);
    };
    // The view follows the answer by a frame.
    const until = productNow(pace) + READING_LIMIT;
    while (read().length > 0 && productNow(pace) < until) await wall(LOOK);
    found.push(...read());
    if (windowed !== null && read().length === 0) {
      const texts = messages.map(sentText).filter((text) => text !== '');
      let drawn = drawnDiffers(await windowed.drawn(texts), texts, taskId);
      while (drawn !== null && productNow(pace) < until) {
        await wall(LOOK);
        drawn = drawnDiffers(await windowed.drawn(texts), texts, taskId);
      }
      if (drawn !== null) found.push(drawn);
    }
  }
  return found;
}

const typedDiffers = (what: string, shown: string, typed: ReadonlySet<string>): string | null =>
  typed.has(shown) ? null : `${what}: "${shown}", typed was "${[...typed].join('" or "')}"`;
