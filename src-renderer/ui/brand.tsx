// The product's glyph.
import type { ReactElement } from 'react';

export function Brand({ size }: { readonly size: number }): ReactElement {
  return (
    <svg className="brand-glyph" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="7" fill="var(--c-accent)" />
      <path fill="#fff" d="M8 18.6V6.6h5.1a4.2 4.2 0 0 1 0 8.4h-1.6L8 18.6Z" />
      <circle cx="12.7" cy="10.8" r="1.5" fill="var(--c-accent)" />
    </svg>
  );
}
