// Controls of settings that have their words beside them: a switch, a time of day, a level. All native.
import type { ReactElement } from 'react';
import './switch.css';
import { useWanted } from './use-wanted.ts';

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly describedBy?: string;
  readonly unavailable?: boolean;
}

export function Switch({ label, checked, onChange, describedBy, unavailable = false }: SwitchProps): ReactElement {
  const [shown, want] = useWanted(checked);
  return (
    <input
      className="switch" disabled={unavailable} type="checkbox" role="switch" aria-label={label} aria-describedby={describedBy} checked={shown} aria-checked={shown}
      onChange={(event) => {
        want(event.currentTarget.checked);
        onChange(event.currentTarget.checked);
      }}
    />
  );
}

export interface TimeFieldProps {
  readonly label: string;
  /** Minutes since midnight. */
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
  readonly unavailable?: boolean;
}

const HOUR = 60;
const twoDigits = (number: number): string => String(number).padStart(2, '0');

export function TimeField({ label, minutes, onChange, unavailable = false }: TimeFieldProps): ReactElement {
  const [shown, want] = useWanted(minutes);
  return (
    <span className="field field-s time-field">
      <input
        type="time" aria-label={label} required disabled={unavailable} value={`${twoDigits(Math.floor(shown / HOUR))}:${twoDigits(shown % HOUR)}`}
        onChange={(event) => {
          const [hours, rest] = event.currentTarget.value.split(':').map(Number);
          // Half typed, the field is empty.
          if (hours === undefined || rest === undefined) return;
          want(hours * HOUR + rest);
          onChange(hours * HOUR + rest);
        }}
      />
    </span>
  );
}

export interface RangeFieldProps {
  readonly label: string;
  /** 0 to 100. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function RangeField({ label, value, onChange }: RangeFieldProps): ReactElement {
  const [shown, want] = useWanted(value);
  return (
    <input
      className="range" type="range" min={0} max={100} step={5} value={shown} aria-label={label} aria-valuetext={`${String(shown)} %`}
      onChange={(event) => {
        want(event.currentTarget.valueAsNumber);
        onChange(event.currentTarget.valueAsNumber);
      }}
    />
  );
}
