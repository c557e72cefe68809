// Measures how long a loss of the connection lasts for the agent, from the moment the network would let it pass again.
import type { DeskView } from '../../src-shared/ipc/view.ts';

export type LossKind = 'drop' | 'halfOpen' | 'outage' | 'wake';

export interface Recovery {
  readonly kind: LossKind;
  /** ms of product time. */
  readonly ms: number;
}

export interface RecoveryWatch {
  readonly recoveries: readonly Recovery[];
  /** Another fault before the recovery makes its measure worthless: the newest counts. `from`: product time, ms. */
  readonly lost: (kind: LossKind, from: number) => void;
  /** Something else than the network is wrong now. */
  readonly disturbed: () => void;
  readonly viewed: (view: DeskView) => void;
}

export function watchRecovery(): RecoveryWatch {
  const recoveries: Recovery[] = [];
  let pending: { readonly kind: LossKind; readonly from: number } | null = null;
  return {
    recoveries,
    lost: (kind, from) => { pending = { kind, from }; },
    disturbed: () => { pending = null; },
    viewed: ({ connection }) => {
      if (pending === null || connection.state !== 'live' || connection.syncedAt < pending.from) return;
      recoveries.push({ kind: pending.kind, ms: connection.syncedAt - pending.from });
      pending = null;
    },
  };
}
