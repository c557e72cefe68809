// npm run e2e: the end-to-end tests on real Electron. Arguments go to Playwright: a file, `-g "S1"`, `--project smoke`.
import { main, tool } from './lib/process.mjs';
import { onStage, playwright } from './lib/stage.mjs';

await main(() => {
  const args = process.argv.slice(2);
  const project = args.some((arg) => arg.startsWith('--project')) ? [] : ['--project=e2e'];
  return onStage(({ env }) => tool(playwright, ['test', ...project, ...args], { env, stdio: 'inherit' }));
});
