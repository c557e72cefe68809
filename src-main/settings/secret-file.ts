// One encrypted JSON file, replaced whole: a reader finds the old content or the new one, never half of either.
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Cipher } from './cipher.ts';

export interface SecretFile {
  readonly read: () => Promise<unknown>;
  readonly write: (content: unknown) => Promise<void>;
}

/** Content that cannot be read (other key, damaged) is put aside as `<path>.unreadable`, so that nothing is overwritten in silence. */
export function secretFile(path: string, cipher: Cipher): SecretFile {
  return {
    read: async () => {
      const sealed = await readFile(path).catch(() => null);
      if (sealed === null) return null;
      try {
        return JSON.parse(await cipher.decrypt(sealed)) as unknown;
      } catch {
        await rename(path, `${path}.unreadable`).catch(() => undefined);
        return null;
      }
    },
    write: async (content) => {
      const directory = dirname(path);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const half = `${path}.half`;
      try {
        const file = await open(half, 'w', 0o600);
        try {
          await file.writeFile(await cipher.encrypt(JSON.stringify(content)));
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(half, path);
        await syncDirectory(directory);
      } catch (error) {
        await rm(half, { force: true }).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Makes the rename itself survive a power loss. Windows has no such call and needs none. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
