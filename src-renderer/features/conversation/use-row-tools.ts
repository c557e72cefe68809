// The keyboard's way to the tools of the rows: Tab reaches the one of the newest message shown, the arrows step from message to message.
import { useLayoutEffect } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

const toolsIn = (log: Element): HTMLElement[] => [...log.querySelectorAll<HTMLElement>('.row-tool, [data-row-tool]')];

/** The stop is kept in the document and not in the rows, so that a new message draws its own row alone. */
export function useRowTools(log: RefObject<HTMLElement | null>): { readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void } {
  useLayoutEffect(() => {
    const tools = log.current === null ? [] : toolsIn(log.current);
    const stop = tools.find((tool) => tool === document.activeElement) ?? tools.at(-1);
    for (const tool of tools) tool.tabIndex = tool === stop ? 0 : -1;
  });
  return {
    onKeyDown: (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
      const tools = toolsIn(event.currentTarget);
      const at = tools.indexOf(event.target as HTMLElement);
      if (step === 0 || at === -1) return;
      event.preventDefault();
      tools[at + step]?.focus();
    },
  };
}
