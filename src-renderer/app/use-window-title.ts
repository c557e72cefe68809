// The window's title names the open conversation's customer as the view has it, so masked where policy masks.
import { useEffect } from 'react';
import { useDesk } from '../desk/index.ts';
import { useText } from '../text/index.ts';

export function useWindowTitle(): void {
  const text = useText();
  const name = useDesk((view) => view.open?.customer.name.text ?? null);
  useEffect(() => {
    document.title = name === null ? text('common.product') : text('common.windowTitle', { name });
  }, [name, text]);
}
