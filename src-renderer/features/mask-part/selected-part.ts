// The part of one message that is selected in the transcript, if there is one.
import { offsetIn } from './text-offsets.ts';

/** `start` and `end` are UTF-16 offsets into the item's masked text. */
export interface SelectedPart {
  readonly itemId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * null when nothing is selected, or parts of several messages. A selection may end just outside of the text, as it does
 * after a triple click: only the text counts. Messages that may be masked carry their id in `data-markable`.
 */
export function selectedPart(log: Element, selection: Selection | null): SelectedPart | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parts = [...log.querySelectorAll<HTMLElement>('[data-markable]')].flatMap((message): SelectedPart[] => {
    const text = message.querySelector('.bubble-text');
    if (text === null || !range.intersectsNode(text)) return [];
    const start = offsetIn(text, range.startContainer, range.startOffset);
    const end = offsetIn(text, range.endContainer, range.endOffset);
    return start < end ? [{ itemId: message.dataset['markable'] ?? '', start, end }] : [];
  });
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : null;
}
