// What the runner and the process that holds main say to each other.
import type { CommandName } from '../../src-shared/ipc/commands.ts';
import type { Patch, Snapshot } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import type { Pace } from './pace.ts';
import type { KillPoint } from './steps.ts';

export interface Opening {
  /** Where main keeps its files: the same folder after a kill. */
  readonly folder: string;
  readonly baseUrl: string;
  readonly pace: Pace;
  readonly seed: number;
}

export type ToMain =
  | { readonly type: 'open'; readonly opening: Opening }
  | { readonly type: 'signIn' | 'wake' | 'close' }
  | { readonly type: 'command'; readonly id: number; readonly name: CommandName; readonly args: unknown }
  | { readonly type: 'snapshot' | 'truth'; readonly id: number }
  | { readonly type: 'token'; readonly id: number; readonly token: string | null }
  | { readonly type: 'killAt'; readonly point: KillPoint };

/** What main itself holds, beside what it published. */
export interface Truth {
  readonly view: DeskView;
  readonly outbox: readonly { readonly taskId: string; readonly text: string; readonly state: string }[];
}

export type FromMain =
  | { readonly type: 'ready' | 'closed' }
  | { readonly type: 'opened' }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'snapshot'; readonly id: number; readonly snapshot: Snapshot<DeskView> }
  | { readonly type: 'truth'; readonly id: number; readonly truth: Truth }
  | { readonly type: 'patch'; readonly patch: Patch }
  | { readonly type: 'wantToken'; readonly id: number; readonly refused: string | null }
  /** A bug main reported, without content. */
  | { readonly type: 'bug'; readonly message: string };
