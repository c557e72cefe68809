// CPU time and memory of a process and all its descendants, from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';

/** Jiffies a second: 100 on every Linux that Electron runs on. */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

/** A process may end between two reads; then it counts no more. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function statOf(pid: number): Stat | null {
  const line = read(`/proc/${String(pid)}/stat`);
  if (line === null) return null;
  // The name in parentheses may hold anything; the fields after it are numbers.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { pid, parent: Number(fields[1]), cpuMs: (ticks * 1000) / TICKS_PER_SECOND };
}

function treeOf(root: number): Stat[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => statOf(Number(name))).filter((one) => one !== null);
  const tree = all.filter(({ pid }) => pid === root);
  for (const member of tree) tree.push(...all.filter(({ parent }) => parent === member.pid));
  return tree;
}

/** User and system time of the whole tree, in ms. */
export const cpuMsOf = (root: number): number => treeOf(root).reduce((sum, { cpuMs }) => sum + cpuMs, 0);

/** The main process, the page's renderer, and the rest: GPU, network, the zygotes. */
export type Part = 'main' | 'page' | 'others';

export interface Memory {
  readonly pssMb: number;
  readonly processes: number;
  readonly parts: Readonly<Record<Part, number>>;
}

/** Proportional set size of the whole tree, in MB: shared pages are counted once over all who share them. */
export function memoryOf(root: number): Memory {
  const sizes = treeOf(root).flatMap(({ pid }) => {
    const kb = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${String(pid)}/smaps_rollup`) ?? '')?.[1];
    return kb === undefined ? [] : [{ part: partOf(pid, root), mb: Number(kb) / 1024 }];
  });
  const sum = (only?: Part): number => sizes.filter(({ part }) => only === undefined || part === only).reduce((total, { mb }) => total + mb, 0);
  return { pssMb: sum(), processes: sizes.length, parts: { main: sum('main'), page: sum('page'), others: sum('others') } };
}

function partOf(pid: number, root: number): Part {
  if (pid === root) return 'main';
  return read(`/proc/${String(pid)}/cmdline`)?.includes('--type=renderer') === true ? 'page' : 'others';
}
