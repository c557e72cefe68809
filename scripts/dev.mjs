// npm run dev: Parley with hot reload of the page and restarts of the main process, against a local contact centre.
import { openDisplay } from './lib/display.mjs';
import { mustDropSandbox, signedIn } from './lib/electron.mjs';
import { main, say, tool } from './lib/process.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { ensureAll } from './lib/setup.mjs';
import { bundleSpelling } from './lib/spelling.mjs';

await main(async () => {
  const runtime = await ensureAll();
  const display = await openDisplay();
  await bundleSpelling();
  const sandbox = await startSandbox(['--customers']);
  say(`the sandbox is at ${sandbox.info.url}; starting Parley with hot reload`);
  try {
    return await tool('electron-vite/bin/electron-vite.js', ['dev', '--watch', ...(mustDropSandbox() ? ['--noSandbox'] : []), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, ...display.env, ...signedIn(sandbox.info), ELECTRON_EXEC_PATH: runtime.executable },
    });
  } finally {
    await sandbox.close();
    await display.close();
  }
});
