// Measures how long a loss of the connection lasts for the agent, from the moment the network would let it pass again.
import type { DeskView } from '../../src-shared/ipc/view.ts';

export type LossKind = 'drop' | 'halfOpen' | 'outage' | 'wake';

export interface Recovery {
  readonly kind: LossKind;
  /** ms of product time. */
  readonly ms: number;
  /** Another fault was at work, or came or had ended less than `NEAR` before or after the loss. */
  readonly disturbed: boolean;
}

/** ms of product time. */
export const NEAR = 5_000;

export interface RecoveryWatch {
  readonly recoveries: () => readonly Recovery[];
  /** A loss that is over when the connection is live again; an earlier one that is not makes way. `from`: product time, ms. */
  readonly lost: (kind: LossKind, from: number, armed: boolean) => void;
  /** Something went wrong from `at` to `until`, product time in ms. Of a loss itself that is told before it. */
  readonly fault: (at: number, until?: number) => void;
  /** Main is another one now: what it had lost is nobody's to find. */
  readonly gone: () => void;
  readonly viewed: (view: DeskView) => void;
}

interface Loss {
  readonly kind: LossKind;
  readonly from: number;
  /** Faults known when it began, its own included; `armed`: some were waiting for their occasion. */
  readonly faults: number;
  readonly armed: boolean;
}

export function watchRecovery(): RecoveryWatch {
  const done: { readonly loss: Loss; readonly ms: number }[] = [];
  const faults: { readonly at: number; readonly until: number }[] = [];
  let pending: Loss | null = null;
  const isDisturbed = ({ from, faults: own, armed }: Loss, ms: number): boolean =>
    armed || faults.some(({ at, until }, index) => index !== own - 1 && at < from + Math.max(ms, NEAR) && until > from - NEAR);
  return {
    recoveries: () => done.map(({ loss, ms }) => ({ kind: loss.kind, ms, disturbed: isDisturbed(loss, ms) })),
    lost: (kind, from, armed) => { pending = { kind, from, faults: faults.length, armed }; },
    fault: (at, until = at) => { faults.push({ at, until }); },
    gone: () => { pending = null; },
    viewed: ({ connection }) => {
      if (pending === null || connection.state !== 'live' || connection.syncedAt < pending.from) return;
      done.push({ loss: pending, ms: connection.syncedAt - pending.from });
      pending = null;
    },
  };
}
