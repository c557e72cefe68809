// A day or a time of day, typed part by part, in the order and the digits of the agent's language; clock times are of 24 hours, as everywhere.
import { parseDate, Time, type CalendarDate } from '@internationalized/date';
import type { ReactElement } from 'react';
import { DateField as Days } from 'react-aria-components/DateField';
import { DateInput, DateSegment, TimeField as Times } from 'react-aria-components/TimeField';
import './field.css';
import './moment-parts.css';
import { useWanted } from './use-wanted.ts';

export interface TimeFieldProps {
  readonly label: string;
  /** Minutes since midnight. */
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
  readonly unavailable?: boolean;
}

const HOUR = 60;

/** Half typed, the field says nothing. */
export function TimeField({ label, minutes, onChange, unavailable = false }: TimeFieldProps): ReactElement {
  const [shown, want] = useWanted<number | null>(minutes);
  return (
    <Times
      className="field field-s moment-field" aria-label={label} isDisabled={unavailable} hourCycle={24} shouldForceLeadingZeros granularity="minute"
      value={shown === null ? null : new Time(Math.floor(shown / HOUR), shown % HOUR)}
      onChange={(time) => {
        const next = time === null ? null : time.hour * HOUR + time.minute;
        want(next);
        if (next !== null) onChange(next);
      }}
    >
      <Parts />
    </Times>
  );
}

export interface DayFieldProps {
  readonly label: string;
  /** `yyyy-MM-dd`. */
  readonly day: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ label, day, onChange }: DayFieldProps): ReactElement {
  const [shown, want] = useWanted<string | null>(day);
  return (
    <Days
      className="field field-s moment-field" aria-label={label} shouldForceLeadingZeros
      value={shown === null ? null : parseDate(shown)}
      onChange={(date: CalendarDate | null) => {
        const next = date === null ? null : date.toString();
        want(next);
        if (next !== null) onChange(next);
      }}
    >
      <Parts />
    </Days>
  );
}

function Parts(): ReactElement {
  return <DateInput className="moment-parts">{(part) => <DateSegment className="moment-part" segment={part} />}</DateInput>;
}
