// What a selection over several messages is copied as: a line for each, with who wrote it and when. It can hold nothing that is not shown.

/** What is drawn inside a message for eye or ear only, or about it. */
const ASIDE = '[data-aside], .avatar, .meta, .row-tool, .bubble-by, .reactions, .visually-hidden';

/** null = the selection lies within one message, which copies as it is. Rows are articles whose name says who and when. */
export function copiedLines(log: Element, range: Range): string | null {
  const lines = [...log.querySelectorAll<HTMLElement>('[data-index]')].flatMap((row): string[] => {
    if (!range.intersectsNode(row)) return [];
    const words = wordsOf(row, range);
    const label = row.querySelector('[role="article"]')?.getAttribute('aria-label') ?? '';
    return words === '' ? [] : [label === '' ? words : `${label}: ${words}`];
  });
  return lines.length > 1 ? lines.join('\n') : null;
}

function wordsOf(row: HTMLElement, range: Range): string {
  const part = row.ownerDocument.createRange();
  part.selectNodeContents(row);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  const copy = part.cloneContents();
  for (const aside of copy.querySelectorAll(ASIDE)) aside.remove();
  // Blocks stand on lines of their own, which `textContent` would run together.
  for (const block of copy.querySelectorAll('p, li, dt, dd, small, b, h2')) block.append('\n');
  return copy.textContent.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}
