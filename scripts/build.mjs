// npm run build: the app's bundles in out/, when they are not up to date.
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/process.mjs';

await main(async () => {
  await ensureDependencies();
  await build();
});
