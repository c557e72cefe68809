// One process at a time through a critical step (installing, unpacking), across processes and after crashes.
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './process.mjs';

/** Writing a lock takes far less; a file this old without a living holder was left by a crash. */
const crashedAfterMs = 10_000;

/**
 * Runs `work` while holding the lock file. A lock whose holder no longer runs is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  await mkdir(dirname(file), { recursive: true });
  for (let told = false; !(await create(file)); told = true) {
    if (!told) say(`another Parley command is busy with the same step; waiting for it (${file})`);
    if (await abandoned(file)) await takeOver(file);
    else await pause(200);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** @returns {Promise<boolean>} false when the file is there already */
async function create(/** @type {string} */ file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

async function abandoned(/** @type {string} */ file) {
  try {
    const holder = Number(await readFile(file, 'utf8'));
    if (holder > 0) return !runs(holder);
    return Date.now() - (await stat(file)).mtimeMs > crashedAfterMs;
  } catch {
    return false;
  }
}

/** Two that wait must not remove each other's new lock: only the one with the second file looks again and removes. */
async function takeOver(/** @type {string} */ file) {
  const guard = `${file}.takeover`;
  if (!(await create(guard))) {
    const age = await stat(guard).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
    if (age > crashedAfterMs) await rm(guard, { force: true });
    return;
  }
  try {
    if (await abandoned(file)) await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

function runs(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
