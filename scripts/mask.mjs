// Masks standard input with Parley's own engine. Plain Node: bundles the engine when its sources are newer,
// then runs it on this process's streams.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

if (!existsSync(resolve(root, 'node_modules/rolldown')) || !existsSync(resolve(root, 'node_modules/ibantools'))) {
  const { ensureDependencies } = await import('./lib/setup.mjs');
  await ensureDependencies();
}
const { bundle } = await import('./lib/bundle.mjs');
const program = await bundle({ entry: 'src-main/masking/cli.ts', outFile: 'out/mask/mask.mjs' });
await import(pathToFileURL(program).href);
