// Controls of settings that have their words beside them: a switch, a level. Both native.
import type { ReactElement } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
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

export interface RangeFieldProps {
  readonly label: string;
  /** 0 to 100. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function RangeField({ label, value, onChange }: RangeFieldProps): ReactElement {
  const [shown, want] = useWanted(value);
  const { locale } = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <input
      className="range" type="range" min={0} max={100} step={5} value={shown} aria-label={label} aria-valuetext={percent.format(shown / 100)}
      onChange={(event) => {
        want(event.currentTarget.valueAsNumber);
        onChange(event.currentTarget.valueAsNumber);
      }}
    />
  );
}
