// The sandbox as a companion process: bundled when its sources are newer, started, asked for its one line.
import { bundle } from './bundle.mjs';
import { companion, firstLine, stop } from './process.mjs';

/**
 * The line the sandbox prints once it listens.
 * @typedef {object} SandboxInfo
 * @property {string} url
 * @property {string} orgId
 * @property {string} serviceToken
 * @property {{ id: string, name: string, token: string, teamId: string }[]} agents
 * @property {{ id: string, name: string }[]} queues
 * @property {{ id: string, name: string }[]} assets
 */

/** Bundles the sandbox; the package carries the same file. Returns its absolute path. */
export function bundleSandbox() {
  return bundle({ entry: 'src-sandbox/main.ts', outFile: 'out/sandbox/index.cjs' });
}

/**
 * Starts a sandbox on a free port of this machine.
 * @param {readonly string[]} [args] beyond `--port 0`
 * @returns {Promise<{ info: SandboxInfo, close: () => Promise<void> }>}
 */
export async function startSandbox(args = []) {
  const file = await bundleSandbox();
  // With the pipe as its input it ends when we do, even when nothing here gets to say goodbye.
  const child = companion(process.execPath, ['--enable-source-maps', file, '--port', '0', '--with-parent', ...args], { stdio: ['pipe', 'pipe', 2] });
  const line = await firstLine(child, /** @type {import('node:stream').Readable} */ (child.stdout), 'the sandbox');
  return { info: JSON.parse(line), close: () => stop(child) };
}
