// The fault harness as a command: bundled when its sources are newer, run to its end.
import { spawn } from 'node:child_process';
import { bundle } from './bundle.mjs';
import { forwardSignals, root } from './process.mjs';

/**
 * Runs the harness; its progress goes to standard error, its one line of JSON comes back.
 * @param {readonly string[]} args as of `npm run chaos`
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, stdout: string }>}
 */
export async function chaos(args, env = process.env) {
  await bundle({ entry: 'e2e/chaos/main-host.ts', outFile: '.cache/chaos/main-host.mjs' });
  const file = await bundle({ entry: 'e2e/chaos/main.ts', outFile: '.cache/chaos/main.mjs', external: ['electron', /^playwright/, /^@playwright\//] });
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 2] });
    const release = forwardSignals(child);
    let stdout = '';
    /** @type {import('node:stream').Readable} */ (child.stdout).setEncoding('utf8').on('data', (text) => (stdout += text));
    child.once('close', (code) => {
      release();
      done({ code: code ?? 128, stdout });
    });
  });
}
