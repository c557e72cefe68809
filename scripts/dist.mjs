// npm run dist: packages of Parley in release/. Arguments go to electron-builder: `--dir` for the unpacked app, `--win`.
import { build } from './lib/build.mjs';
import { packageApp } from './lib/package.mjs';
import { main } from './lib/process.mjs';
import { ensureAll } from './lib/setup.mjs';

await main(async () => {
  const runtime = await ensureAll();
  await build();
  return packageApp({ runtime, args: process.argv.slice(2) });
});
