// Slots as an agent plans them, and the clock of other zones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSlots, type SlotPlan } from './slot-planning.ts';
import { momentIn, offsetAt } from './zones.ts';

const plan = (over: Partial<SlotPlan> = {}): SlotPlan => ({ days: ['2026-05-26'], from: 9 * 60, to: 12 * 60, duration: 60, gap: 30, zone: 'Europe/Amsterdam', ...over });
const times = (over: Partial<SlotPlan>, now = 0): readonly string[] => planSlots(plan(over), now).map(({ start }) => new Date(start).toISOString().slice(0, 16));

describe('planSlots', () => {
  it('fills the hours with slots and pauses, on the clock of the place', () => {
    expect(times({})).toEqual(['2026-05-26T07:00', '2026-05-26T08:30']);
    expect(times({ gap: 0, zone: 'America/New_York' })).toEqual(['2026-05-26T13:00', '2026-05-26T14:00', '2026-05-26T15:00']);
  });

  it('leaves out what has passed, and times the clock jumps over', () => {
    expect(times({}, Date.parse('2026-05-26T07:30Z'))).toEqual(['2026-05-26T08:30']);
    expect(times({ days: ['2026-03-29'], from: 60, to: 240, gap: 0 })).toEqual(['2026-03-29T00:00', '2026-03-29T01:00']);
  });

  it('never overlaps, never repeats an id, and stays inside the hours', () => {
    const any = fc.record({ from: fc.nat(1_200), length: fc.integer({ min: 0, max: 700 }), duration: fc.integer({ min: 0, max: 240 }), gap: fc.nat(120), now: fc.integer({ min: 0, max: Date.UTC(2027, 0) }) });
    fc.assert(fc.property(any, ({ from, length, duration, gap, now }) => {
      const slots = planSlots(plan({ days: ['2026-10-25', '2026-10-26', '2026-10-25'], from, to: from + length, duration, gap }), now);
      expect(new Set(slots.map(({ key }) => key)).size).toBe(slots.length);
      for (const [index, slot] of slots.entries()) {
        expect(slot.start).toBeGreaterThan(now);
        const next = slots[index + 1];
        if (next) expect(next.start).toBeGreaterThanOrEqual(slot.start + slot.seconds * 1000);
      }
    }));
  });
});

it('finds the moment a clock shows, in any zone', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia');
  fc.assert(fc.property(zones, fc.date({ min: new Date('2020-01-02T00:00Z'), max: new Date('2035-01-01T00:00Z'), noInvalidDate: true }), fc.nat(1_439), (zone, date, minute) => {
    const day = date.toISOString().slice(0, 10);
    const at = momentIn(zone, day, minute);
    if (at === null) return;
    const clock = new Date(at + offsetAt(zone, at) * 60_000).toISOString();
    expect(clock.slice(0, 16)).toBe(new Date(Date.parse(`${day}T00:00Z`) + minute * 60_000).toISOString().slice(0, 16));
  }));
  expect(momentIn('Europe/Amsterdam', '2026-03-29', 150)).toBeNull();
  expect(momentIn('Europe/Amsterdam', 'no day', 150)).toBeNull();
});
