// The times of a time picker: take some out, move to another zone, or make new ones from days, hours, length and pause.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { MaskedText as Masked } from '../../../../src-shared/domain/masking.ts';
import type { OutboundOf } from '../../../../src-shared/domain/outbound.ts';
import { planSlots } from '../../../../src-shared/domain/slot-planning.ts';
import type { SlotEdit, TemplateEdits } from '../../../../src-shared/domain/template.ts';
import { offsetAt, ownOffset, zoneName } from '../../../../src-shared/domain/zones.ts';
import { useText } from '../../../text/index.ts';
import { Button, Checkbox, DayField, IconButton, LiveRegion, Select, TextField, TimeField } from '../../../ui/index.ts';
import { useSlotTimes } from '../../bubbles/index.ts';
import { dayOf, daysFrom, offsetZone } from './slot-days.ts';

export interface SlotEditorProps {
  /** As the library has it. */
  readonly event: OutboundOf<'timePicker', Masked>['event'];
  readonly edits: TemplateEdits;
  readonly onEdit: (edits: TemplateEdits) => void;
}

const CUSTOMERS_OWN = 'customer';
const AS_SET = 'set';
const DAY = 86_400_000;

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function SlotEditor({ event, edits, onEdit }: SlotEditorProps): ReactElement {
  const text = useText();
  const times = useSlotTimes();
  const [spoken, setSpoken] = useState('');
  const slots: readonly SlotEdit[] = edits.slots ?? event.slots;
  const zone = edits.zone === undefined ? event.zone : edits.zone;
  // A template may say how far its place is from GMT and not where it is.
  const bare = event.zone === null ? event.offset : null;
  const [own] = useState(ownZone);
  const zones = [...new Set([event.zone, zone, own, ...Intl.supportedValuesOf('timeZone')])].filter((one) => one !== null);
  const nameOf = (slot: SlotEdit): string => {
    const kept = edits.zone === undefined ? event.offset : null;
    const offset = kept ?? (zone === null ? ownOffset(slot.start) : offsetAt(zone, slot.start));
    return `${times.day(slot.start, offset)}, ${times.span(slot.start, slot.seconds, offset)}`;
  };
  return (
    <div className="tple">
      <fieldset className="tple-group">
        <legend>{text('templates.slots')}</legend>
        {slots.length === 0 && <p className="cap">{text('templates.slots.none')}</p>}
        <ul className="tple-slots">
          {slots.map((slot) => (
            <li key={slot.key}>
              <span className="grow">{nameOf(slot)}</span>
              <IconButton icon="close" size="s" label={text('templates.slots.remove', { slot: nameOf(slot) })} onPress={() => { onEdit({ ...edits, slots: slots.filter((one) => one.key !== slot.key) }); }} />
            </li>
          ))}
        </ul>
      </fieldset>
      <Select
        label={text('templates.slots.zone')} value={edits.zone === undefined && bare !== null ? AS_SET : (zone ?? CUSTOMERS_OWN)}
        onChange={(chosen) => {
          const { zone: _, ...others } = edits;
          onEdit(chosen === AS_SET ? others : { ...others, zone: chosen === CUSTOMERS_OWN ? null : chosen });
        }}
        options={[
          ...(bare === null ? [] : [{ id: AS_SET, name: zoneName(bare) }]), { id: CUSTOMERS_OWN, name: text('templates.slots.zoneCustomer') },
          ...zones.map((one) => ({ id: one, name: one === own ? text('templates.slots.zoneOwn', { zone: one }) : one })),
        ]}
      />
      <Maker
        zone={edits.zone === undefined && bare !== null ? offsetZone(bare) : (zone ?? own)}
        onMade={(made) => {
          setSpoken(text('templates.slots.made', { count: made.length }));
          onEdit({ ...edits, slots: made });
        }}
      />
      <LiveRegion text={spoken} />
    </div>
  );
}

function Maker({ zone, onMade }: { readonly zone: string; readonly onMade: (slots: readonly SlotEdit[]) => void }): ReactElement {
  const text = useText();
  // Tomorrow: today's hours are often half gone.
  const [first, setFirst] = useState(() => dayOf(Date.now() + DAY));
  const [days, setDays] = useState('3');
  const [weekends, setWeekends] = useState(false);
  const [from, setFrom] = useState(9 * 60);
  const [to, setTo] = useState(17 * 60);
  const [minutes, setMinutes] = useState('60');
  const [gap, setGap] = useState('60');
  const whole = (value: string, most: number): number => Math.min(most, Math.max(0, Math.trunc(Number(value)) || 0));
  return (
    <fieldset className="tple-maker">
      <legend>{text('templates.slots.make')}</legend>
      <div><span className="label">{text('templates.slots.firstDay')}</span><DayField label={text('templates.slots.firstDay')} day={first} onChange={setFirst} /></div>
      <TextField label={text('templates.slots.days')} value={days} maxLength={2} onChange={setDays} />
      <div><span className="label">{text('templates.slots.from')}</span><TimeField label={text('templates.slots.from')} minutes={from} onChange={setFrom} /></div>
      <div><span className="label">{text('templates.slots.to')}</span><TimeField label={text('templates.slots.to')} minutes={to} onChange={setTo} /></div>
      <TextField label={text('templates.slots.minutes')} value={minutes} maxLength={4} onChange={setMinutes} />
      <TextField label={text('templates.slots.gap')} value={gap} maxLength={4} onChange={setGap} />
      <Checkbox label={text('templates.slots.weekends')} checked={weekends} onChange={setWeekends} />
      <Button size="s" onPress={() => { onMade(planSlots({ days: daysFrom(first, whole(days, 60), weekends), from, to, duration: whole(minutes, 1_440), gap: whole(gap, 1_440), zone }, Date.now())); }}>{text('templates.slots.replace')}</Button>
    </fieldset>
  );
}
