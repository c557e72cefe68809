// Finds the Electron to run from source: the official binary that package.json pins when it can be had, otherwise, on
// Linux x64, the fallback runtime. Why there are two: docs/decisions/0001-electron-and-its-fallback.md.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildFallback, fallbackId } from './fallback-runtime.mjs';
import { withLock } from './lock.mjs';
import { root, run, say, SetupError } from './process.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path of the Electron binary
 * @property {string} version Electron's version, as in `33.2.1`
 * @property {string} dist the folder the binary lives in, as electron-builder wants it
 * @property {'official' | 'fallback'} source
 */

/** Where things live that outlast a clone. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME ||
    (process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined) ||
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache'),
  'parley',
);

const electronPackage = join(root, 'node_modules/electron');

/** Trying again costs a second where the network refuses and minutes where it swallows: once a day is enough. */
const retryAfterMs = 24 * 60 * 60 * 1000;
const downloadLimitMs = 5 * 60 * 1000;

/**
 * Finds or fetches the runtime. Needs node_modules. `PARLEY_RUNTIME=official` or `fallback` insists on one of the two.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const wish = process.env.PARLEY_RUNTIME;
  const hasFallback = process.platform === 'linux' && process.arch === 'x64';
  if (wish !== 'fallback') {
    const official = (await installedOfficial()) ?? (await downloadOfficial(hasFallback && wish !== 'official'));
    if (official !== undefined) return official;
    if (wish === 'official' || !hasFallback) {
      throw new SetupError('Electron could not be downloaded; see above. `npx install-electron` tries again; ELECTRON_MIRROR names a mirror.');
    }
  }
  if (!hasFallback) throw new SetupError('There is a fallback runtime for Linux on x64 only.');
  return ensureFallback();
}

/** The fallback runtime's folder, whether it is there or not. */
export const fallbackFolder = join(cacheFolder, `runtime-${fallbackId}`);

/** @returns {Promise<Runtime | undefined>} */
async function installedOfficial() {
  try {
    const [manifest, version, path] = await Promise.all(
      ['package.json', 'dist/version', 'path.txt'].map((file) => readFile(join(electronPackage, file), 'utf8')),
    );
    const wanted = JSON.parse(/** @type {string} */ (manifest)).version;
    const dist = join(electronPackage, 'dist');
    const executable = join(dist, /** @type {string} */ (path).trim());
    if (/** @type {string} */ (version).trim().replace(/^v/, '') !== wanted || !existsSync(executable)) return undefined;
    return { executable, version: wanted, dist, source: 'official' };
  } catch {
    return undefined;
  }
}

async function downloadOfficial(/** @type {boolean} */ mayGiveUp) {
  const { version } = JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8'));
  const memory = join(cacheFolder, `no-download-${version}.json`);
  return withLock(join(cacheFolder, 'download.lock'), async () => {
    const already = await installedOfficial();
    if (already !== undefined) return already;
    if (mayGiveUp && (await failedLately(memory))) return undefined;
    say(`downloading Electron ${version}`);
    const code = await run(process.execPath, [join(electronPackage, 'install.js')], mayGiveUp ? { timeoutMs: downloadLimitMs, stdio: 'ignore' } : {});
    const runtime = code === 0 ? await installedOfficial() : undefined;
    if (runtime !== undefined) {
      await rm(memory, { force: true });
    } else if (mayGiveUp) {
      await mkdir(dirname(memory), { recursive: true });
      await writeFile(memory, JSON.stringify({ failedAt: Date.now() }));
      say(`Electron ${version} cannot be downloaded from here; taking the fallback runtime (tried again after a day, or at once with PARLEY_RUNTIME=official)`);
    }
    return runtime;
  });
}

async function failedLately(/** @type {string} */ memory) {
  try {
    const { failedAt } = JSON.parse(await readFile(memory, 'utf8'));
    return Date.now() - failedAt < retryAfterMs;
  } catch {
    return false;
  }
}

/** @returns {Promise<Runtime>} */
async function ensureFallback() {
  const read = async () => {
    try {
      const { version } = JSON.parse(await readFile(join(fallbackFolder, 'parley-runtime.json'), 'utf8'));
      const executable = join(fallbackFolder, 'electron');
      return /** @type {Runtime} */ ({ executable, version, dist: fallbackFolder, source: 'fallback' });
    } catch {
      return undefined;
    }
  };
  const ready = await read();
  if (ready !== undefined) return ready;
  return withLock(`${fallbackFolder}.lock`, async () => {
    const meanwhile = await read();
    if (meanwhile !== undefined) return meanwhile;
    await buildFallback(fallbackFolder);
    const built = await read();
    if (built === undefined) throw new SetupError(`the fallback runtime in ${fallbackFolder} is not usable`);
    return built;
  });
}
