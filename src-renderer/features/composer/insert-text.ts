// Puts text into a box as if it had been typed, so that the box's own undo takes it back.

/** Not in the standard any more, and the one way to write with undo; jsdom has none. */
interface EditingDocument {
  readonly execCommand?: (command: 'insertText', showsUi: false, text: string) => boolean;
}

/** Replaces from `start` to `end` and leaves the cursor behind it; the box tells of the change itself. */
export function insertText(box: HTMLTextAreaElement, start: number, end: number, text: string): void {
  box.focus();
  box.setSelectionRange(start, end);
  const editing = document as unknown as EditingDocument;
  if (editing.execCommand?.('insertText', false, text) === true) return;
  box.setRangeText(text, start, end, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
