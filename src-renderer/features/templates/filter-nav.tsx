// The filters beside the list: all, favourites, recent, each category, each type, with how many templates each has now.
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Count, Icon, type IconName } from '../../ui/index.ts';
import { filterKey, sameFilter, type Filter, type FilterCount } from './filters.ts';
import { kindIcons, useKindName } from './kind-words.ts';

export interface FilterNavProps {
  readonly counts: readonly FilterCount[];
  readonly chosen: Filter;
  readonly onChoose: (filter: Filter) => void;
}

const iconOf = (filter: Filter): IconName => {
  switch (filter.by) {
    case 'all': return 'template';
    case 'favourites': return 'star';
    case 'recent': return 'clock';
    case 'category': return 'queue';
    case 'kind': return kindIcons[filter.kind];
  }
};

export function useFilterName(): (filter: Filter) => string {
  const text = useText();
  const kindName = useKindName();
  return (filter) => (filter.by === 'category' ? filter.category : filter.by === 'kind' ? kindName(filter.kind) : text(`templates.filter.${filter.by}`));
}

export function FilterNav(props: FilterNavProps): ReactElement {
  const text = useText();
  const ofKind = (count: FilterCount): boolean => count.filter.by === 'kind';
  return (
    <nav className="tpl-nav" aria-label={text('templates.filter')}>
      <Group title={text('templates.filter.category')} {...props} counts={props.counts.filter((one) => !ofKind(one))} />
      <Group title={text('templates.filter.type')} {...props} counts={props.counts.filter(ofKind)} />
    </nav>
  );
}

function Group({ title, counts, chosen, onChoose }: FilterNavProps & { readonly title: string }): ReactElement {
  const text = useText();
  const nameOf = useFilterName();
  return (
    <>
      <h3>{title}</h3>
      {counts.map(({ filter, count, off }) => (
        <button
          key={filterKey(filter)} type="button" className={`tpl-filter${off ? ' tpl-filter-off' : ''}`} aria-pressed={sameFilter(filter, chosen)}
          onClick={() => { onChoose(filter); }}
        >
          <Icon name={iconOf(filter)} />
          <span className="tpl-filter-name" dir="auto">{nameOf(filter)}</span>
          <span className="tpl-filter-count">{off ? text('templates.filter.off', { count }) : <Count value={count} />}</span>
        </button>
      ))}
    </>
  );
}
