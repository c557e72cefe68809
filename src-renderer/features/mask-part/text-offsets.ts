// Where a place in the window lies in a message's masked text. What is drawn inside it for eye or ear only (`data-aside`) is not part of it.

/** The offset in UTF-16 units of a boundary point (as of a `Range`) in the text that `root` draws; outside of it the nearer end. */
export function offsetIn(root: Element, node: Node, offset: number): number {
  const point = root.ownerDocument.createRange();
  point.setStart(node, offset);
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT, (text) =>
    text.parentElement?.closest('[data-aside]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let before = 0;
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const length = text.nodeValue?.length ?? 0;
    if (text === node) return before + offset;
    if (point.comparePoint(text, length) > 0) return before;
    before += length;
  }
  return before;
}

/** The offset in `text` of a place in a text area that holds it: there every line break is one character (HTML, "API value"). */
export function fromFieldOffset(text: string, inField: number): number {
  let at = 0;
  for (let left = inField; left > 0 && at < text.length; left -= 1) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
