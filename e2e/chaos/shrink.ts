// Makes a failing schedule short: takes steps out, in ever smaller pieces, while it still fails in the same way.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';
import type { Schedule } from './steps.ts';

/** Real time and a real machine are part of a run: a schedule that fails now and then is tried this often. */
const TRIES = 2;
const MOST_RUNS = 80;

/** What kind of breach it is, without names and numbers. */
export const kindOf = (words: string): string => words.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#').replace(/\d+/g, '#').replace(/["[(].*/, '').slice(0, 40);

/** Takes out pieces as long as `fails` holds for the rest (delta debugging). Asks at most `most` times. */
export async function smallest<T>(items: readonly T[], fails: (rest: readonly T[]) => Promise<boolean>, most: number): Promise<readonly T[]> {
  let now = items;
  let asked = 0;
  let size = Math.ceil(now.length / 2);
  while (now.length > 0 && asked < most) {
    let taken = false;
    for (let start = 0; start < now.length && asked < most;) {
      const rest = [...now.slice(0, start), ...now.slice(start + size)];
      asked += 1;
      if (await fails(rest)) {
        now = rest;
        taken = true;
      } else start += size;
    }
    if (size === 1 && !taken) break;
    size = Math.max(1, Math.min(Math.ceil(size / 2), Math.ceil(now.length / 2)));
  }
  return now;
}

export async function shrink(seed: number, schedule: Schedule, broken: readonly string[], speed: number, say: (text: string) => void): Promise<Schedule> {
  const kinds = new Set(broken.map(kindOf));
  const failsOnce = async (rest: Schedule): Promise<boolean> => (await run(seed, rest, speed)).broken.some((words) => kinds.has(kindOf(words)));
  const fails = async (rest: Schedule): Promise<boolean> => {
    // Tried side by side: one that fails is enough.
    const tries = await Promise.all(Array.from({ length: TRIES }, () => failsOnce(rest)));
    return tries.includes(true);
  };
  const shortest = await smallest(schedule, fails, MOST_RUNS);
  if (shortest.length === schedule.length) say(`seed ${String(seed)} did not fail again with fewer steps: it depends on timing`);
  return shortest;
}

const FAILURES = '.cache/chaos/failures';

const keep = (name: string, text: string): string => {
  mkdirSync(FAILURES, { recursive: true });
  const file = join(FAILURES, name);
  writeFileSync(file, `${text}\n`);
  return file;
};

/** Keeps a failing schedule, to be replayed; answers where. */
export const keepFailure = (seed: number, schedule: Schedule): string => keep(`seed-${String(seed)}.json`, JSON.stringify({ seed, schedule }, null, 1));

/** Keeps what happened in a failing run, line by line. */
export const keepTrace = (seed: number, trace: string): string => keep(`seed-${String(seed)}.txt`, trace);
