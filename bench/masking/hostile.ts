// What 10,000 hostile characters cost: as the first text of a fresh process, as the first one after the warm-up, and warm. In
// processor time of the thread that masks, which says the same on a busy machine; that of all threads (compiling and collecting
// garbage run beside it) and the clock are told as well.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMasker, type Masker } from '../../src-main/masking/index.ts';
import { SHAPES, mixtures, repeated } from '../../src-main/masking/testing/hostile-shapes.ts';
import { warmUp } from '../../src-main/masking/warm-up.ts';

export const HOSTILE_LENGTH = 10_000;
const MIXTURES = 1_500;
/** Of each shape so many fresh processes, of which the one in the middle counts. */
const PROCESSES = 3;
/** `bench/masking/run.ts` as a file of its own. */
const PROGRAM = resolve('.cache/bench/masking.mjs');

/** Milliseconds. */
interface Cost {
  readonly thread: number;
  readonly all: number;
  readonly clock: number;
}

/** The cost of hostile texts of one sort. */
export interface HostileFigures {
  readonly name: string;
  readonly median: Cost;
  readonly ninetyNine: Cost;
  readonly worst: Cost;
}

const bed = new Int32Array(new SharedArrayBuffer(4));

/** Processor time of this thread where the system tells, else of the process. Linux brings its account up to date when a thread sleeps. */
export function threadMilliseconds(): number {
  if (process.platform !== 'linux') return processMilliseconds();
  Atomics.wait(bed, 0, 0, 0.05);
  return Number(readFileSync(`/proc/self/task/${String(process.pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

function processMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function costOf(masker: Masker, text: string): Cost {
  threadMilliseconds();
  const [thread, all, clock] = [threadMilliseconds(), processMilliseconds(), performance.now()];
  masker.mask(text);
  const cost = { clock: performance.now() - clock, all: processMilliseconds() - all };
  return { ...cost, thread: threadMilliseconds() - thread };
}

const warmed = (masker: Masker): Promise<void> => new Promise((done) => {
  let turns = 0;
  warmUp(masker, (turn) => {
    turns += 1;
    const mine = turns;
    setTimeout(() => {
      turn();
      // A turn that put off no other was the last one.
      if (mine === turns) done();
    }, 5);
  });
});

/** In a process of its own: `fresh SHAPE`, `first SHAPE` (after the warm-up) or `mixed`. Prints the costs. */
export async function measureHere(how: string, shape: number): Promise<void> {
  const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });
  if (how !== 'fresh') await warmed(masker);
  const mixture = mixtures(4_711, HOSTILE_LENGTH);
  const texts = how === 'mixed' ? Array.from({ length: MIXTURES }, mixture) : [repeated(SHAPES[shape] ?? '', HOSTILE_LENGTH)];
  process.stdout.write(JSON.stringify(texts.map((text) => costOf(masker, text))));
}

const costsIn = (...options: readonly string[]): Cost[] => JSON.parse(spawnSync(process.execPath, [PROGRAM, ...options], { encoding: 'utf8' }).stdout) as Cost[];

const byThread = (a: Cost, b: Cost): number => a.thread - b.thread;

/** The cost in the middle of several fresh processes. */
function middleOf(how: string, shape: number): Cost {
  const costs = Array.from({ length: PROCESSES }, () => costsIn(how, String(shape))).flat().sort(byThread);
  const middle = costs[Math.floor(costs.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

function figuresOf(name: string, costs: readonly Cost[]): HostileFigures {
  const at = (share: number): Cost => {
    const place = (key: keyof Cost): number => costs.map((cost) => cost[key]).sort((a, b) => a - b)[Math.floor((costs.length - 1) * share)] ?? NaN;
    return { thread: place('thread'), all: place('all'), clock: place('clock') };
  };
  return { name, median: at(0.5), ninetyNine: at(0.99), worst: at(1) };
}

/** Every shape in fresh processes, then random mixtures in one warm one. */
export function runHostileBench(): HostileFigures[] {
  const each = (how: string): Cost[] => SHAPES.map((_, shape) => middleOf(how, shape));
  return [
    figuresOf(`each of ${String(SHAPES.length)} shapes as the first text of a fresh process`, each('fresh')),
    figuresOf('the same, after the warm-up', each('first')),
    figuresOf(`${MIXTURES.toLocaleString('en-GB')} random mixtures of them, warm`, costsIn('mixed', '0')),
  ];
}

/** The figures as a table for people. */
export function describeHostileBench(figures: readonly HostileFigures[]): string {
  const ms = (value: number): string => value.toFixed(1);
  const rows = figures.map(({ name, median, ninetyNine, worst }) => [name, ms(median.thread), ms(ninetyNine.thread), ms(worst.thread), ms(worst.all), ms(worst.clock)]);
  const head = ['10,000 hostile characters, ms', 'median', '99 %', 'worst', 'worst of all threads', 'worst by the clock'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
