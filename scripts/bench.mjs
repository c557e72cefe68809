// npm run bench: measures the built app on real Electron. Arguments say what, as in `npm run bench -- startup memory`.
import { bundle } from './lib/bundle.mjs';
import { main, run } from './lib/process.mjs';
import { onStage } from './lib/stage.mjs';

await main(() =>
  onStage(async ({ env }) => {
    // Masking is measured in fresh processes too, which are to load nothing else.
    await bundle({ entry: 'bench/masking/run.ts', outFile: '.cache/bench/masking.mjs' });
    const file = await bundle({ entry: 'bench/main.ts', outFile: '.cache/bench/main.mjs', external: ['electron', /^playwright/, /^@playwright\//] });
    return run(process.execPath, ['--enable-source-maps', file, ...process.argv.slice(2)], { env, stdio: 'inherit' });
  }),
);
