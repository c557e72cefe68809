// The ledger: everything that happened, in order, with who, when and what was accepted. Tests compare the app with it.
import type { OfferOutcome, OfferVia, StoredMessage } from './records.ts';

export type LedgerFact =
  | { readonly kind: 'message'; readonly taskId: string; readonly accepted: true; readonly from: string; readonly message: StoredMessage }
  | { readonly kind: 'message'; readonly taskId: string; readonly accepted: false; readonly from: string; readonly aliasId: string; readonly reason: string }
  /** The same `aliasId` again: answered with the first answer, nothing appended. */
  | { readonly kind: 'messageRepeated'; readonly taskId: string; readonly from: string; readonly aliasId: string; readonly seq: number }
  | { readonly kind: 'typing'; readonly taskId: string; readonly from: string; readonly state: 'start' | 'end' }
  | { readonly kind: 'offer'; readonly taskId: string; readonly offerId: string; readonly agentId: string; readonly via: OfferVia }
  | { readonly kind: 'offerOutcome'; readonly taskId: string; readonly offerId: string; readonly agentId: string; readonly outcome: OfferOutcome; readonly reason: string }
  | { readonly kind: 'agentState'; readonly agentId: string; readonly subStatus: string; readonly auxCodeId: string; readonly by: string; readonly reason: string }
  | { readonly kind: 'taskState'; readonly taskId: string; readonly change: string; readonly by: string; readonly detail?: string }
  | { readonly kind: 'command'; readonly agentId: string; readonly command: string; readonly taskId: string | null; readonly accepted: boolean; readonly reason: string }
  /** A delivery to the webhook; `status` 0 = nothing answered. */
  | { readonly kind: 'webhook'; readonly taskId: string; readonly seq: number; readonly status: number }
  | { readonly kind: 'control'; readonly change: string };

/** `n` counts from 1 without gap; `at` is ms since the epoch. */
export type LedgerEntry = { readonly n: number; readonly at: number } & LedgerFact;

export interface Ledger {
  readonly note: (fact: LedgerFact) => void;
  readonly after: (n: number) => readonly LedgerEntry[];
}

export function createLedger(now: () => number): Ledger {
  const entries: LedgerEntry[] = [];
  return {
    note: (fact) => { entries.push({ n: entries.length + 1, at: now(), ...fact }); },
    after: (n) => entries.slice(Math.max(0, n)),
  };
}
