// The sandbox as a process: one line, nothing else, and a clean end.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from './cli.ts';
import { WebSocket } from 'ws';

const script = join(import.meta.dirname, '../scripts/lib/sandbox.mjs');
const children: ChildProcess[] = [];
let file = '';

beforeAll(async () => {
  const { bundleSandbox } = (await import(script)) as { readonly bundleSandbox: () => Promise<string> };
  file = await bundleSandbox();
}, 60_000);
afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL'); });

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly info: () => Promise<{ readonly url: string; readonly serviceToken: string; readonly agents: readonly { readonly token: string }[] }>;
}

function run(args: readonly string[]): Running {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString(); });
  return {
    child,
    output: () => output,
    errors: () => errors,
    info: async () => {
      await expect.poll(() => output, { timeout: 10_000 }).toContain('\n');
      return JSON.parse(output) as Awaited<ReturnType<Running['info']>>;
    },
  };
}

describe('the process', () => {
  it('prints one line of JSON, the same names and ids under the same seed, and ends on a signal with a client connected', async () => {
    const one = run(['--port', '0', '--seed', '7', '--customers']);
    const info = await one.info();
    const response = await fetch(`${info.url}/v1/notification/subscribe`, { method: 'POST', headers: { authorization: `Bearer ${info.agents[0]?.token ?? ''}` } });
    const { webSocketUrl } = (await response.json()) as { readonly webSocketUrl: string };
    const socket = new WebSocket(webSocketUrl);
    await once(socket, 'open');
    const other = await run(['--port', '0', '--seed', '7']).info();
    expect({ ...other, url: '' }).toEqual({ ...info, url: '' });
    one.child.kill('SIGTERM');
    expect(await once(one.child, 'exit')).toEqual([0, null]);
    expect(one.output().trimEnd().split('\n')).toHaveLength(1);
    expect(one.errors()).toBe('');
  });

  it('ends with its parent', async () => {
    const { child, info } = run(['--port', '0', '--with-parent']);
    await info();
    child.stdin?.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says in one sentence why it cannot start', async () => {
    for (const [args, why] of [[['--port', 'x'], /--port must be a number/], [['--colour'], /--colour/], [['--scenario', '/no/such/file'], /scenario .* cannot be read/]] as const) {
      const { child, output, errors } = run(args);
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(errors()).toMatch(why);
      expect(output()).toBe('');
    }
    const taken = run(['--port', new URL((await run([]).info()).url).port]);
    await once(taken.child, 'close');
    expect(taken.errors()).toMatch(/EADDRINUSE/);
  });
});

it('reads a scenario file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'scenario-'));
  try {
    const path = join(directory, 'scenario.json');
    writeFileSync(path, '{"settings":{"capacity":2}}');
    expect(readArguments(['--scenario', path, '--pace', '0.5']).options).toMatchObject({ scenario: { settings: { capacity: 2 } }, pace: 0.5, port: 0 });
    writeFileSync(path, '{"settings":');
    expect(() => readArguments(['--scenario', path])).toThrow(/cannot be read/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
