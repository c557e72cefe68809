// Shared libraries and commands that Electron and the tests need on Linux: looks for each and, as root on Debian or
// Ubuntu, installs exactly the missing ones; elsewhere says what to install.
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { capture, run, say, SetupError } from './process.mjs';

/**
 * What is looked for (a `font` by fontconfig's pattern), and the Debian or Ubuntu packages that have it: names changed with
 * the 64-bit time_t move. Fonts are a matter of looks, so nothing fails without them.
 * @typedef {{ library?: string, command?: string, font?: string, packages: readonly string[], for: 'window' | 'headless' | 'fallback' }} Need
 * @type {readonly Need[]}
 */
const needs = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0', 'libgtk-3-0t64'], for: 'window' },
  { library: 'libnss3.so', packages: ['libnss3'], for: 'window' },
  { library: 'libasound.so.2', packages: ['libasound2', 'libasound2t64'], for: 'window' },
  { library: 'libgbm.so.1', packages: ['libgbm1'], for: 'window' },
  // Without it Electron says that notifications are not supported and shows none.
  { library: 'libnotify.so.4', packages: ['libnotify4'], for: 'window' },
  { command: 'Xvfb', packages: ['xvfb'], for: 'headless' },
  { command: 'dbus-daemon', packages: ['dbus', 'dbus-daemon'], for: 'headless' },
  // The face the design is drawn with, and colour emoji: customers' messages are full of them.
  { font: 'Inter', packages: ['fonts-inter'], for: 'headless' },
  { font: ':color=true:charset=1f600', packages: ['fonts-noto-color-emoji'], for: 'headless' },
  { command: 'unzip', packages: ['unzip'], for: 'fallback' },
];

/**
 * Makes the system able to show a window. Does nothing on macOS and Windows.
 * @param {{ fallback?: boolean }} [options] `fallback`: what unpacking the fallback runtime takes is needed too
 */
export async function ensureSystemLibraries({ fallback = false } = {}) {
  if (process.platform !== 'linux') return;
  const headless = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const missing = await missingOf(
    needs.filter((need) => need.for === 'window' || (need.for === 'headless' && headless) || (need.for === 'fallback' && fallback)),
  );
  if (missing.length === 0) return;

  const apt = await commandExists('apt-get');
  const packages = apt ? await debianNames(missing) : missing.map((need) => /** @type {string} */ (need.packages[0]));
  if (!apt || process.getuid?.() !== 0) {
    if (missing.some(isVital)) throw new SetupError(advice(missing, packages, apt));
    say(`pictures will look better with these system packages: ${packages.join(' ')}`);
    return;
  }

  say(`installing system packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], { env })) !== 0) say('apt-get update failed; trying with the package lists at hand');
  // The names may have been unknown before the lists were read.
  const names = await debianNames(missing);
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  const still = (await missingOf(missing)).filter(isVital);
  if (code !== 0 && still.length > 0) throw new SetupError(`apt-get could not install ${names.join(' ')}; see above`);
  if (still.length > 0) throw new SetupError(`still missing after the installation: ${still.map(nameOf).join(', ')}`);
}

function advice(/** @type {readonly Need[]} */ missing, /** @type {string[]} */ packages, /** @type {boolean} */ apt) {
  const what = missing.map(nameOf).join(', ');
  return apt
    ? `Parley needs a few system packages (missing: ${what}). Install them, then try again:\n  sudo apt-get install --no-install-recommends ${packages.join(' ')}`
    : `Parley needs ${what}. Install them with your system's package manager, then try again (on Debian they are in: ${packages.join(' ')}).`;
}

const nameOf = (/** @type {Need} */ need) => need.library ?? need.command ?? need.packages[0];

const isVital = (/** @type {Need} */ need) => need.font === undefined;

async function missingOf(/** @type {readonly Need[]} */ wanted) {
  const libraries = await loadableLibraries();
  const found = await Promise.all(
    wanted.map(({ library, command, font }) => {
      if (library !== undefined) return libraries === undefined || libraries.has(library);
      return command !== undefined ? commandExists(command) : fontExists(/** @type {string} */ (font));
    }),
  );
  return wanted.filter((_, index) => found[index] === false);
}

async function fontExists(/** @type {string} */ pattern) {
  const { stdout } = await capture('fc-list', [pattern, 'family']);
  return stdout.trim() !== '';
}

/** The names in the loader's cache, or undefined where a system keeps none (then the check is left to the loader itself). */
async function loadableLibraries() {
  const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/sbin:/usr/sbin` };
  const { code, stdout } = await capture('ldconfig', ['-p'], { env });
  if (code !== 0) return undefined;
  return new Set([...stdout.matchAll(/^\s+(\S+) \(/gm)].map((match) => match[1]));
}

async function commandExists(/** @type {string} */ name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const hits = await Promise.all(folders.map((folder) => access(join(folder, name), constants.X_OK).then(() => true, () => false)));
  return hits.includes(true);
}

/** For each need the first package that this release can install. */
async function debianNames(/** @type {readonly Need[]} */ missing) {
  return Promise.all(
    missing.map(async ({ packages }) => {
      for (const name of packages) {
        const { stdout } = await capture('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
        if (/Candidate: (?!\(none\))\S/.test(stdout)) return name;
      }
      return /** @type {string} */ (packages[0]);
    }),
  );
}
