import { expect, it } from 'vitest';
import { asksForTemplates, type TypedKey } from './slash.ts';

const slash: TypedKey = { key: '/', ctrlKey: false, altKey: false, metaKey: false, isComposing: false };

it('a slash asks for the templates at the start and after white space', () => {
  for (const before of ['', 'Hello ', 'Hello\n', 'Hello\t', 'Hello\u00a0']) expect(asksForTemplates(slash, before), JSON.stringify(before)).toBe(true);
  for (const before of ['and', 'https:', '1', 'Hello (', '/']) expect(asksForTemplates(slash, before), before).toBe(false);
});

it('a key that is something else does not', () => {
  for (const typed of [{ key: 'a' }, { isComposing: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }]) expect(asksForTemplates({ ...slash, ...typed }, ''), JSON.stringify(typed)).toBe(false);
  // AltGr.
  expect(asksForTemplates({ ...slash, ctrlKey: true, altKey: true }, '')).toBe(true);
});
