// The keyboard's way to the tools of the rows: Tab reaches the one of the newest message shown, the arrows step from message to message and between the tools of one.
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
      const tools = toolsIn(event.currentTarget);
      const at = tools.indexOf(event.target as HTMLElement);
      if (at === -1 || !event.key.startsWith('Arrow')) return;
      event.preventDefault();
      neighbour(tools, at, event.key)?.focus();
    },
  };
}

/** Up and down lead to the same tool of the next message, or to its last one; the tools of one message lie beside each other. */
function neighbour(tools: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const tool = tools[at];
  const row = rowOf(tool);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const others = key === 'ArrowUp' ? tools.slice(0, at).reverse() : tools.slice(at + 1);
    const next = rowOf(others.find((one) => rowOf(one) !== row));
    const there = tools.filter((one) => next !== null && rowOf(one) === next);
    return there.find((one) => one.getAttribute('aria-label') === tool?.getAttribute('aria-label')) ?? there.at(-1);
  }
  const forward = (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl');
  const beside = tools[at + (forward ? 1 : -1)];
  return rowOf(beside) === row ? beside : undefined;
}

const rowOf = (tool: HTMLElement | undefined): Element | null => tool?.closest('[data-index]') ?? null;
