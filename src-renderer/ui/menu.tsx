// Menus that drop from a button; with `search` the items are filtered while typing and the arrows keep working.
import type { ReactElement, ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useFilter } from './filter.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import './menu.css';
import { MenuSearch } from './search-input.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  /** A line under the name: why it is unavailable, or what it does. */
  readonly detail?: string;
  readonly icon?: IconName;
  /** Something small before the name, such as a status dot. */
  readonly mark?: ReactNode;
  readonly unavailable?: boolean;
  readonly danger?: boolean;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** A `Button` or `IconButton` of `ui`. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
  /** The entry that is chosen now; gives the entries a tick. */
  readonly chosen?: string | null;
  /** Several can be chosen, and it stays open meanwhile: the entries that are. At least one stays. */
  readonly ticked?: readonly string[];
  /** Placeholder of the search field; absent = no search. */
  readonly search?: string;
  /** Said when the search finds nothing. */
  readonly nothingFound?: string;
  readonly header?: ReactNode;
  readonly footer?: ReactNode;
  readonly placement?: 'bottom start' | 'bottom end' | 'top end';
}

export function Menu(props: MenuProps): ReactElement {
  const { trigger, label, groups, onChoose, chosen, ticked, search, nothingFound, header, footer, placement = 'bottom end' } = props;
  const matches = useFilter();
  const selectedKeys = ticked ?? (chosen === undefined ? null : chosen === null ? [] : [chosen]);
  const marked = selectedKeys !== null;
  const list = (
    <AriaMenu
      className="menu"
      aria-label={label}
      onAction={(key) => { onChoose(String(key)); }}
      disabledKeys={groups.flatMap((group) => group.entries.filter((entry) => entry.unavailable === true).map((entry) => entry.id))}
      {...(marked && { selectionMode: ticked === undefined ? 'single' as const : 'multiple' as const, selectedKeys, disallowEmptySelection: true })}
      renderEmptyState={() => <p className="menu-empty">{nothingFound}</p>}
    >
      {groups.map((group) => (
        <MenuSection key={group.id} id={group.id} className="menu-section" {...(group.title === undefined && { 'aria-label': label })}>
          {group.title !== undefined && <Header className="menu-title">{group.title}</Header>}
          {group.entries.map((entry) => <Entry key={entry.id} entry={entry} marked={marked} />)}
        </MenuSection>
      ))}
    </AriaMenu>
  );
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="menu-popover" placement={placement} offset={4} containerPadding={8}>
        {header}
        {search === undefined ? list : (
          <Autocomplete filter={(name, term) => matches(name, term)}>
            <MenuSearch label={search} />
            {list}
          </Autocomplete>
        )}
        {footer}
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry, marked }: { readonly entry: MenuEntry; readonly marked: boolean }): ReactElement {
  return (
    <MenuItem id={entry.id} textValue={entry.name} className={`menu-item${entry.danger === true ? ' menu-item-danger' : ''}`}>
      {({ isSelected }) => (
        <>
          {entry.mark}
          {entry.icon !== undefined && <Icon name={entry.icon} size="s" />}
          <span className="grow">
            <span className="menu-name">{entry.name}</span>
            {entry.detail !== undefined && <span className="menu-detail">{entry.detail}</span>}
          </span>
          {marked && isSelected && <Icon name="check" size="s" />}
        </>
      )}
    </MenuItem>
  );
}
