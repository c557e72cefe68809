// Builds out/ when its sources differ from those of the last build.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, say, SetupError, tool } from './process.mjs';
import { bundleSandbox } from './sandbox.mjs';
import { bundleSpelling } from './spelling.mjs';

const sources = ['src-main', 'src-preload', 'src-renderer', 'src-shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const results = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];
const stamp = join(root, 'out/build.json');

/** Brings out/main, out/preload, out/renderer, out/sandbox and out/spelling up to date. */
export async function build() {
  await withLock(join(root, '.cache/build.lock'), async () => {
    const fingerprint = await fingerprintOf(sources);
    if (!(await upToDate(fingerprint))) {
      say('building');
      // A failed build must not leave a stamp that calls its remains good.
      await rm(stamp, { force: true });
      const code = await tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
      if (code !== 0) throw new SetupError('the build failed; see above');
      await writeFile(stamp, JSON.stringify({ fingerprint }));
    }
    await bundleSandbox();
    await bundleSpelling();
  });
}

async function upToDate(/** @type {string} */ fingerprint) {
  if (!results.every((file) => existsSync(join(root, file)))) return false;
  try {
    return JSON.parse(await readFile(stamp, 'utf8')).fingerprint === fingerprint;
  } catch {
    return false;
  }
}

/** By content, since a checkout changes times and a copy does not keep them. Tests are no part of the app. */
async function fingerprintOf(/** @type {readonly string[]} */ paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of (await filesOf(path)).sort()) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`${file}\0`).update(await readFile(join(root, file)));
    }
  }
  return hash.digest('hex');
}

/** @returns {Promise<string[]>} */
async function filesOf(/** @type {string} */ path) {
  if (/\.\w+$/.test(path)) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
