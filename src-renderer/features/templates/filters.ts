// What of the found templates is shown: all, the agent's favourites or recent ones, one category or one type; with how many each has. Pure.
import type { PickerEntry, TemplateKind } from './entries.ts';

export type Filter =
  | { readonly by: 'all' | 'favourites' | 'recent' }
  | { readonly by: 'category'; readonly category: string }
  | { readonly by: 'kind'; readonly kind: TemplateKind };

export const everything: Filter = { by: 'all' };

export const kinds: readonly TemplateKind[] = ['text', 'attachments', 'richLink', 'quickReply', 'listPicker', 'timePicker', 'form'];

export const sameFilter = (one: Filter, other: Filter): boolean => filterKey(one) === filterKey(other);

/** A name of it among all of them. */
export const filterKey = (filter: Filter): string => (filter.by === 'category' ? `category ${filter.category}` : filter.by === 'kind' ? `kind ${filter.kind}` : filter.by);

function passes(entry: PickerEntry, filter: Filter): boolean {
  switch (filter.by) {
    case 'all': return true;
    case 'favourites': return entry.favourite;
    case 'recent': return entry.usedAt !== null;
    case 'category': return entry.category === filter.category;
    case 'kind': return entry.kind === filter.kind;
  }
}

/** What can be used comes first; recent ones by when they were used last. */
export function shownOf(found: readonly PickerEntry[], filter: Filter): readonly PickerEntry[] {
  const passing = found.filter((entry) => passes(entry, filter));
  if (filter.by === 'recent') passing.sort((one, other) => (other.usedAt ?? 0) - (one.usedAt ?? 0));
  return [...passing.filter((entry) => entry.blocked === null), ...passing.filter((entry) => entry.blocked !== null)];
}

export interface FilterCount {
  readonly filter: Filter;
  readonly count: number;
  /** None of them can be used on the customer's device. */
  readonly off: boolean;
}

/** Of every filter; categories are those of the whole library, so that they stay where they are while the agent types. */
export function countsOf(found: readonly PickerEntry[], categories: readonly string[]): readonly FilterCount[] {
  const count = (filter: Filter): FilterCount => {
    const passing = found.filter((entry) => passes(entry, filter));
    return { filter, count: passing.length, off: filter.by === 'kind' && passing.length > 0 && passing.every((entry) => entry.blocked !== null) };
  };
  return [
    count(everything), count({ by: 'favourites' }), count({ by: 'recent' }),
    ...categories.map((category) => count({ by: 'category', category })), ...kinds.map((kind) => count({ by: 'kind', kind })),
  ];
}
