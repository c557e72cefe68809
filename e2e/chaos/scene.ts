// What a run is played with, and what it leaves behind.
import type { Book } from './book.ts';
import type { Centre } from './centre.ts';
import type { App } from './desk-process.ts';
import type { Pace } from './pace.ts';
import type { Proxy } from './proxy.ts';
import type { Recovery, RecoveryWatch } from './recovery.ts';
import type { StatusWatch } from './status-watch.ts';

export interface Scene {
  readonly pace: Pace;
  readonly centre: Centre;
  readonly proxy: Proxy;
  readonly app: App;
  readonly book: Book;
  readonly recovery: RecoveryWatch;
  readonly status: StatusWatch;
  /** A fault that really hit something. */
  readonly hit: (fault: string, times: number) => void;
}

export interface RunResult {
  readonly seed: number;
  /** What did not hold; empty = all ledgers agree. */
  readonly broken: readonly string[];
  /** How often each fault hit something. */
  readonly faults: Readonly<Record<string, number>>;
  readonly recoveries: readonly Recovery[];
  readonly messages: number;
  readonly offers: number;
  /** Wall time, ms. */
  readonly took: number;
}
