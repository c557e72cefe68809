// The runner's hand on the process that holds main: starts it, kills it, stops it, and keeps the replica that a window would have.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { emptyReplica, onPatch, onSnapshot, type Replica } from '../../src-renderer/desk/replica.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { CommandArguments, CommandName } from '../../src-shared/ipc/commands.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import type { KillPoint } from './steps.ts';
import type { FromMain, Opening, ToMain, Truth } from './wire.ts';

/** `lost`: main was killed before it answered. */
export type Answer = Result<unknown> | 'lost';

export interface App {
  /** Starts main (again) and signs the agent in. */
  readonly start: () => Promise<void>;
  readonly isRunning: () => boolean;
  readonly command: <N extends CommandName>(name: N, args: CommandArguments<N>) => Promise<Answer>;
  /** What the window shows; null before its first snapshot. */
  readonly view: () => DeskView | null;
  readonly truth: () => Promise<Truth | null>;
  readonly signIn: () => void;
  readonly wake: () => void;
  /** As a crash of the window does: everything it knew is gone, and it asks again. */
  readonly reloadWindow: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** False = there is nothing to stop. */
  readonly suspend: () => boolean;
  readonly resume: () => void;
  readonly killAt: (point: KillPoint) => void;
  readonly bugs: readonly string[];
  readonly kills: () => number;
  readonly close: () => Promise<void>;
}

export interface AppParts {
  readonly opening: Opening;
  readonly token: (refused: string | null) => Promise<string | null>;
  readonly onView: (view: DeskView) => void;
  /** Main went, asked or not. */
  readonly onGone: () => void;
}

/** Processes that are warm and free. */
const idle: ChildProcess[] = [];

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function takeProcess(): Promise<ChildProcess> {
  for (let free = idle.pop(); free !== undefined; free = idle.pop()) if (!isGone(free)) return free;
  const child = fork(join(import.meta.dirname, 'main-host.mjs'), [], { serialization: 'json', stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: ['--enable-source-maps'] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => { resolve(); });
    child.once('exit', () => { reject(new Error('The process of main ended before it was ready.')); });
  });
  return child;
}

/** Ends the processes that are kept warm. */
export function endIdleProcesses(): void {
  for (const child of idle.splice(0)) child.kill('SIGKILL');
}

export function createApp({ opening, token, onView, onGone }: AppParts): App {
  let child: ChildProcess | null = null;
  let replica: Replica = emptyReplica;
  let asking = false;
  let next = 0;
  let kills = 0;
  const waiting = new Map<number, (value: unknown) => void>();
  const bugs: string[] = [];
  let opened = (): void => undefined;
  let closed = (): void => undefined;
  let starting: Promise<void> | null = null;

  const say = (message: ToMain): void => { child?.send(message, () => undefined); };
  const ask = <T>(make: (id: number) => ToMain, lost: T): Promise<T> => {
    if (child === null) return Promise.resolve(lost);
    next += 1;
    const id = next;
    const answer = new Promise<T>((resolve) => { waiting.set(id, (value) => { resolve(value === undefined ? lost : (value as T)); }); });
    say(make(id));
    return answer;
  };

  const settle = (now: Replica): void => {
    const before = replica.current;
    replica = now;
    if (now.current !== null && now.current !== before) onView(now.current.view);
    if (now.awaiting) void askSnapshot();
  };
  const askSnapshot = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const from = child;
    const snapshot = await ask<Extract<FromMain, { type: 'snapshot' }> | null>((id) => ({ type: 'snapshot', id }), null);
    asking = false;
    if (snapshot !== null && child === from) settle(onSnapshot(replica, snapshot.snapshot));
  };

  const hear = (message: FromMain): void => {
    switch (message.type) {
      case 'patch':
        settle(onPatch(replica, message.patch));
        return;
      case 'answer':
        waiting.get(message.id)?.(message.value);
        waiting.delete(message.id);
        return;
      case 'snapshot':
      case 'truth':
        waiting.get(message.id)?.(message);
        waiting.delete(message.id);
        return;
      case 'wantToken':
        // A run that ends takes the contact centre away: there is nobody left to wait for the token then.
        token(message.refused).then((value) => { say({ type: 'token', id: message.id, token: value }); }, () => undefined);
        return;
      case 'bug':
        bugs.push(message.message);
        return;
      case 'opened':
        opened();
        return;
      case 'closed':
        closed();
        return;
      case 'ready':
    }
  };

  const gone = (): void => {
    child = null;
    replica = emptyReplica;
    for (const lost of [...waiting.values()]) lost(undefined);
    waiting.clear();
    opened();
    closed();
    onGone();
  };

  const start = async (): Promise<void> => {
    const process = await takeProcess();
    child = process;
    replica = emptyReplica;
    process.on('message', hear);
    process.once('exit', () => {
      kills += 1;
      if (child === process) gone();
    });
    await new Promise<void>((resolve) => {
      opened = resolve;
      say({ type: 'open', opening: { ...opening, seed: opening.seed + kills } });
    });
    say({ type: 'signIn' });
    void askSnapshot();
  };

  return {
    start: () => {
      // Never two of them at once, as the app's single-instance lock has it.
      if (child === null) starting ??= start().finally(() => { starting = null; });
      return starting ?? Promise.resolve();
    },
    isRunning: () => child !== null,
    command: (name, args) => ask<Answer>((id) => ({ type: 'command', id, name, args }), 'lost'),
    view: () => replica.current?.view ?? null,
    truth: async () => (await ask<Extract<FromMain, { type: 'truth' }> | null>((id) => ({ type: 'truth', id }), null))?.truth ?? null,
    signIn: () => { say({ type: 'signIn' }); },
    wake: () => { say({ type: 'wake' }); },
    reloadWindow: async () => {
      replica = emptyReplica;
      await askSnapshot();
    },
    kill: async () => {
      const process = child;
      if (process === null) return;
      const exited = new Promise<void>((resolve) => { process.once('exit', () => { resolve(); }); });
      process.kill('SIGKILL');
      await exited;
    },
    suspend: () => child?.kill('SIGSTOP') ?? false,
    resume: () => { child?.kill('SIGCONT'); },
    killAt: (point) => { say({ type: 'killAt', point }); },
    bugs,
    kills: () => kills,
    close: async () => {
      const process = child;
      if (process === null) return;
      await new Promise<void>((resolve) => {
        closed = resolve;
        say({ type: 'close' });
      });
      if (child === null) return;
      child = null;
      process.removeAllListeners('message');
      process.removeAllListeners('exit');
      idle.push(process);
    },
  };
}

