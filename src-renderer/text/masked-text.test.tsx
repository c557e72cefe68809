// Masked text tells eye and ear that something was hidden, and of which kind.
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { LocaleProvider } from './locale-provider.tsx';
import { MaskedText } from './masked-text.tsx';
import { fetchWords } from './words.ts';

beforeAll(() => Promise.all(['en', 'nl'].map(fetchWords)));
afterEach(cleanup);

const value = { text: 'Call ******0193 or m***@x.nl now', spans: [{ start: 5, end: 15, kind: 'PHONE' }, { start: 19, end: 28, kind: 'EMAIL' }] } as const;

it('marks every span and keeps the words between', () => {
  const { container } = render(<LocaleProvider locale="en-GB"><MaskedText value={value} /></LocaleProvider>);
  expect(container.textContent).toBe('Call phone number, masked: ******0193 or e-mail address, masked: m***@x.nl now');
  expect([...container.querySelectorAll('.masked')].map((span) => span.getAttribute('title'))).toEqual([
    'Masked by your organisation (phone number)',
    'Masked by your organisation (e-mail address)',
  ]);
  expect(container.querySelectorAll('svg[aria-hidden="true"]')).toHaveLength(2);
});

it('is plain text when nothing is hidden', () => {
  const { container } = render(<LocaleProvider locale="nl"><MaskedText value={{ text: 'Hallo', spans: [] }} /></LocaleProvider>);
  expect(container.innerHTML).toBe('Hallo');
});
