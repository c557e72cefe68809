// Form fields: a label above, the control, a hint or an error below that the control is described by.
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import './field.css';
import { Icon } from './icon.tsx';

interface Common {
  readonly label: string;
  readonly hint?: string;
  /** Replaces the hint and marks the field as wrong. */
  readonly error?: string;
}

function Frame({ id, label, hint, error, children }: Common & { readonly id: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="form-row">
      <label className="label" htmlFor={id}>{label}</label>
      {children}
      {error === undefined ? hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p> : <p className="hint hint-error" id={`${id}-hint`}>{error}</p>}
    </div>
  );
}

const described = (id: string, hint: string | undefined, error: string | undefined): { 'aria-describedby'?: string; 'aria-invalid'?: true } => ({
  ...((hint ?? error) !== undefined && { 'aria-describedby': `${id}-hint` }),
  ...(error !== undefined && { 'aria-invalid': true as const }),
});

export interface TextFieldProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputMode?: 'text' | 'tel';
  readonly maxLength?: number;
  readonly required?: boolean;
}

export function TextField({ value, onChange, inputMode = 'text', maxLength, required = false, ...common }: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <Frame id={id} {...common}>
      <span className="field field-m">
        <input
          id={id} value={value} inputMode={inputMode} required={required} maxLength={maxLength} autoComplete="off" spellCheck={false}
          onChange={(event) => { onChange(event.currentTarget.value); }} {...described(id, common.hint, common.error)}
        />
      </span>
    </Frame>
  );
}

export interface SelectProps<T extends string> extends Common {
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (id: T) => void;
  readonly unavailable?: boolean;
}

/** The system's own list: short choices in forms. Long ones are `SearchList`. */
export function Select<T extends string>({ value, options, onChange, unavailable = false, ...common }: SelectProps<T>): ReactElement {
  const id = useId();
  return (
    <Frame id={id} {...common}>
      <span className="field field-m">
        <select
          id={id} value={value} disabled={unavailable} {...described(id, common.hint, common.error)}
          onChange={(event) => {
            const chosen = options.find((option) => option.id === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.id);
          }}
        >
          {options.map((option) => <option key={option.id} value={option.id}>{option.name}</option>)}
        </select>
        <Icon name="down" size="s" />
      </span>
    </Frame>
  );
}

export function Checkbox({ label, checked, onChange }: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }): ReactElement {
  return (
    <label className="checkbox">
      <input type="checkbox" checked={checked} onChange={(event) => { onChange(event.currentTarget.checked); }} />
      {label}
    </label>
  );
}
