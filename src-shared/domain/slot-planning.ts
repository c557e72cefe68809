// Slots of an appointment from what the agent says: which days, between which hours, how long, with which pause.
import type { SlotEdit } from './template.ts';
import { momentIn } from './zones.ts';

export interface SlotPlan {
  /** `yyyy-MM-dd`. */
  readonly days: readonly string[];
  /** Minutes since midnight on the clock of `zone`. */
  readonly from: number;
  readonly to: number;
  /** Minutes. */
  readonly duration: number;
  readonly gap: number;
  /** IANA name. */
  readonly zone: string;
}

/** More than anybody chooses from. */
export const MOST_SLOTS = 60;

/** The slots of the plan that lie after `now`, in order; times the clock jumps over have none. */
export function planSlots({ days, from, to, duration, gap, zone }: SlotPlan, now: number): readonly SlotEdit[] {
  const step = Math.max(1, duration) + Math.max(0, gap);
  const slots: SlotEdit[] = [];
  for (const day of [...new Set(days)].sort()) {
    for (let minute = from; minute + duration <= to; minute += step) {
      const start = momentIn(zone, day, minute);
      if (start !== null && start > now && duration > 0) slots.push({ key: `slot-${day}-${String(minute)}`, start, seconds: duration * 60 });
    }
  }
  return slots.slice(0, MOST_SLOTS);
}
