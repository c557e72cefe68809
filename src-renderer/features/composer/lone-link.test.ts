import { expect, test } from 'vitest';
import { loneLink } from './lone-link.ts';

test.each([
  ['https://www.haldenvos.example/aria-8', 'https://www.haldenvos.example/aria-8'],
  ['  http://haldenvos.example/a?b=c#d \n', 'http://haldenvos.example/a?b=c#d'],
  ['www.haldenvos.example', 'https://www.haldenvos.example/'],
])('%j is one', (text, address) => {
  expect(loneLink(text)).toBe(address);
});

test.each([
  '', 'Hello', 'See https://haldenvos.example', 'https://haldenvos.example and more', 'https://a.example https://b.example', 'https://a.example.', 'javascript:alert(1)', 'https://user:secret@a.example',
  'https://localhost', 'ftp://a.example',
])('%j is none', (text) => {
  expect(loneLink(text)).toBeNull();
});
