import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './lock.mjs';

describe('a lock between processes', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    folder = mkdtempSync(join(tmpdir(), 'parley-lock-'));
    file = join(folder, 'deep/step.lock');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The id of a process that has ended. */
  const ended = () => spawnSync(process.execPath, ['-e', '']).pid;

  it('lets one through after the other and leaves nothing behind', async () => {
    /** @type {string[]} */
    const order = [];
    const work = (/** @type {string} */ name) => async () => {
      order.push(`${name} in`);
      await new Promise((done) => setImmediate(done));
      order.push(`${name} out`);
      return name;
    };
    expect(await Promise.all([withLock(file, work('a')), withLock(file, work('b'))])).toEqual(['a', 'b']);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(existsSync(file)).toBe(false);
  });

  it('is released when the work fails', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(file)).toBe(false);
  });

  it('takes over from a process that has ended', async () => {
    await withLock(file, async () => {});
    writeFileSync(file, String(ended()));
    expect(await withLock(file, async () => 'done')).toBe('done');
  });

  it('takes over what a crash left half-written, also when the crash hit the take-over itself', async () => {
    await withLock(file, async () => {});
    const longAgo = new Date(Date.now() - 60_000);
    for (const left of [file, `${file}.takeover`]) {
      writeFileSync(left, '');
      utimesSync(left, longAgo, longAgo);
    }
    expect(await withLock(file, async () => 'done')).toBe('done');
    expect(existsSync(`${file}.takeover`)).toBe(false);
  });
});
