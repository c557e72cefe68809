// npm run lint: every static check but the types, all of them even when one fails.
import { lintChecks } from './lib/checks.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main, say } from './lib/process.mjs';

await main(async () => {
  await ensureDependencies();
  let failed = 0;
  for (const check of lintChecks) {
    const passed = (await check.run()) === 0;
    say(`${passed ? 'passed' : 'FAILED'}: ${check.name}`);
    if (!passed) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
