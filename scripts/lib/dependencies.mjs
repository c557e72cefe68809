// Node packages: installs exactly the lock file when node_modules does not hold it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { npm, root, say, SetupError } from './process.mjs';

/** Makes node_modules hold what package-lock.json says. No package's install script runs. */
export async function ensureDependencies() {
  if (await upToDate()) return;
  await withLock(join(root, '.cache/install.lock'), async () => {
    if (await upToDate()) return;
    say('installing the dependencies of package-lock.json (once, about a minute)');
    const code = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (code !== 0) throw new SetupError('npm ci failed; see above. Is the package registry reachable?');
  });
}

/**
 * npm writes node_modules/.package-lock.json last, so it tells both what is installed and that the installation ended.
 * Optional packages (other systems' binaries) may be missing.
 */
async function upToDate() {
  const [wanted, installed] = await Promise.all([packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json')]);
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || optional === true) return true;
    return installed[path]?.version === version;
  });
}

/** @returns {Promise<Record<string, { version?: string, optional?: boolean }> | undefined>} */
async function packagesOf(/** @type {string} */ file) {
  try {
    return JSON.parse(await readFile(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
