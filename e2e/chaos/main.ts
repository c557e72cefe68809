// npm run chaos: plays seeds, several at a time, and answers with one JSON summary; a seed that fails prints itself, what did
// not hold, and the shortest schedule that still shows it.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { endIdleProcesses } from './desk-process.ts';
import { createElectronApp } from './electron-app.ts';
import { run, type RunOptions } from './run.ts';
import { scheduleOf } from './schedule.ts';
import type { RunResult } from './scene.ts';
import { keepFailure, keepTrace, shrink } from './shrink.ts';
import type { Schedule } from './steps.ts';
import { summarise, tables } from './summary.ts';

const say = (text: string): void => { process.stderr.write(`${text}\n`); };

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    replay: { type: 'string' },
    speed: { type: 'string', default: '5' },
    jobs: { type: 'string', default: '12' },
    window: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
  },
});

// Real Electron keeps real time.
const speed = values.window ? 1 : Number(values.speed);
const jobs = values.window ? 2 : Number(values.jobs);
const options: RunOptions = values.window ? { window: createElectronApp } : {};
const first = Number(values.seed ?? values.from);
const count = values.seed === undefined && values.replay === undefined ? Number(values.seeds) : 1;
const replayed = values.replay === undefined ? null : (JSON.parse(readFileSync(values.replay, 'utf8')) as { readonly seed: number; readonly schedule: Schedule });

/** More failures than this say nothing new. */
const ENOUGH_FAILURES = 20;

const results: RunResult[] = [];
const failures: { readonly seed: number; readonly schedule: Schedule; readonly broken: readonly string[] }[] = [];
const began = performance.now();
let next = 0;

const work = async (): Promise<void> => {
  for (let index = next; index < count && failures.length < ENOUGH_FAILURES; index = next) {
    next += 1;
    const seed = replayed?.seed ?? first + index;
    const schedule = replayed?.schedule ?? scheduleOf(seed);
    // What fails once may not fail again: what happened is kept from the first time.
    const lines: string[] = [];
    const result = await run(seed, schedule, speed, { ...options, write: values.trace ? say : (line) => { lines.push(line); } });
    results.push(result);
    if (result.broken.length > 0) {
      failures.push({ seed, schedule, broken: result.broken });
      const words = `seed ${String(seed)} FAILED:\n  ${result.broken.join('\n  ')}`;
      say(`${failures.length === 1 ? `${lines.join('\n')}\n` : ''}${words}`);
      keepTrace(seed, [...lines, words].join('\n'));
    }
    if (results.length % 25 === 0) say(`${String(results.length)} of ${String(count)} seeds, ${String(failures.length)} failed, ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  }
};

await Promise.all(Array.from({ length: Math.min(count, jobs) }, work));
const seconds = (performance.now() - began) / 1_000;

if (!values['no-shrink']) {
  for (const failure of values.window ? [] : failures.slice(0, 3)) {
    say(`shrinking seed ${String(failure.seed)} …`);
    const shortest = await shrink(failure.seed, failure.schedule, failure.broken, speed, say);
    const file = keepFailure(failure.seed, shortest);
    say(`seed ${String(failure.seed)}: ${String(shortest.length)} steps are enough; replay with: npm run chaos -- --replay ${file}\n${shortest.map((step) => `  ${JSON.stringify(step)}`).join('\n')}`);
  }
}
endIdleProcesses();
const summary = summarise(results, { seconds, speed, jobs });
say(tables(summary));
process.stdout.write(`${JSON.stringify(summary)}\n`);
// A run that got stuck must not keep this process.
process.exit(failures.length === 0 ? 0 : 1);
