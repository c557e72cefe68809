// The checks that run nothing of the app: types, style, borders, dead code. `npm run lint` and `npm test` share them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, tool } from './process.mjs';

/** @typedef {{ name: string, run: () => Promise<number> }} Check */

const cruised = ['src-main', 'src-preload', 'src-renderer', 'src-shared', 'src-sandbox', 'e2e', 'bench'];

const onStderr = { stdio: /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]) };

/** @type {Check} */
export const typeCheck = { name: 'types (tsc)', run: () => tool('typescript/bin/tsc', ['-b'], onStderr) };

/** @type {readonly Check[]} */
export const lintChecks = [
  {
    name: 'lint (eslint)',
    run: () => tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint', '--cache-strategy', 'content'], onStderr),
  },
  { name: 'accessibility lint (oxlint)', run: () => tool('oxlint/bin/oxlint', ['--deny-warnings'], onStderr) },
  {
    name: 'borders (dependency-cruiser)',
    run: () =>
      tool(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        ['--config', '.dependency-cruiser.cjs', ...cruised.filter((folder) => existsSync(join(root, folder)))],
        onStderr,
      ),
  },
  { name: 'dead code (knip)', run: () => tool('knip/bin/knip.js', ['--no-progress', '--no-config-hints'], onStderr) },
];
