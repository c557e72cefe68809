// npm start: from a fresh clone to Parley, signed in to a local contact centre with customers who write in.
// Arguments go to the app.
import { build } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { electronArguments, signedIn } from './lib/electron.mjs';
import { main, run, say } from './lib/process.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { ensureAll } from './lib/setup.mjs';

await main(async () => {
  const runtime = await ensureAll();
  await build();
  const display = await openDisplay();
  const sandbox = await startSandbox(['--customers']);
  say(`the sandbox is at ${sandbox.info.url}; starting Parley`);
  try {
    return await run(runtime.executable, electronArguments(process.argv.slice(2)), {
      stdio: 'inherit',
      env: { ...process.env, ...display.env, ...signedIn(sandbox.info) },
    });
  } finally {
    await sandbox.close();
    await display.close();
  }
});
