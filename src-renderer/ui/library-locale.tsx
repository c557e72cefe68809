// The language in which the component library says its own few words (clear search, dismiss), and its idea of dates and direction.
import type { ReactElement, ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

export function LibraryLocale({ locale, children }: { readonly locale: string; readonly children: ReactNode }): ReactElement {
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
