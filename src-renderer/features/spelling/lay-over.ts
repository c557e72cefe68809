// Puts an element over a text box so that the same text stands letter over letter, as far as the box is scrolled.

/** What decides where a letter stands. */
const METRICS = ['font', 'letterSpacing', 'wordSpacing', 'textIndent', 'tabSize', 'padding', 'overflowWrap', 'wordBreak', 'textAlign'] as const;

/** Both are in the same positioned element; `over` has one child, which holds the text. */
export function layOver(box: HTMLTextAreaElement, over: HTMLElement): void {
  const style = getComputedStyle(box);
  for (const name of METRICS) over.style[name] = style[name];
  over.style.left = `${String(box.offsetLeft + box.clientLeft)}px`;
  over.style.top = `${String(box.offsetTop + box.clientTop)}px`;
  // Without a scroll bar.
  over.style.width = `${String(box.clientWidth)}px`;
  over.style.height = `${String(box.clientHeight)}px`;
  follow(box, over);
}

export function follow(box: HTMLTextAreaElement, over: HTMLElement): void {
  const child = over.firstElementChild;
  if (child instanceof HTMLElement) child.style.translate = `0 ${String(-box.scrollTop)}px`;
}

/** Calls back when the box has another size or another scroll position; answers the function that stops it. */
export function watchPlace(box: HTMLTextAreaElement, { resized, scrolled }: { readonly resized: () => void; readonly scrolled: () => void }): () => void {
  const observer = new ResizeObserver(resized);
  observer.observe(box);
  box.addEventListener('scroll', scrolled);
  return () => {
    observer.disconnect();
    box.removeEventListener('scroll', scrolled);
  };
}
