// What the customer's details are made of: parts that fold, and facts in them.
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../ui/index.ts';

/** Open at first. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <details className="customer-part" open>
      <summary><span className="grow">{title}</span><Icon name="down" size="s" /></summary>
      {children}
    </details>
  );
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}
