// Encrypted files of any size, readable from any place: each has a key of its own, kept in it under the cipher of the agent's work.
// Layout: length of the sealed key (4 bytes), the sealed key, then pieces of PIECE bytes, each as nonce, tag, content (AES-256-GCM, its number authenticated).
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cipher } from './cipher.ts';

const PIECE = 256 * 1024;
const NONCE = 12;
const TAG = 16;
const SEALED_PIECE = NONCE + TAG + PIECE;

export interface SealedFiles {
  /** On disk and whole when this resolves; rejects (source or disk) with nothing left behind. */
  readonly write: (fileId: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;
  /** The bytes from `start` to `end` (exclusive). Rejects when they are not there or not what was written. */
  readonly read: (fileId: string, start: number, end: number) => Promise<Uint8Array>;
  readonly remove: (fileId: string) => Promise<void>;
  /** Removes everything else, as after a kill between two steps. */
  readonly keepOnly: (fileIds: ReadonlySet<string>) => Promise<void>;
}

const numbered = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};

function seal(key: Buffer, number: number, clear: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(numbered(number));
  const content = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]);
}

function unseal(key: Buffer, number: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE)).setAAD(numbered(number));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** Pieces of exactly PIECE bytes, but for the last. */
async function* evened(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    held = Buffer.concat([held, piece]);
    while (held.length >= PIECE) {
      yield held.subarray(0, PIECE);
      held = held.subarray(PIECE);
    }
  }
  if (held.length > 0) yield held;
}

export function sealedFiles(folder: string, cipher: Cipher): SealedFiles {
  const path = (fileId: string): string => {
    if (!/^[\w-]{1,64}$/.test(fileId)) throw new Error('Not the id of a file.');
    return join(folder, fileId);
  };

  const keyOf = async (file: FileHandle): Promise<{ readonly key: Buffer; readonly start: number }> => {
    const length = (await exactly(file, 0, 4)).readUInt32BE();
    if (length > 64 * 1024) throw new Error('The file is damaged.');
    return { key: Buffer.from(await cipher.decrypt(await exactly(file, 4, length)), 'base64'), start: 4 + length };
  };

  return {
    write: async (fileId, pieces) => {
      const whole = path(fileId);
      const half = `${whole}.half`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        const file = await open(half, 'w', 0o600);
        try {
          const key = randomBytes(32);
          const sealedKey = await cipher.encrypt(key.toString('base64'));
          await file.writeFile(Buffer.concat([numbered(sealedKey.length), sealedKey]));
          let number = 0;
          for await (const piece of evened(pieces)) {
            await file.writeFile(seal(key, number, piece));
            number += 1;
          }
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(half, whole);
      } catch (error) {
        await rm(half, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    read: async (fileId, start, end) => {
      const file = await open(path(fileId), 'r');
      try {
        const { key, start: at } = await keyOf(file);
        const first = Math.floor(start / PIECE);
        const parts: Buffer[] = [];
        for (let number = first; number * PIECE < end; number += 1) {
          const sealed = Buffer.alloc(SEALED_PIECE);
          const { bytesRead } = await file.read(sealed, 0, SEALED_PIECE, at + number * SEALED_PIECE);
          parts.push(unseal(key, number, sealed.subarray(0, bytesRead)));
        }
        const bytes = Buffer.concat(parts).subarray(start - first * PIECE, end - first * PIECE);
        if (bytes.length !== end - start) throw new Error('The file is not whole.');
        return bytes;
      } finally {
        await file.close();
      }
    },
    remove: async (fileId) => { await rm(path(fileId), { force: true }); },
    keepOnly: async (fileIds) => {
      const names = await readdir(folder).catch(() => []);
      await Promise.all(names.filter((name) => !fileIds.has(name)).map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

async function exactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead !== length) throw new Error('The file is not whole.');
  return bytes;
}
