// What is written when an agent saves the diagnostics: one JSON file that whoever helps them can read, with nobody's words in it.
import type { Counts } from './counters.ts';
import type { LogLine } from './log.ts';
import { redactTree } from './redact.ts';

export interface BundleParts {
  readonly writtenAt: number;
  readonly startedAt: number;
  readonly app: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
  readonly connection: unknown;
  readonly health: unknown;
  readonly counts: Readonly<Record<string, number>>;
  readonly counters: Counts;
  readonly settings: unknown;
  readonly log: readonly LogLine[];
}

const moment = (ms: number): string => new Date(ms).toISOString();

/** Whatever it is given, it writes numbers, switches, versions and words of our own only. */
export function bundleOf({ writtenAt, startedAt, ...rest }: BundleParts): string {
  return `${JSON.stringify(redactTree({ kind: 'parley-diagnostics', format: 1, writtenAt: moment(writtenAt), startedAt: moment(startedAt), ...rest }), null, 2)}\n`;
}
