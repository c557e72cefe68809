// Encrypted files: read from any place, unreadable to anybody else, whole or not there.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyCipher } from './cipher.ts';
import { sealedFiles } from './sealed-files.ts';

const cipher = keyCipher(Buffer.alloc(32, 3).toString('base64'));
const other = keyCipher(Buffer.alloc(32, 4).toString('base64'));
if (cipher === null || other === null) throw new Error('A key of 32 bytes is one.');

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'parley-sealed-')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const content = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 7 + (index >> 8)) % 256));

it('gives back any part of what was written, however it came', async () => {
  const files = sealedFiles(folder, cipher);
  await files.write('a', cut(content, 100_001));
  await fc.assert(fc.asyncProperty(fc.nat(content.length), fc.nat(content.length), async (x, y) => {
    const [start, end] = [Math.min(x, y), Math.max(x, y)];
    expect(content.subarray(start, end).equals(await files.read('a', start, end))).toBe(true);
  }), { numRuns: 40 });
  await expect(files.read('a', 0, content.length + 1)).rejects.toThrow();
});

it('keeps nothing readable on disk, and nothing that another key opens', async () => {
  await sealedFiles(folder, cipher).write('a', cut(Buffer.from('4111 1111 1111 1111'.repeat(20_000)), 50_000));
  expect((await readFile(join(folder, 'a'))).toString('latin1')).not.toContain('4111 1111');
  await expect(sealedFiles(folder, other).read('a', 0, 10)).rejects.toThrow();
});

it('notices a piece that was changed or moved', async () => {
  const files = sealedFiles(folder, cipher);
  await files.write('a', cut(content, 65_536));
  const sealed = await readFile(join(folder, 'a'));
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(400_000) ^ 1, 400_000);
  await writeFile(join(folder, 'a'), changed);
  await expect(files.read('a', 0, content.length)).rejects.toThrow();
});

it('leaves nothing behind of a source that breaks, and clears away what nobody needs', async () => {
  const files = sealedFiles(folder, cipher);
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(content);
    throw new Error('unplugged');
  };
  await expect(files.write('a', broken())).rejects.toThrow('unplugged');
  expect(await readdir(folder)).toEqual([]);
  for (const id of ['a', 'b', 'c']) await files.write(id, cut(content, 65_536));
  await files.remove('b');
  await files.keepOnly(new Set(['c']));
  expect(await readdir(folder)).toEqual(['c']);
  await expect(files.write('../d', cut(content, 1))).rejects.toThrow();
});
