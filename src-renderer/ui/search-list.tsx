// One choice out of a searchable list, radio look: queues, agents, wrap-up reasons. Focus stays in the search field; arrows move, Enter chooses.
import type { ReactElement, ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { useFilter } from './filter.ts';
import { MenuSearch } from './search-input.tsx';
import './search-list.css';

export interface ListOption {
  readonly id: string;
  readonly name: string;
  /** A line under the name. */
  readonly detail?: ReactNode;
  /** At the end of the line. */
  readonly aside?: ReactNode;
  readonly unavailable?: boolean;
}

export interface ListGroup {
  readonly id: string;
  readonly title?: string;
  readonly options: readonly ListOption[];
}

export interface SearchListProps {
  /** Accessible name of the list. */
  readonly label: string;
  /** Placeholder and name of the search field. */
  readonly search: string;
  /** At the end of the search field. */
  readonly searchEnd?: ReactNode;
  /** Beside the search field. */
  readonly beside?: ReactNode;
  readonly groups: readonly ListGroup[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly nothingFound: string;
}

export function SearchList({ label, search, searchEnd, beside, groups, chosen, onChoose, nothingFound }: SearchListProps): ReactElement {
  const matches = useFilter();
  return (
    <Autocomplete filter={(name, term) => matches(name, term)}>
      <div className="search-row">
        <MenuSearch label={search} end={searchEnd} size="m" over="listbox" />
        {beside}
      </div>
      <ListBox
        className="listbox"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        disabledKeys={groups.flatMap((group) => group.options.filter((option) => option.unavailable === true).map((option) => option.id))}
        onSelectionChange={(keys) => {
          const [first] = keys === 'all' ? [] : [...keys];
          if (first !== undefined) onChoose(String(first));
        }}
        renderEmptyState={() => <p className="listbox-empty">{nothingFound}</p>}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.id} id={group.id} {...(group.title === undefined && { 'aria-label': label })}>
            {group.title !== undefined && <Header className="listbox-title">{group.title}</Header>}
            {group.options.map((option) => (
              <ListBoxItem key={option.id} id={option.id} textValue={option.name} className="option">
                <i className="option-radio" aria-hidden="true" />
                <span className="grow">
                  <span className="option-name">{option.name}</span>
                  {option.detail !== undefined && <span className="option-detail">{option.detail}</span>}
                </span>
                {option.aside !== undefined && <span className="option-aside">{option.aside}</span>}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}
