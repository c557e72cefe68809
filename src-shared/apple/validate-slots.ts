// Whether the slots of an appointment can be chosen: in the future, each once; overlaps and changes of the clock are warned of.
import type { OutboundOf } from '../domain/outbound.ts';
import { offsetAt } from '../domain/zones.ts';
import { MAX_SLOT_SECONDS } from './limits.ts';
import type { Note } from './note.ts';

export function validateSlots({ slots, offset, zone }: OutboundOf<'timePicker'>['event'], now: number, note: Note): void {
  if (slots.length === 0) note('event.slots', 'noSlots');
  const keys = new Set<string>();
  const moments = new Set<string>();
  slots.forEach(({ key, start, seconds }, index) => {
    const path = `event.slots.${String(index)}`;
    if (start <= now) note(path, 'slotPast');
    if (seconds <= 0 || seconds > MAX_SLOT_SECONDS) note(path, 'badDuration', { max: MAX_SLOT_SECONDS });
    if (key === '') note(`${path}.key`, 'empty');
    else if (keys.has(key)) note(`${path}.key`, 'duplicate', { id: key });
    keys.add(key);
    const moment = `${String(start)} ${String(seconds)}`;
    if (moments.has(moment)) note(path, 'slotTwice');
    else if (slots.some((other, at) => at < index && other.start < start + seconds * 1000 && start < other.start + other.seconds * 1000)) note(path, 'slotOverlaps', undefined, 'warning');
    moments.add(moment);
  });
  // One offset stands for all slots: across a change of the clock some would be shown an hour wrong.
  if (offset !== null && zone !== null) {
    slots.forEach((slot, index) => {
      if (offsetAt(zone, slot.start) !== offset) note(`event.slots.${String(index)}`, 'clockChange', undefined, 'warning');
    });
  }
}
