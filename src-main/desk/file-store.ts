// Where the bytes of attached files wait: encrypted on disk (`settings/sealed-files.ts`), or in memory where nothing may be written.

export interface FileStore {
  /** Kept whole when this resolves; rejects with nothing left behind. */
  readonly write: (fileId: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;
  /** The bytes from `start` to `end` (exclusive). Rejects when they are not there. */
  readonly read: (fileId: string, start: number, end: number) => Promise<Uint8Array>;
  readonly remove: (fileId: string) => Promise<void>;
  /** Removes everything else, as after a kill between two steps. */
  readonly keepOnly: (fileIds: ReadonlySet<string>) => Promise<void>;
}

export function memoryFiles(): FileStore {
  const files = new Map<string, Buffer>();
  return {
    write: async (fileId, pieces) => {
      const parts: Uint8Array[] = [];
      for await (const piece of pieces) parts.push(piece);
      files.set(fileId, Buffer.concat(parts));
    },
    read: (fileId, start, end) => {
      const bytes = files.get(fileId);
      return bytes !== undefined && end <= bytes.length ? Promise.resolve(bytes.subarray(start, end)) : Promise.reject(new Error('The file is not there.'));
    },
    remove: (fileId) => {
      files.delete(fileId);
      return Promise.resolve();
    },
    keepOnly: (fileIds) => {
      for (const fileId of files.keys()) if (!fileIds.has(fileId)) files.delete(fileId);
      return Promise.resolve();
    },
  };
}
