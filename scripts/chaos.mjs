// npm run chaos: the session under every fault. `--seeds N`, `--from N`, `--seed N`, `--replay FILE`; see docs/reliability.md.
import { bundle } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main, run } from './lib/process.mjs';

await main(async () => {
  await ensureDependencies();
  await bundle({ entry: 'e2e/chaos/main-host.ts', outFile: '.cache/chaos/main-host.mjs' });
  const file = await bundle({ entry: 'e2e/chaos/main.ts', outFile: '.cache/chaos/main.mjs' });
  return run(process.execPath, ['--enable-source-maps', file, ...process.argv.slice(2)], { stdio: 'inherit' });
});
