import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { digitsOf } from './digits.ts';
import { Elapsed, Remaining } from './elapsed.tsx';
import { LibraryLocale } from './library-locale.tsx';
import { Badge, Count } from './small.tsx';

it('writes the digits of the language and leaves the rest', () => {
  expect(digitsOf('ar-EG')('00:12')).toBe('٠٠:١٢');
  expect(digitsOf('ar-EG')(205)).toBe('٢٠٥');
  for (const locale of ['en', 'nl-BE', 'de', 'fr', 'es']) expect(digitsOf(locale)('99+ 1:02:34 567890'), locale).toBe('99+ 1:02:34 567890');
});

it('counts and timers are in the digits in which their names are said', () => {
  const now = Date.now();
  const { container } = render(
    <LibraryLocale locale="ar-EG"><Badge count={13} label="١٣ جديدة" /><Badge count={100} /><Count value={7} /> <Elapsed since={now + 1_000} /> <Remaining until={now - 1_000} /></LibraryLocale>,
  );
  expect(container.textContent).toBe('١٣ جديدة١٣٩٩+٧ ٠٠:٠٠ ٠:٠٠');
});
