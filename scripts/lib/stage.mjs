// The stage of everything that starts the built app unattended (e2e, tour, bench): runtime, build, a display and a bus of its own.
import { build } from './build.mjs';
import { openBus, openDisplay } from './display.mjs';
import { ensureAll } from './setup.mjs';

/**
 * @typedef {object} Stage
 * @property {NodeJS.ProcessEnv} env the environment to start commands with
 * @property {import('./runtime.mjs').Runtime} runtime
 * @property {() => Promise<void>} close
 */

/**
 * Prepares the stage. Close it.
 * @returns {Promise<Stage>}
 */
export async function openStage() {
  const runtime = await ensureAll();
  await build();
  const display = await openDisplay();
  const bus = await openBus();
  const env = {
    ...process.env,
    ...display.env,
    ...bus.env,
    PARLEY_ELECTRON: runtime.executable,
    PARLEY_ELECTRON_VERSION: runtime.version,
    PARLEY_ELECTRON_SOURCE: runtime.source,
  };
  const close = async () => {
    await bus.close();
    await display.close();
  };
  return { env, runtime, close };
}

/**
 * Lets `work` play on the stage and takes it down.
 * @template T
 * @param {(stage: Stage) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onStage(work) {
  const stage = await openStage();
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

/** Playwright's command line, as a path inside node_modules. */
export const playwright = '@playwright/test/cli.js';
