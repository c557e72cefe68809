// What stands in a text box and where its cursor is, as a store: whoever types, a person or a program.

/** Nothing was typed for so long (ms): then it is looked at. */
const PAUSE = 250;

export interface Written {
  readonly text: string;
  /** Where the cursor stands, in UTF-16 units, while the box has the focus and nothing is selected. */
  readonly at: number | null;
}

export interface BoxWatch {
  readonly subscribe: (changed: () => void) => () => void;
  /** The same object as long as nothing changes. */
  readonly read: () => Written;
  /** Whether there are lines, which every key may move: then it is looked at each time. Otherwise a key press costs nothing here. */
  readonly lines: (drawn: boolean) => void;
}

export function watchBox(box: { readonly current: HTMLTextAreaElement | null }): BoxWatch {
  let last: Written = { text: '', at: null };
  let due = false;
  let eager = false;
  return {
    subscribe: (changed) => {
      const element = box.current;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const later = (): void => {
        clearTimeout(timer);
        if (eager) changed();
        else {
          timer = setTimeout(() => {
            due = true;
            changed();
          }, PAUSE);
        }
      };
      element?.addEventListener('input', later);
      element?.addEventListener('blur', later);
      document.addEventListener('selectionchange', later);
      // What stood in it before anybody listened.
      later();
      return () => {
        clearTimeout(timer);
        element?.removeEventListener('input', later);
        element?.removeEventListener('blur', later);
        document.removeEventListener('selectionchange', later);
      };
    },
    read: () => {
      const element = box.current;
      if (element === null || !(due || eager)) return last;
      due = false;
      const at = document.activeElement === element && element.selectionStart === element.selectionEnd ? element.selectionEnd : null;
      if (last.text !== element.value || last.at !== at) last = { text: element.value, at };
      return last;
    },
    lines: (drawn) => { eager = drawn; },
  };
}
