// npm start: from a fresh clone to Parley, signed in to a local contact centre with customers who write in.
// Arguments go to the app.
import { build } from './lib/build.mjs';
import { openBus, openDisplay } from './lib/display.mjs';
import { electronArguments, runElectron, signedIn } from './lib/electron.mjs';
import { main, say } from './lib/process.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { ensureAll } from './lib/setup.mjs';

await main(async () => {
  const runtime = await ensureAll();
  await build();
  const display = await openDisplay();
  const headless = 'DISPLAY' in display.env;
  // A machine without a desktop has no session bus either, and without one there are no notifications.
  const bus = headless ? await openBus() : undefined;
  const sandbox = await startSandbox(['--customers']);
  say(`the sandbox is at ${sandbox.info.url}; starting Parley`);
  try {
    return await runElectron(runtime.executable, electronArguments(process.argv.slice(2)), {
      env: { ...process.env, ...display.env, ...bus?.env, ...signedIn(sandbox.info) },
      headless,
    });
  } finally {
    await sandbox.close();
    await bus?.close();
    await display.close();
  }
});
