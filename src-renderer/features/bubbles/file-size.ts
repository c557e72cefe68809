// The size of a file in the agent's language: decimal units, as the operating systems show them.
import { useCallback } from 'react';
import { useIntl } from 'react-intl';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function sizeParts(bytes: number): { readonly value: number; readonly unit: (typeof units)[number] } {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return { value: bytes / 1000 ** step, unit: units[step] ?? 'byte' };
}

export function useFileSize(): (bytes: number) => string {
  const intl = useIntl();
  return useCallback((bytes: number) => {
    const { value, unit } = sizeParts(bytes);
    return intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
  }, [intl]);
}
