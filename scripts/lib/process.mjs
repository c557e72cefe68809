// Child processes for the scripts: run to the end, capture output, keep one alive as long as we live.
// Everything the scripts say goes to stderr, so that stdout stays free for machine-readable output.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Tells the person at the terminal what is going on. */
export function say(/** @type {string} */ message) {
  process.stderr.write(`parley: ${message}\n`);
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
let inFront = 0;

/** A failure whose message is for people: printed without a stack. */
export class SetupError extends Error {}

/** Runs a script's body; a SetupError ends it with its message, anything else with its stack. */
export async function main(/** @type {() => Promise<number | void>} */ body) {
  // While a command runs in front it gets the signal and we end after it; otherwise we end now, and tidy up on 'exit'.
  for (const signal of signals) process.on(signal, () => void (inFront === 0 && process.exit(130)));
  endWithNpm();
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    say(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}

/**
 * Ends this process when the npm that started it is gone. npm puts a shell in between, and a signal to npm ends those two
 * alone. Commands started without npm are left to their starter.
 */
export function endWithNpm() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  setInterval(() => void (process.ppid !== parent && process.kill(process.pid, 'SIGTERM')), 500).unref();
}

/**
 * Runs a command to its end with its output on our stderr (or as `stdio` says).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 * @returns {Promise<number>} the exit code; 124 after the time-out, 128 when a signal ended it, 127 when it cannot be started
 */
export function run(command, args, { timeoutMs, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
    let timedOut = false;
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    const release = forwardSignals(child);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      release();
      done(code);
    };
    child.once('error', () => finish(127));
    child.once('exit', (code) => finish(timedOut ? 124 : (code ?? 128)));
  });
}

/**
 * Runs a command and returns its standard output; its standard error is dropped.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, stdout: string }>}
 */
export function capture(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.once('error', () => done({ code: 127, stdout }));
    child.once('close', (code) => done({ code: code ?? 128, stdout }));
  });
}

/** npm as it was started, or the one on the path. */
export function npm(/** @type {readonly string[]} */ args, /** @type {Parameters<typeof run>[2]} */ options = {}) {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && cli.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32', ...options });
}

/** A tool of node_modules by the path of its script, so that no shell and no npx is needed. */
export function tool(/** @type {string} */ script, /** @type {readonly string[]} */ args, /** @type {Parameters<typeof run>[2]} */ options = {}) {
  return run(process.execPath, [resolve(root, 'node_modules', script), ...args], options);
}

/** Passes an interrupt on to a child, so that we end after it and not before. Returns how to stop doing so. */
export function forwardSignals(/** @type {import('node:child_process').ChildProcess} */ child) {
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  inFront += 1;
  for (const signal of signals) process.on(signal, forward);
  return () => {
    inFront -= 1;
    for (const signal of signals) process.off(signal, forward);
  };
}

/**
 * Starts a companion (display, bus, sandbox) that ends with us. It has its own process group: an interrupt at the terminal
 * reaches the command in front alone, and its companions stay until it has ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function companion(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, ...options, detached: true, windowsHide: true });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/**
 * The first line a companion writes to one of its outputs.
 * @param {import('node:child_process').ChildProcess} child
 * @param {import('node:stream').Readable} output
 * @param {string} name for the message when it ends without a line
 * @returns {Promise<string>}
 */
export function firstLine(child, output, name) {
  return new Promise((done, fail) => {
    let text = '';
    child.once('error', (error) => fail(new SetupError(`${name} cannot be started: ${error.message}`)));
    child.once('exit', (code, signal) => fail(new SetupError(`${name} ended before it was ready (${signal ?? code})`)));
    output.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) done(text.slice(0, end));
    });
  });
}

/** Ends a child and waits until it is gone; after the grace it is killed. */
export async function stop(/** @type {import('node:child_process').ChildProcess} */ child, graceMs = 3000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}
