// The app of a run on real Electron: main in its own process, a real window, commands over the real bridge. Main cannot be
// stopped inside a send from here, so a kill asked for there comes a few milliseconds after the send began.
import { launchApp, type RunningApp } from '../fixtures/launch.ts';
import type { Snapshot } from '../../src-shared/ipc/patch.ts';
import type { ConversationView, DeskView } from '../../src-shared/ipc/view.ts';
import type { Answer, App, AppParts } from './desk-process.ts';
import { killPoints } from './steps.ts';
import type { Truth } from './wire.ts';

/** Between two looks at what main publishes, ms. */
const LOOK = 250;
const KILL_STEP = 6;

/** Longest wait for a page that may just have crashed, ms. */
const PAGE_LIMIT = 5_000;

/** Through main, because the driver's own page does not outlive a crash of the renderer. Answers `lost` when the page does not. */
async function inPage<T>(app: RunningApp, code: string, lost: T): Promise<T> {
  const answer = app.electronApp.evaluate(({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text) as Promise<unknown>, code).then((value) => value as T, () => lost);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => { timer = setTimeout(() => { resolve(lost); }, PAGE_LIMIT); });
  return Promise.race([answer, late]).finally(() => { clearTimeout(timer); });
}

/** Runs in the page. */
function drawnTexts(wanted: readonly string[]): string[] {
  const found: string[] = [];
  const log = document.querySelector('[role=log]');
  if (log === null) return found;
  const walker = document.createTreeWalker(log, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = (walker.currentNode.textContent ?? '').trim();
    if (wanted.includes(text)) found.push(text);
  }
  return found;
}

const unsentOf = ({ taskId, items }: ConversationView): Truth['outbox'] =>
  Object.values(items).flatMap((item) => (item.kind === 'message' && item.delivery.state !== 'sent' ? [{ taskId, text: item.content.text.text, state: item.delivery.state }] : []));

export interface ElectronApp extends App {
  /** Which of these texts the transcript draws, top to bottom. */
  readonly drawn: (texts: readonly string[]) => Promise<readonly string[]>;
}

export function createElectronApp({ opening, token, onView, onGone }: AppParts): ElectronApp {
  let running: RunningApp | null = null;
  let view: DeskView | null = null;
  /** What each conversation had not sent when it was open last. */
  const unsent = new Map<string, Truth['outbox']>();
  let kills = 0;
  let stopped = false;
  let starting: Promise<void> | null = null;
  /** Ends with the process that runs now. */
  let end: Promise<'lost'> = Promise.resolve('lost');

  const look = async (): Promise<void> => {
    const from = running;
    if (from === null || stopped) return;
    const snapshot = await inPage<Snapshot<DeskView> | null>(from, 'window.parley.snapshot()', null);
    if (running !== from || snapshot === null) return;
    view = snapshot.view;
    const { open } = view;
    if (open !== null) unsent.set(open.taskId, unsentOf(open));
    onView(view);
  };
  const watch = async (from: RunningApp): Promise<void> => {
    while (running === from) {
      await look();
      await new Promise((resolve) => { setTimeout(resolve, LOOK); });
    }
  };

  const start = async (): Promise<void> => {
    const given = await token(null);
    const app = await launchApp({
      userDataDir: opening.folder, language: 'en',
      env: { PARLEY_CONTACT_CENTRE: opening.baseUrl, PARLEY_ACCESS_TOKEN: given ?? '' },
    });
    running = app;
    const process = app.electronApp.process();
    end = new Promise((resolve) => { process.once('exit', () => { resolve('lost'); }); });
    process.once('exit', () => {
      kills += 1;
      if (running !== app) return;
      running = null;
      view = null;
      onGone();
    });
    void watch(app);
  };

  const kill = async (): Promise<void> => { await running?.kill(); };

  return {
    start: () => {
      if (running === null) starting ??= start().finally(() => { starting = null; });
      return starting ?? Promise.resolve();
    },
    // One that is being started again is not gone.
    isRunning: () => running !== null || starting !== null,
    command: async (name, args) => {
      const app = running;
      if (app === null) return 'lost';
      // The window may be gone before the answer comes: nobody knows then.
      const evaluated = inPage<Answer>(app, `window.parley.command(${JSON.stringify(name)}, ${JSON.stringify(args)})`, 'lost');
      return await Promise.race<Answer>([evaluated, end]);
    },
    view: () => view,
    truth: async () => {
      await look();
      if (view === null) return null;
      return { view, outbox: [...unsent.values()].flat() };
    },
    // Its token comes with its start: an agent who has to sign in again starts anew.
    signIn: () => {
      starting ??= kill().then(start).finally(() => { starting = null; });
    },
    wake: () => { if (running !== null) void inPage(running, "window.parley.command('session.reconnectNow', {})", null); },
    reloadWindow: async () => {
      // A crash, as far as main can tell: the process of the page is killed and main loads the page again.
      await running?.electronApp.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(); }).catch(() => undefined);
    },
    kill,
    suspend: () => {
      stopped = running?.electronApp.process().kill('SIGSTOP') ?? false;
      return stopped;
    },
    resume: () => {
      running?.electronApp.process().kill('SIGCONT');
      stopped = false;
    },
    killAt: (point) => { setTimeout(() => { void kill(); }, killPoints.indexOf(point) * KILL_STEP); },
    bugs: [],
    kills: () => kills,
    drawn: async (texts) =>
      running === null ? [] : await inPage<readonly string[]>(running, `(${String(drawnTexts)})(${JSON.stringify(texts)})`, []),
    close: async () => {
      const app = running;
      running = null;
      await app?.close();
    },
  };
}
