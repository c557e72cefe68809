// npm run chaos: the session under every fault. `--seeds N`, `--from N`, `--seed N`, `--replay FILE`, `--window`; see docs/reliability.md.
import { chaos } from './lib/chaos.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/process.mjs';
import { onStage } from './lib/stage.mjs';

await main(async () => {
  await ensureDependencies();
  const args = process.argv.slice(2);
  // A window needs the app built, a runtime and a display.
  const { code, stdout } = args.includes('--window') ? await onStage(({ env }) => chaos(args, env)) : await chaos(args);
  process.stdout.write(stdout);
  return code;
});
