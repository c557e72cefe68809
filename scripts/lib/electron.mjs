// How Electron is started from source.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { forwardSignals, root, say, SetupError } from './process.mjs';

/**
 * Chromium refuses to run as root with its sandbox. Development and tests go without it there; packages never do.
 * @returns {boolean}
 */
export function mustDropSandbox() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * The arguments that start the app of this folder.
 * @param {readonly string[]} [extra] for the app itself
 * @returns {string[]}
 */
export function electronArguments(extra = []) {
  const drop = mustDropSandbox();
  if (drop) say('running as root, so Chromium gets --no-sandbox (development and tests only)');
  return [...(drop ? ['--no-sandbox'] : []), root, ...extra];
}

/**
 * What the app finds in its environment to sign in to a local contact centre at once.
 * @param {import('./sandbox.mjs').SandboxInfo} sandbox
 * @returns {Record<string, string>}
 */
export function signedIn(sandbox) {
  const agent = sandbox.agents[0];
  if (agent === undefined) throw new Error('the sandbox has no agents');
  return { PARLEY_CONTACT_CENTRE: sandbox.url, PARLEY_ACCESS_TOKEN: agent.token };
}

/** Chromium's complaints about a machine without a desktop (system bus, graphics card). Nothing is wrong with the app. */
const headlessNoise = /^\[\d+:.*:ERROR:(bus|viz_main_impl|gpu_\w+)\.cc\(\d+\)\]/;

/**
 * Runs Electron in front until it ends, its output on ours.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, headless: boolean }} options `headless`: leave out what a missing desktop makes Chromium say
 * @returns {Promise<number>} the exit code
 */
export function runElectron(executable, args, { env, headless }) {
  return new Promise((done, fail) => {
    const child = spawn(executable, args, { cwd: root, env, stdio: ['inherit', 'inherit', headless ? 'pipe' : 'inherit'] });
    const release = forwardSignals(child);
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (!headlessNoise.test(line)) process.stderr.write(`${line}\n`);
      });
    }
    child.once('error', (error) => fail(new SetupError(`${executable} cannot be started: ${error.message}`)));
    child.once('exit', (code) => {
      release();
      done(code ?? 128);
    });
  });
}
