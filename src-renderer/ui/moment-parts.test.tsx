// Days and times follow the agent's language, whatever that of the computer, and are typed part by part.
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { LibraryLocale } from './library-locale.tsx';
import { DayField, TimeField } from './moment-parts.tsx';

afterEach(cleanup);

/** What stands in the field, without the marks that keep its direction. */
const shown = (): string => screen.getByRole('group').textContent.replaceAll(/[\u2066-\u2069\u200e\u200f\s]/g, '');
const inLanguage = (locale: string, field: ReactElement): void => { render(<LibraryLocale locale={locale}>{field}</LibraryLocale>); };

it.each([['en-US', '11/05/2026'], ['en-GB', '05/11/2026'], ['nl', '05-11-2026'], ['de', '05.11.2026'], ['fr', '05/11/2026'], ['es', '05/11/2026'], ['ar-EG', '٠٥/١١/٢٠٢٦']])('a day in %s', (locale, written) => {
  inLanguage(locale, <DayField label="First day" day="2026-11-05" onChange={() => undefined} />);
  expect(shown()).toBe(written);
});

it.each([['en-US', '17:05'], ['nl', '17:05'], ['de', '17:05'], ['ar-EG', '١٧:٠٥']])('a time in %s is of 24 hours', (locale, written) => {
  inLanguage(locale, <TimeField label="From" minutes={17 * 60 + 5} onChange={() => undefined} />);
  expect(shown()).toBe(written);
});

it('an arrow changes a part, and what is half typed is not told', () => {
  const onChange = vi.fn();
  inLanguage('en-GB', <TimeField label="From" minutes={9 * 60} onChange={onChange} />);
  fireEvent.keyDown(screen.getByRole('spinbutton', { name: /hour/ }), { key: 'ArrowUp' });
  expect(onChange.mock.calls).toEqual([[10 * 60]]);
  fireEvent.keyDown(screen.getByRole('spinbutton', { name: /minute/ }), { key: 'Backspace' });
  fireEvent.keyDown(screen.getByRole('spinbutton', { name: /minute/ }), { key: 'Backspace' });
  expect(onChange).toHaveBeenCalledTimes(1);
});
