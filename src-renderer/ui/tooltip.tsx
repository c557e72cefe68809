// A tooltip on hover and on keyboard focus. It repeats or explains; it never holds the only words.
import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './tooltip.css';

/** Wraps one focusable control of `ui`. */
export function Hint({ text, children }: { readonly text: string; readonly children: ReactElement }): ReactElement {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6} containerPadding={8}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
