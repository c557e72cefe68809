// Bundles one TypeScript entry into a single file that plain Node runs. Skips the work while the bundle
// is newer than every source that went into it, so commands built this way start without a delay.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The list of inputs lies beside the bundle: the next run compares it with the disk. */
const manifestOf = (outFile) => `${outFile}.inputs.json`;

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

function isFresh(outFile, settings) {
  const built = modified(outFile);
  const manifest = manifestOf(outFile);
  if (built === undefined || !existsSync(manifest)) return false;
  try {
    const { inputs, settings: previous } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (JSON.stringify(previous) !== JSON.stringify(settings)) return false;
    return inputs.every((input) => (modified(resolve(root, input)) ?? Infinity) <= built);
  } catch {
    return false;
  }
}

/**
 * Bundles `entry` (and every dependency it imports, save Node's own modules and `external`) into `outFile`.
 * Paths are absolute or relative to the repository. `.cjs` gives CommonJS, anything else an ES module.
 * Resolves to the absolute path of the bundle; rejects when the sources do not build.
 * @param {{ entry: string, outFile: string, external?: (string | RegExp)[] }} options
 */
export async function bundle({ entry, outFile, external = [] }) {
  const input = resolve(root, entry);
  const target = resolve(root, outFile);
  const settings = { entry: relative(root, input), external: external.map(String) };
  if (isFresh(target, settings)) return target;

  // Loaded late: a fresh bundle must not pay for loading the bundler.
  const { rolldown } = await import('rolldown');
  const commonJs = target.endsWith('.cjs');
  const build = await rolldown({ input, external, platform: 'node', logLevel: 'warn', cwd: root });
  try {
    mkdirSync(dirname(target), { recursive: true });
    const { output } = await build.write({
      file: target,
      format: commonJs ? 'cjs' : 'esm',
      sourcemap: true,
      codeSplitting: false,
    });
    const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
    const inputs = modules.filter((id) => existsSync(id)).map((id) => relative(root, id));
    inputs.push('package-lock.json', 'scripts/lib/bundle.mjs');
    writeFileSync(manifestOf(target), JSON.stringify({ settings, inputs }));
  } finally {
    await build.close();
  }
  return target;
}
