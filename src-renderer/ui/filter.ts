// Finds what the agent types inside a name, whatever the case and the accents.
import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Without case and accents. */
export const foldText = (text: string, locale: string): string => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLocaleLowerCase(locale);

/** Every word of `term` occurs in `name`. */
export const contains = (name: string, term: string, locale: string): boolean => {
  const inName = foldText(name, locale);
  return foldText(term, locale).split(/\s+/).every((word) => inName.includes(word));
};

export function useFilter(): (name: string, term: string) => boolean {
  const { locale } = useIntl();
  return useCallback((name: string, term: string) => contains(name, term, locale), [locale]);
}
