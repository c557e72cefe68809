// How Electron is started from source.
import { root, say } from './process.mjs';

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
