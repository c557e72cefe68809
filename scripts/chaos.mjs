// npm run chaos: the session under every fault. `--seeds N`, `--from N`, `--seed N`, `--replay FILE`; see docs/reliability.md.
import { chaos } from './lib/chaos.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/process.mjs';

await main(async () => {
  await ensureDependencies();
  const { code, stdout } = await chaos(process.argv.slice(2));
  process.stdout.write(stdout);
  return code;
});
