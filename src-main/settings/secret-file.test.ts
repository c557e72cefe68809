import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseCipher, keyCipher, type Cipher, type SystemStorage } from './cipher.ts';
import { secretFile } from './secret-file.ts';

const newCipher = (): Cipher => {
  const cipher = keyCipher(randomBytes(32).toString('base64'));
  if (!cipher) throw new Error('32 bytes are a key');
  return cipher;
};

const keyStore = (backend: string, available = true): SystemStorage => ({
  isEncryptionAvailable: () => available,
  getSelectedStorageBackend: () => backend,
  encryptString: (clear) => Buffer.from(clear, 'utf8').reverse(),
  decryptString: (sealed) => Buffer.from(sealed).reverse().toString('utf8'),
});

describe('secret file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-secret-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('gives back what was written, and holds none of it in clear', async () => {
    const path = join(folder, 'work', 'one');
    const file = secretFile(path, newCipher());
    await file.write({ text: 'Your visit is on Wednesday' });
    expect(await file.read()).toEqual({ text: 'Your visit is on Wednesday' });
    expect((await readFile(path)).includes('Wednesday')).toBe(false);
    expect(await readdir(join(folder, 'work'))).toEqual(['one']);
  });

  test('answers null where there is nothing yet', async () => {
    expect(await secretFile(join(folder, 'none'), newCipher()).read()).toBeNull();
  });

  test('puts a file that cannot be read aside instead of writing over it', async () => {
    const path = join(folder, 'one');
    await secretFile(path, newCipher()).write({ drafts: 1 });
    const other = secretFile(path, newCipher());
    expect(await other.read()).toBeNull();
    expect(await readdir(folder)).toEqual(['one.unreadable']);
  });

  test('a half-written file left by a kill changes nothing', async () => {
    const path = join(folder, 'one');
    const file = secretFile(path, newCipher());
    await file.write('old');
    await writeFile(`${path}.half`, 'cut off in the mid');
    expect(await file.read()).toBe('old');
    await file.write('new');
    expect(await file.read()).toBe('new');
  });
});

describe('choice of cipher', () => {
  test("a key store whose password is fixed protects nothing and is not used", () => {
    expect(chooseCipher(keyStore('basic_text'), null)).toBeNull();
    expect(chooseCipher(keyStore('gnome_libsecret', false), null)).toBeNull();
    expect(chooseCipher(keyStore('gnome_libsecret'), null)).not.toBeNull();
  });

  test("an administrator's key comes first; one of the wrong length is not taken", async () => {
    const chosen = chooseCipher(keyStore('basic_text'), randomBytes(32).toString('base64'));
    expect(await chosen?.decrypt(await chosen.encrypt('ëmoji 😊'))).toBe('ëmoji 😊');
    expect(chooseCipher(keyStore('basic_text'), randomBytes(16).toString('base64'))).toBeNull();
  });

  test('the newer asynchronous calls are used where they are there', async () => {
    const calls: string[] = [];
    const storage: SystemStorage = {
      ...keyStore('gnome_libsecret'),
      encryptStringAsync: (clear) => { calls.push('encrypt'); return Promise.resolve(Buffer.from(clear)); },
      decryptStringAsync: (sealed) => { calls.push('decrypt'); return Promise.resolve({ result: sealed.toString() }); },
    };
    const cipher = chooseCipher(storage, null);
    expect(await cipher?.decrypt(await cipher.encrypt('text'))).toBe('text');
    expect(calls).toEqual(['encrypt', 'decrypt']);
  });
});
