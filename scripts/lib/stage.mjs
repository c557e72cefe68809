// The stage of everything that starts the built app unattended (e2e, tour, bench): runtime, build, a display and a bus of its own.
import { build } from './build.mjs';
import { openBus, openDisplay } from './display.mjs';
import { ensureAll } from './setup.mjs';

/**
 * Prepares the stage, lets `work` play on it and takes it down.
 * @template T
 * @param {(env: NodeJS.ProcessEnv, runtime: import('./runtime.mjs').Runtime) => Promise<T>} work `env` is the environment to start commands with
 * @returns {Promise<T>}
 */
export async function onStage(work) {
  const runtime = await ensureAll();
  await build();
  const display = await openDisplay();
  const bus = await openBus();
  try {
    return await work(
      {
        ...process.env,
        ...display.env,
        ...bus.env,
        PARLEY_ELECTRON: runtime.executable,
        PARLEY_ELECTRON_VERSION: runtime.version,
        PARLEY_ELECTRON_SOURCE: runtime.source,
      },
      runtime,
    );
  } finally {
    await bus.close();
    await display.close();
  }
}

/** Playwright's command line, as a path inside node_modules. */
export const playwright = '@playwright/test/cli.js';
