// The agent's language for everything below: texts, dates and the component library's own words; sets the document's language and direction.
import { useLayoutEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { directionOf, messagesFor, supportedLocale } from '../../src-shared/locales/index.ts';
import { LibraryLocale } from '../ui/index.ts';

export function LocaleProvider({ locale, children }: { readonly locale: string; readonly children: ReactNode }): ReactElement {
  const supported = supportedLocale(locale);
  useLayoutEffect(() => {
    document.documentElement.lang = supported;
    document.documentElement.dir = directionOf(supported);
  }, [supported]);
  // The region (en-GB, nl-BE) stays for dates and numbers; only the words come from the catalogue.
  return (
    <IntlProvider locale={locale} messages={messagesFor(supported)} defaultLocale="en">
      <LibraryLocale locale={locale}>{children}</LibraryLocale>
    </IntlProvider>
  );
}
