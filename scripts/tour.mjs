// npm run tour: drives an agent's whole day and leaves numbered pictures of it in tour/.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { main, root, say, tool } from './lib/process.mjs';
import { onStage, playwright } from './lib/stage.mjs';

await main(async () => {
  const folder = join(root, 'tour');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const code = await onStage(({ env }) => tool(playwright, ['test', '--project=tour', ...process.argv.slice(2)], { env, stdio: 'inherit' }));
  say('the pictures are in tour/');
  return code;
});
