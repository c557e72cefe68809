// Makes packages of the built app with electron-builder.
import { SetupError, tool } from './process.mjs';

/**
 * Runs electron-builder with electron-builder.yml. The app must be built.
 * @param {{ runtime: import('./runtime.mjs').Runtime, args: readonly string[] }} options `args`: electron-builder's own, such as `--dir`
 * @returns {Promise<number>} its exit code
 */
export function packageApp({ runtime, args }) {
  const unpacked = args.includes('--dir');
  if (runtime.source === 'fallback' && !unpacked) {
    throw new SetupError('Packages for people are made with the official Electron, which cannot be downloaded here. `npm run dist -- --dir` makes an unpacked app for tests.');
  }
  // The official one is fetched by electron-builder for the target system; the fallback is told to it.
  const electron = runtime.source === 'fallback' ? [`-c.electronVersion=${runtime.version}`, `-c.electronDist=${runtime.dist}`] : [];
  // Without certificates at hand a search for them only costs time.
  const env = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_LINK ? 'true' : 'false' };
  return tool('electron-builder/cli.js', [...args, '--publish', 'never', ...electron], { env });
}
