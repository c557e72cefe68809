// What stands in a text box and where its cursor is, as a store: whoever types, a person or a program.

export interface Written {
  readonly text: string;
  /** Where the cursor stands, in UTF-16 units, while the box has the focus and nothing is selected. */
  readonly at: number | null;
}

export interface BoxWatch {
  readonly subscribe: (changed: () => void) => () => void;
  /** The same object as long as nothing changes. */
  readonly read: () => Written;
}

export function watchBox(box: { readonly current: HTMLTextAreaElement | null }): BoxWatch {
  let last: Written = { text: '', at: null };
  return {
    subscribe: (changed) => {
      const element = box.current;
      element?.addEventListener('input', changed);
      element?.addEventListener('blur', changed);
      document.addEventListener('selectionchange', changed);
      return () => {
        element?.removeEventListener('input', changed);
        element?.removeEventListener('blur', changed);
        document.removeEventListener('selectionchange', changed);
      };
    },
    read: () => {
      const element = box.current;
      if (element === null) return last;
      const at = document.activeElement === element && element.selectionStart === element.selectionEnd ? element.selectionEnd : null;
      if (last.text !== element.value || last.at !== at) last = { text: element.value, at };
      return last;
    },
  };
}
