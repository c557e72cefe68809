// Encryption of what is kept on disk: the system's key store, else an administrator's key, else none (then nothing is kept).
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface Cipher {
  readonly encrypt: (clear: string) => Promise<Buffer>;
  /** Rejects when the bytes were not made with this key. */
  readonly decrypt: (sealed: Buffer) => Promise<string>;
}

/** What is used of Electron's `safeStorage`: the older releases have the first half only, the newer ones prefer the second. */
export interface SystemStorage {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (clear: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
  readonly getSelectedStorageBackend?: () => string;
  readonly encryptStringAsync?: (clear: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (sealed: Buffer) => Promise<{ readonly result: string }>;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, tag, content. `key` is base64 of 32 bytes; anything else answers null. */
export function keyCipher(key: string): Cipher | null {
  const secret = Buffer.from(key, 'base64');
  if (secret.length !== KEY_BYTES) return null;
  return {
    encrypt: (clear) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const content = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
      return Promise.resolve(Buffer.concat([nonce, cipher.getAuthTag(), content]));
    },
    decrypt: async (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const clear = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return Promise.resolve(clear.toString('utf8'));
    },
  };
}

/** The system's key store. On Linux the `basic_text` backend is a fixed password, which protects nothing: refused. */
function systemCipher(storage: SystemStorage): Cipher | null {
  if (!storage.isEncryptionAvailable()) return null;
  if (storage.getSelectedStorageBackend?.() === 'basic_text') return null;
  return {
    encrypt: async (clear) => (storage.encryptStringAsync ? await storage.encryptStringAsync(clear) : storage.encryptString(clear)),
    decrypt: async (sealed) => (storage.decryptStringAsync ? (await storage.decryptStringAsync(sealed)).result : storage.decryptString(sealed)),
  };
}

/** null = nothing may be written. Call after the app is ready: the Linux backend is not known before. */
export const chooseCipher = (storage: SystemStorage, storageKey: string | null): Cipher | null =>
  (storageKey === null ? null : keyCipher(storageKey)) ?? systemCipher(storage);
