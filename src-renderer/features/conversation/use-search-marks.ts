// Marks what is searched for in the messages that are drawn. The marks lie over the text (CSS highlights), so no message is drawn again for them.
import { useEffect, useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { placesOf } from '../../../src-shared/domain/find-text.ts';

const ALL = 'search-hit';
const CURRENT = 'search-current';

/** `folded` '' = nothing is marked. `currentKey` is the row the agent is at. */
export function useSearchMarks(log: RefObject<HTMLElement | null>, folded: string, currentKey: string | null): void {
  // After every render: rows come and go while the agent scrolls.
  useLayoutEffect(() => {
    if (folded === '' || log.current === null || !('highlights' in CSS)) return;
    const all = new Highlight();
    const current = new Highlight();
    for (const row of log.current.querySelectorAll<HTMLElement>('[data-row]')) {
      for (const range of rangesIn(row, folded)) (row.dataset['row'] === currentKey ? current : all).add(range);
    }
    CSS.highlights.set(ALL, all);
    CSS.highlights.set(CURRENT, current);
  });
  useEffect(() => {
    if (folded === '' || !('highlights' in CSS)) return undefined;
    return () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(CURRENT);
    };
  }, [folded]);
}

function rangesIn(row: HTMLElement, folded: string): Range[] {
  const texts = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT, (text) =>
    text.parentElement?.closest('.bubble, .rich, .rich-link') && !text.parentElement.closest('[data-aside] .row-tool, .visually-hidden, .masked-kind, .bubble-by') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const ranges: Range[] = [];
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    for (const { start, end } of placesOf(text.nodeValue ?? '', folded)) {
      const range = new Range();
      range.setStart(text, start);
      range.setEnd(text, end);
      ranges.push(range);
    }
  }
  return ranges;
}
