// Uploads in memory: they live as long as the sandbox, bounded so that a test cannot eat the machine.
import { DataStore, ERRORS, type Upload } from '@tus/server';
import type { Readable } from 'node:stream';

interface Held {
  readonly upload: Upload;
  readonly chunks: Buffer[];
}

export interface StoredFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

const MAX_TOTAL = 512 * 1024 * 1024;

/** The library's errors are plain objects; it answers with their status and body. */
const tusError = (error: { readonly status_code: number; readonly body: string }): Error => Object.assign(new Error(error.body.trim()), error);

const attempt = <T>(action: () => T): Promise<T> => new Promise((resolve) => { resolve(action()); });

export class MemoryStore extends DataStore {
  readonly #held = new Map<string, Held>();

  constructor() {
    super();
    this.extensions = ['creation', 'creation-with-upload', 'creation-defer-length', 'termination'];
  }

  override create(upload: Upload): Promise<Upload> {
    this.#held.set(upload.id, { upload, chunks: [] });
    return Promise.resolve(upload);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const held = this.#find(id);
    let written = offset;
    // What arrived before a broken connection is kept: the client resumes from it.
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (this.#total() + chunk.length > MAX_TOTAL) throw tusError(ERRORS.ERR_SIZE_EXCEEDED);
      held.chunks.push(chunk);
      written += chunk.length;
      held.upload.offset = written;
    }
    return written;
  }

  override getUpload(id: string): Promise<Upload> {
    return attempt(() => this.#find(id).upload);
  }

  override declareUploadLength(id: string, length: number): Promise<void> {
    return attempt(() => { this.#find(id).upload.size = length; });
  }

  override remove(id: string): Promise<void> {
    return attempt(() => {
      this.#find(id);
      this.#held.delete(id);
    });
  }

  /** The file of a finished upload; null = unknown or not finished. */
  file(id: string): StoredFile | null {
    const held = this.#held.get(id);
    if (held === undefined || held.upload.size !== held.upload.offset) return null;
    const { metadata } = held.upload;
    return { fileName: metadata?.['fileName'] ?? 'file', mimeType: metadata?.['mimeType'] ?? 'application/octet-stream', bytes: Buffer.concat(held.chunks) };
  }

  #find(id: string): Held {
    const held = this.#held.get(id);
    if (held === undefined) throw tusError(ERRORS.FILE_NOT_FOUND);
    return held;
  }

  #total(): number {
    let total = 0;
    for (const { upload } of this.#held.values()) total += upload.offset;
    return total;
  }
}
