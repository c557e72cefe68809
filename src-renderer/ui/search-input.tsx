// The search field above a list it filters; the arrows move in the list while the focus stays here.
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import './field.css';
import { Icon } from './icon.tsx';

export interface MenuSearchProps {
  readonly label: string;
  readonly end?: ReactNode;
  readonly size?: 's' | 'm';
  /** What it filters. Of a list box it is the combo box, which is how the list's own scrolling is reached from the keyboard. */
  readonly over?: 'menu' | 'listbox';
}

export function MenuSearch({ label, end, size = 's', over = 'menu' }: MenuSearchProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  // It appears because the agent opened the list: typing can start at once.
  useEffect(() => { input.current?.focus(); }, []);
  return (
    <SearchField className={`field search-field field-${size}`} aria-label={label}>
      <Icon name="search" size="s" />
      <Input ref={input} placeholder={label} spellCheck={false} {...(over === 'listbox' && { role: 'combobox', 'aria-expanded': true })} />
      {end}
    </SearchField>
  );
}
