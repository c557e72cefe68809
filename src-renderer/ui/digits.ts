// Numbers that stand without words, counts and timers, in the digits of the agent's language.
import { useMemo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { formatDuration, type DurationStyle } from './duration.ts';

type Digits = (written: string | number) => string;

/** Writes 0 to 9 as the language does. */
export function digitsOf(locale: string): Digits {
  const own = Array.from(new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)).reverse();
  return (written) => String(written).replaceAll(/\d/g, (digit) => own[Number(digit)] ?? digit);
}

export function useDigits(): Digits {
  const { locale } = useLocale();
  return useMemo(() => digitsOf(locale), [locale]);
}

export function useDuration(): (ms: number, style: DurationStyle) => string {
  const digits = useDigits();
  return (ms, style) => digits(formatDuration(ms, style));
}
