// The one object the preload exposes as `window.parley`: commands up, snapshots and patches down.
import type { Result } from '../domain/result.ts';
import type { CommandArguments, CommandName, CommandValue } from './commands.ts';
import type { Patch, Snapshot } from './patch.ts';
import type { DeskView } from './view.ts';

export interface ParleyBridge {
  /** The whole view and its revision. Patches with a higher revision follow. */
  readonly snapshot: () => Promise<Snapshot<DeskView>>;
  /** Calls back with every patch; answers the function that stops it. */
  readonly onPatch: (listener: (patch: Patch) => void) => () => void;
  readonly command: <N extends CommandName>(name: N, args: CommandArguments<N>) => Promise<Result<CommandValue<N>>>;
}

export const channels = {
  snapshot: 'parley:snapshot', patch: 'parley:patch', command: 'parley:command',
} as const;
