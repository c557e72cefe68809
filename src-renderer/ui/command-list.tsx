// A field and the list of what it finds: whoever uses it does the finding. Focus stays in the field; the first find is marked, arrows move, Enter chooses.
import type { ReactElement, ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import './menu.css';
import './command-list.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { MenuSearch } from './search-input.tsx';

export interface CommandOption {
  readonly id: string;
  readonly name: string;
  readonly icon: IconName;
  readonly detail?: string;
  /** At the end of the line. */
  readonly aside?: ReactNode;
}

export interface CommandListProps {
  /** Accessible name of the list. */
  readonly label: string;
  /** Placeholder and name of the field. */
  readonly search: string;
  readonly term: string;
  readonly onTerm: (term: string) => void;
  readonly options: readonly CommandOption[];
  readonly onChoose: (id: string) => void;
  readonly nothingFound: string;
}

export function CommandList({ label, search, term, onTerm, options, onChoose, nothingFound }: CommandListProps): ReactElement {
  return (
    <Autocomplete inputValue={term} onInputChange={onTerm}>
      <div className="command-search"><MenuSearch label={search} size="m" over="listbox" /></div>
      <ListBox className="menu command-menu" aria-label={label} items={options} onAction={(key) => { onChoose(String(key)); }} renderEmptyState={() => <p className="menu-empty">{nothingFound}</p>}>
        {({ id, name, icon, detail, aside }) => (
          <ListBoxItem id={id} textValue={name} className="menu-item">
            <Icon name={icon} size="s" />
            <span className="grow">
              <span className="menu-name">{name}</span>
              {detail !== undefined && <span className="menu-detail">{detail}</span>}
            </span>
            {aside}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
