// npm test: installs what is missing, then everything that proves Parley works, cheapest first. A failed step does not stop
// the next. Its last line is `N passed, N failed`.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lintChecks, typeCheck } from './lib/checks.mjs';
import { chaos } from './lib/chaos.mjs';
import { chaosCounts, countsOf, judged, playwrightCounts, vitestCounts } from './lib/counts.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { packageApp } from './lib/package.mjs';
import { main, root, say, tool } from './lib/process.mjs';
import { openStage, playwright } from './lib/stage.mjs';

/** @typedef {import('./lib/counts.mjs').Counts & { name: string, seconds: number }} Outcome */

const reports = join(root, '.cache/report');
/** @type {Outcome[]} */
const outcomes = [];

/** Runs a step and keeps what became of it. An exception in it is a failure like any other. */
async function step(/** @type {string} */ name, /** @type {() => Promise<import('./lib/counts.mjs').Counts>} */ work) {
  say(name);
  const start = performance.now();
  const counts = await work().catch((error) => {
    say(String(error instanceof Error ? (error.stack ?? error.message) : error));
    return { passed: 0, failed: 1, skipped: 0, failures: [String(error)] };
  });
  outcomes.push({ name, ...counts, seconds: (performance.now() - start) / 1000 });
  return counts.failed === 0;
}

/** A step that either holds or does not. */
function checked(/** @type {import('./lib/checks.mjs').Check} */ check) {
  return step(check.name, async () => {
    const failed = (await check.run()) === 0 ? 0 : 1;
    return { passed: 1 - failed, failed, skipped: 0 };
  });
}

function unitTests() {
  const report = join(reports, 'unit.json');
  return step('unit and protocol tests (vitest)', async () => {
    const code = await tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
    return judged(await countsOf(report, vitestCounts), code);
  });
}

/** Seeds of the fault harness; more of them, and shrinking of what fails, with `npm run chaos`. */
const SEEDS = 200;
/** Played at once: fewer than the command's own, so that a machine with two cores is not what breaks a limit. */
const AT_ONCE = 8;

function underFaults() {
  return step(`the session under ${SEEDS} seeds of faults (chaos)`, async () => {
    const { code, stdout } = await chaos(['--seeds', String(SEEDS), '--jobs', String(AT_ONCE), '--no-shrink']);
    return judged(chaosCounts(stdout), code);
  });
}

function endToEnd(/** @type {string} */ name, /** @type {string} */ project, /** @type {NodeJS.ProcessEnv} */ env) {
  const report = join(reports, `${project}.json`);
  return step(name, async () => {
    const code = await tool(playwright, ['test', `--project=${project}`], { env: { ...env, PARLEY_E2E_REPORT: report } });
    return judged(await countsOf(report, playwrightCounts), code);
  });
}

async function onElectron(/** @type {import('./lib/stage.mjs').Stage} */ { env, runtime, close }) {
  try {
    await endToEnd('end to end on Electron (playwright)', 'e2e', env);
    const packaged = await checked({ name: 'package (electron-builder)', run: () => packageApp({ runtime, args: ['--dir'] }) });
    if (packaged) await endToEnd('smoke of the packaged app (playwright)', 'smoke', env);
  } finally {
    await close();
  }
}

function summary(/** @type {import('./lib/stage.mjs').Stage | undefined} */ stage) {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const rows = outcomes.flatMap(({ name, passed, failed, skipped, failures = [], seconds }) => {
    const skips = skipped > 0 ? `, ${skipped} skipped` : '';
    const row = `${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(width)}  ${passed} passed, ${failed} failed${skips}  (${seconds.toFixed(1)} s)`;
    return [row, ...failures.map((words) => `         ${words.slice(0, 600)}`)];
  });
  const electron = stage === undefined ? 'did not run' : `${stage.runtime.version} (${stage.runtime.source === 'official' ? 'official release' : 'fallback runtime'})`;
  return ['', `Node ${process.versions.node}, Electron ${electron}`, ...rows].join('\n');
}

await main(async () => {
  await ensureDependencies();
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });

  for (const check of [typeCheck, ...lintChecks]) await checked(check);
  await unitTests();
  await underFaults();

  /** @type {import('./lib/stage.mjs').Stage | undefined} */
  let stage;
  await checked({
    name: 'set-up and build',
    run: async () => {
      stage = await openStage();
      return 0;
    },
  });
  if (stage !== undefined) await onElectron(stage);

  const total = outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 });
  process.stdout.write(`${summary(stage)}\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
