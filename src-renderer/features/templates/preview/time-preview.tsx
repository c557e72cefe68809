// The times of a time picker by day, in the zone of the appointment and, where that is another one, in the agent's.
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../../src-shared/domain/masking.ts';
import type { OutboundOf } from '../../../../src-shared/domain/outbound.ts';
import type { Slot } from '../../../../src-shared/domain/rich.ts';
import { ownOffset, zoneName } from '../../../../src-shared/domain/zones.ts';
import { MaskedText, useText } from '../../../text/index.ts';
import { useTick } from '../../../ui/index.ts';
import { dayNumber, useSlotTimes } from '../../bubbles/index.ts';

export interface TimePreviewProps {
  readonly event: OutboundOf<'timePicker', Masked>['event'];
  readonly customer: string;
}

export function TimePreview({ event, customer }: TimePreviewProps): ReactElement {
  const text = useText();
  const times = useSlotTimes();
  const offsetAt = (at: number): number => event.offset ?? ownOffset(at);
  const slots = [...event.slots].sort((one, other) => one.start - other.start);
  const dayOf = (slot: Slot): number => dayNumber(slot.start, offsetAt(slot.start));
  const days = [...new Set(slots.map(dayOf))].map((day) => slots.filter((slot) => dayOf(slot) === day));
  return (
    <div className="tplv-sheet">
      {days.map((ofDay) => {
        const at = ofDay[0]?.start ?? 0;
        return (
          <section key={at}>
            <h4>{times.day(at, offsetAt(at))}</h4>
            <ul className="tplv-slots">{ofDay.map((slot) => <Time key={slot.key} slot={slot} offset={offsetAt(slot.start)} />)}</ul>
          </section>
        );
      })}
      <p className="tplv-note">
        {event.place !== null && <><MaskedText value={event.place.title} /> · </>}
        {event.offset === null ? text('templates.zoneCustomer', { name: customer }) : text('templates.zoneEvent', { zone: event.zone ?? zoneName(event.offset) })}
      </p>
    </div>
  );
}

function Time({ slot, offset }: { readonly slot: Slot; readonly offset: number }): ReactElement {
  const text = useText();
  const times = useSlotTimes();
  const past = useTick((now) => slot.start <= now);
  const own = ownOffset(slot.start);
  return (
    <li className={past ? 'tplv-past' : undefined}>
      <span>{times.span(slot.start, slot.seconds, offset)}</span>
      {past && <small>{text('templates.slots.past')}</small>}
      {own !== offset && <small>{text('templates.slotOwn', { time: times.time(slot.start, own) })}</small>}
    </li>
  );
}
