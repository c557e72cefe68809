// The search field above a list it filters; the arrows move in the list while the focus stays here.
import type { ReactElement, ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import './field.css';
import { Icon } from './icon.tsx';

export function MenuSearch({ label, end, size = 's' }: { readonly label: string; readonly end?: ReactNode; readonly size?: 's' | 'm' }): ReactElement {
  return (
    <SearchField className={`field search-field field-${size}`} aria-label={label} autoFocus>
      <Icon name="search" size="s" />
      <Input placeholder={label} />
      {end}
    </SearchField>
  );
}
