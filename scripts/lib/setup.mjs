// Everything a fresh clone lacks, in one place. Imports nothing that needs node_modules.
import { ensureDependencies } from './dependencies.mjs';
import { say } from './process.mjs';
import { ensureRuntime, fallbackFolder } from './runtime.mjs';
import { ensureSystemLibraries } from './system.mjs';
import { existsSync } from 'node:fs';

export { ensureDependencies, ensureRuntime, ensureSystemLibraries };

/**
 * Installs what starting Electron takes: packages, system libraries, the runtime.
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function ensureAll() {
  await ensureDependencies();
  await ensureSystemLibraries({ fallback: process.arch === 'x64' && !existsSync(fallbackFolder) });
  const runtime = await ensureRuntime();
  say(`Electron ${runtime.version} (${runtime.source === 'official' ? 'the official release' : 'the fallback runtime'})`);
  return runtime;
}
