// The picker's state: what is searched for, which filter, which template is in front; keys move it while the search field keeps the focus.
import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { PickerEntry } from './entries.ts';
import { countsOf, everything, shownOf, type Filter, type FilterCount } from './filters.ts';
import { find, indexOf, type Found } from './search.ts';

export interface Picker {
  readonly term: string;
  readonly filter: Filter;
  readonly shown: readonly PickerEntry[];
  readonly counts: readonly FilterCount[];
  readonly active: PickerEntry | null;
  readonly search: (term: string) => void;
  readonly choose: (filter: Filter) => void;
  readonly activate: (templateId: string) => void;
  /** Moves with the arrows, page and end keys; answers whether the key was one of them. */
  readonly onMoveKey: (event: KeyboardEvent) => boolean;
}

const PAGE = 8;

/** `first` is in front when it opens. */
export function usePicker(entries: readonly PickerEntry[], fold: (text: string) => string, first: string | null): Picker {
  const [term, setTerm] = useState('');
  const [filter, setFilter] = useState<Filter>(everything);
  const [activeId, setActiveId] = useState<string | null>(first);
  const index = useMemo(() => indexOf(entries, fold), [entries, fold]);
  const [last, setLast] = useState<{ readonly index: typeof index; readonly found: Found<PickerEntry> } | null>(null);
  const before = last?.index === index ? last.found : null;
  const found = useMemo(() => (before?.term === index.fold(term.trim()) ? before : find(index, term, before)), [index, term, before]);
  // Kept for the next key, which then looks only at what is left.
  if (last?.found !== found) setLast({ index, found });
  const categories = useMemo(() => [...new Set(entries.map((entry) => entry.category))].filter((one) => one !== '').sort((one, other) => one.localeCompare(other)), [entries]);
  const counts = useMemo(() => countsOf(found.templates, categories), [found, categories]);
  const shown = useMemo(() => shownOf(found.templates, filter), [found, filter]);
  const activeIndex = Math.max(0, shown.findIndex((entry) => entry.templateId === activeId));
  const active = shown[activeIndex] ?? null;
  // What is in front stays there when the list is screened or read again under it: Enter adds what was looked at.
  if (active !== null && active.templateId !== activeId) setActiveId(active.templateId);

  const moveTo = (wanted: number): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, wanted))];
    if (next !== undefined) setActiveId(next.templateId);
  };
  const onMoveKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
    if (ctrlKey || metaKey || altKey || shiftKey) return false;
    switch (key) {
      case 'ArrowDown': moveTo(activeIndex + 1); return true;
      case 'ArrowUp': moveTo(activeIndex - 1); return true;
      case 'PageDown': moveTo(activeIndex + PAGE); return true;
      case 'PageUp': moveTo(activeIndex - PAGE); return true;
      default: return false;
    }
  };
  return {
    term, filter, shown, counts, active, onMoveKey,
    search: (next) => {
      setTerm(next);
      // The best fit is in front again.
      setActiveId(null);
    },
    choose: (next) => {
      setFilter(next);
      setActiveId(null);
    },
    activate: setActiveId,
  };
}
