// Counts what happens in a run, by group and name. Names are words of our own code or of the protocol, redacted like the log's fields.
import { redactField } from './redact.ts';

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Counters {
  readonly add: (group: string, name: string) => void;
  readonly all: () => Counts;
  /** Of a group together; 0 when nothing was counted. */
  readonly sum: (group: string) => number;
}

/** Names kept apart in a group; more than these are one: a broken server must not fill the memory. */
const MAX_NAMES = 100;

export function createCounters(): Counters {
  const groups = new Map<string, Map<string, number>>();
  const namesOf = (group: string): Map<string, number> => {
    const names = groups.get(group) ?? new Map<string, number>();
    groups.set(group, names);
    return names;
  };
  return {
    add: (group, name) => {
      const names = namesOf(group);
      const word = redactField(name);
      const key = names.has(word) || names.size < MAX_NAMES ? word : 'other';
      names.set(key, (names.get(key) ?? 0) + 1);
    },
    all: () => Object.fromEntries([...groups].map(([group, names]) => [group, Object.fromEntries(names)])),
    sum: (group) => [...(groups.get(group)?.values() ?? [])].reduce((sum, count) => sum + count, 0),
  };
}
