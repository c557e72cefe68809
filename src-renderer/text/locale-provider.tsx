// The agent's language for everything below: texts, dates and the component library's own words; sets the document's language and direction.
import { useLayoutEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { directionOf } from '../../src-shared/locales/index.ts';
import { LibraryLocale } from '../ui/index.ts';
import { useWords, type Words } from './words.ts';

export function LocaleProvider({ locale, children }: { readonly locale: string; readonly children: ReactNode }): ReactElement | null {
  const words = useWords(locale);
  return words && <InWords words={words}>{children}</InWords>;
}

function InWords({ words: { locale, language, messages }, children }: { readonly words: Words; readonly children: ReactNode }): ReactElement {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  return (
    <IntlProvider locale={locale} messages={messages} defaultLocale="en">
      <LibraryLocale locale={locale}>{children}</LibraryLocale>
    </IntlProvider>
  );
}
