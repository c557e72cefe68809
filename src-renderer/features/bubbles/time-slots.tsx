// The times of a time picker by day, in the zone of the event; where that is not the agent's, it says so.
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../src-shared/domain/masking.ts';
import type { Rich, Slot } from '../../../src-shared/domain/rich.ts';
import { ownOffset, zoneName } from '../../../src-shared/domain/zones.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Icon, VisuallyHidden } from '../../ui/index.ts';
import { dayNumber, useSlotTimes } from './slot-times.ts';

type Picker = Extract<Rich<Masked>, { kind: 'timePicker' }>;

export function TimeSlots({ picker, chosen }: { readonly picker: Picker; readonly chosen: Slot | null }): ReactElement {
  const text = useText();
  const times = useSlotTimes();
  const offsetAt = (at: number): number => picker.offset ?? ownOffset(at);
  const dayOf = (slot: Slot): number => dayNumber(slot.start, offsetAt(slot.start));
  const days = [...new Set(picker.slots.map(dayOf))].map((day) => picker.slots.filter((slot) => dayOf(slot) === day));
  const [first] = picker.slots;
  const durations = new Set(picker.slots.map((slot) => slot.seconds));
  return (
    <div className="rich-body rich-slots">
      <dl>
        {days.map((slots) => {
          const at = slots[0]?.start ?? 0;
          return (
            <div key={at}>
              <dt>{times.day(at, offsetAt(at))}</dt>
              <dd>{slots.map((slot) => <Time key={slot.key} slot={slot} offset={offsetAt(slot.start)} chosen={chosen} />)}</dd>
            </div>
          );
        })}
      </dl>
      {first !== undefined && (
        <small>
          {durations.size === 1 && first.seconds > 0 && `${text('rich.each', { duration: times.duration(first.seconds) })} · `}
          {picker.place !== null && <><MaskedText value={picker.place} /> · </>}
          {picker.offset === null ? text('rich.anyZone') : text('rich.zones', { zone: zoneName(picker.offset), own: zoneName(ownOffset(first.start)), same: String(picker.offset === ownOffset(first.start)) })}
        </small>
      )}
    </div>
  );
}

function Time({ slot, offset, chosen }: { readonly slot: Slot; readonly offset: number; readonly chosen: Slot | null }): ReactElement {
  const text = useText();
  const times = useSlotTimes();
  const on = chosen !== null && (chosen.key === slot.key || chosen.start === slot.start);
  return (
    <span className={`rich-pill${on ? ' rich-on' : chosen === null ? ' rich-open' : ''}`}>
      {on && <Icon name="check" size="xs" />}
      {times.time(slot.start, offset)}
      {on && <VisuallyHidden> {text('rich.chosen')}</VisuallyHidden>}
    </span>
  );
}
