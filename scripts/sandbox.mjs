// npm run sandbox: the local contact centre. Its standard output is the one line of JSON and nothing else.
// It runs in this very process, so that whoever ends the command ends the sandbox.
import { createRequire } from 'node:module';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithNpm, say, SetupError } from './lib/process.mjs';
import { bundleSandbox } from './lib/sandbox.mjs';

endWithNpm();
try {
  await ensureDependencies();
  const file = await bundleSandbox();
  process.setSourceMapsEnabled(true);
  process.argv.splice(1, 1, file);
  createRequire(import.meta.url)(file);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
