// Starts an Electron app the way both sides of a pair are started: same runtime, same flags, a fresh profile.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { attach, type DevTools } from './devtools.ts';

export interface RunningApp {
  readonly pid: number;
  /** When it was spawned, in ms since the epoch with fractions. */
  readonly spawnedAt: number;
  readonly page: DevTools;
  readonly close: () => Promise<void>;
}

export type Side = 'floor' | 'parley';

const startLimitMs = 60_000;

/** ms since the epoch with fractions: the same clock as the page's. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

/** Starts one side and resolves once its page can be spoken to. `env` goes beyond the usual environment. */
export async function startApp(side: Side, env: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const executable = process.env['PARLEY_ELECTRON'];
  if (executable === undefined) throw new Error('PARLEY_ELECTRON is not set; start with `npm run bench`');
  const profile = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const spawnedAt = nowMs();
  const child = spawn(
    executable,
    [...(isRoot ? ['--no-sandbox'] : []), resolve(side === 'floor' ? 'bench/floor' : '.'), `--user-data-dir=${profile}`, '--password-store=basic', '--remote-debugging-port=0', '--lang=en'],
    {
      // A group of its own, so that no process of it can stay behind.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LANGUAGE: 'en', XDG_CONFIG_HOME: join(profile, 'config'), XDG_CACHE_HOME: join(profile, 'cache'), PARLEY_STORAGE_KEY: Buffer.alloc(32, 7).toString('base64'), ...env },
    },
  );
  const { pid } = child;
  const exited = new Promise<void>((done) => child.once('close', () => { done(); }));
  const endNow = (): void => {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', endNow);
  const close = async (): Promise<void> => {
    endNow();
    await exited;
    process.off('exit', endNow);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    if (pid === undefined) throw new Error(`${executable} cannot be started`);
    const port = await debuggingPort(child.stderr, exited);
    const page = await attach(port, performance.now() + startLimitMs);
    return { pid, spawnedAt, page, close: async () => { page.close(); await close(); } };
  } catch (error) {
    await close();
    throw error;
  }
}

function debuggingPort(stderr: NodeJS.ReadableStream, exited: Promise<void>): Promise<number> {
  const seen: string[] = [];
  return new Promise((done, fail) => {
    createInterface({ input: stderr }).on('line', (line) => {
      seen.push(line);
      const port = /^DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line)?.[1];
      if (port !== undefined) done(Number(port));
    });
    void exited.then(() => { fail(new Error(`the app ended before its window:\n${seen.join('\n')}`)); });
  });
}
