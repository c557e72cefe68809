// npm run sandbox: the local contact centre. Its standard output is the one line of JSON and nothing else.
import { ensureDependencies } from './lib/dependencies.mjs';
import { main, run } from './lib/process.mjs';
import { bundleSandbox } from './lib/sandbox.mjs';

await main(async () => {
  await ensureDependencies();
  const file = await bundleSandbox();
  return run(process.execPath, ['--enable-source-maps', file, ...process.argv.slice(2)], { stdio: 'inherit' });
});
