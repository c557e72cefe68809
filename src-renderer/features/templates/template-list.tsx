// The found templates: a grid whose rows the search field moves through while it keeps the focus. Only the rows in sight are there.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import { RichText, useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import type { PickerEntry } from './entries.ts';
import { kindIcons, useKindName } from './kind-words.ts';

const ROW_HEIGHT = 50;
const BLOCKED_HEIGHT = 76;

export interface TemplateListProps {
  readonly gridId: string;
  readonly entries: readonly PickerEntry[];
  readonly activeId: string | null;
  /** Why an entry cannot be used on the customer's device. */
  readonly whyOf: (entry: PickerEntry) => string;
  readonly onActivate: (templateId: string) => void;
  readonly onUse: (entry: PickerEntry) => void;
  readonly onAsText: (entry: PickerEntry) => void;
  readonly onStar: (entry: PickerEntry) => void;
}

export const rowId = (gridId: string, templateId: string): string => `${gridId}-${templateId}`;

export function TemplateList({ gridId, entries, activeId, ...row }: TemplateListProps): ReactElement {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.blocked === null ? ROW_HEIGHT : BLOCKED_HEIGHT),
    getItemKey: useCallback((index: number) => entries[index]?.templateId ?? index, [entries]),
    overscan: 4,
    paddingEnd: 8,
  });
  const activeIndex = entries.findIndex((entry) => entry.templateId === activeId);
  useEffect(() => { if (activeIndex !== -1) list.scrollToIndex(activeIndex, { align: 'auto' }); }, [activeIndex, list]);
  const grid = {
    role: 'grid', id: gridId, 'aria-label': text('templates.list'), 'aria-rowcount': entries.length,
    // The search field keeps the focus, whatever is pressed here.
    onMouseDown: (event: MouseEvent) => { event.preventDefault(); },
  } as const;
  return (
    <div ref={scroller} className="tpl-scroll" {...grid}>
      <div className="tpl-rows" role="presentation" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index];
          return entry !== undefined && (
            <div key={key} ref={list.measureElement} data-index={index} role="presentation" className="tpl-place" style={{ transform: `translateY(${start}px)` }}>
              <Row gridId={gridId} entry={entry} index={index} active={index === activeIndex} {...row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps extends Omit<TemplateListProps, 'entries' | 'activeId'> {
  readonly entry: PickerEntry;
  readonly index: number;
  readonly active: boolean;
}

/** The rows lie where they are scrolled to, which the cells of a table cannot. */
const cell = { role: 'gridcell' } as const;

function Row({ gridId, entry, index, active, whyOf, onActivate, onUse, onAsText, onStar }: RowProps): ReactElement {
  const text = useText();
  const id = rowId(gridId, entry.templateId);
  const blocked = entry.blocked !== null;
  // Keys reach it by way of the search field.
  const row = {
    id, role: 'row', 'aria-rowindex': index + 1, 'aria-selected': active, 'aria-labelledby': `${id}-name`, 'aria-describedby': blocked ? `${id}-detail ${id}-why` : `${id}-detail`,
    ...(blocked && { 'aria-disabled': true }), onClick: () => { onActivate(entry.templateId); }, onDoubleClick: () => { onUse(entry); },
  } as const;
  return (
    <div {...row} className={`tpl${active ? ' tpl-on' : ''}${blocked ? ' tpl-off' : ''}`}>
      <span className="tpl-icon" role="presentation"><Icon name={kindIcons[entry.kind]} /></span>
      <span className="tpl-words" {...cell}>
        <b id={`${id}-name`} className="ell" dir="auto">{entry.title}</b>
        <span id={`${id}-detail`} className="cap ell-words"><Detail entry={entry} /></span>
      </span>
      <span className="tpl-star" {...cell}>
        <button
          type="button" tabIndex={-1} className="tpl-star-button" aria-pressed={entry.favourite} title={text(entry.favourite ? 'templates.unstar' : 'templates.star')}
          aria-label={text('templates.starNamed', { name: entry.title })} onClick={() => { onStar(entry); }}
        >
          <Icon name={entry.favourite ? 'starred' : 'star'} size="s" />
        </button>
      </span>
      {blocked && (
        <span className="tpl-why" {...cell}>
          <span id={`${id}-why`}><Icon name="laptop" size="xs" />{whyOf(entry)}</span>
          <button type="button" tabIndex={-1} className="link" onClick={() => { onAsText(entry); }}>{text('templates.asTextInstead')}</button>
        </span>
      )}
    </div>
  );
}

/** Rich link · haldenvos.example/repairs */
function Detail({ entry }: { readonly entry: PickerEntry }): ReactElement {
  const kind = useKindName()(entry.kind);
  return entry.text === '' ? <span>{kind}</span> : <RichText id="templates.detail" values={{ kind, words: <bdi>{entry.text}</bdi> }} />;
}
