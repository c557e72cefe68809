import { expect, it } from 'vitest';
import type { OutboundPage } from '../../../src-shared/domain/outbound.ts';
import { branches, nextOf, startOf } from './form-walk.ts';

const item = (key: string, next: string | null) => ({ key, title: key, value: key, picture: null, next });
const page = (key: string, over: Partial<OutboundPage<string>> = {}): OutboundPage<string> => ({
  key, type: 'select', title: key, subtitle: null, hint: null, next: null, submit: false, several: false, items: [], pickerTitle: null, selected: null, options: null, ...over,
});
const fault = page('fault', { next: 'other', items: [item('leak', 'since'), item('noise', null)] });
const since = page('since', { type: 'date', next: 'remarks' });
const other = page('other', { type: 'input', submit: true, next: 'since' });
const remarks = page('remarks', { type: 'input' });
const many = page('many', { several: true, next: 'remarks', items: [item('a', 'since'), item('b', 'other')] });
const form = { start: 'fault', pages: [since, fault, other, remarks, many] };

it('an answer leads where its item says, else where the page says; a page that submits leads nowhere', () => {
  expect(startOf(form)).toBe(fault);
  expect(startOf({ ...form, start: 'nowhere' })).toBe(since);
  expect(nextOf(form, fault, 'leak')).toBe(since);
  expect(nextOf(form, fault, 'noise')).toBe(other);
  expect(nextOf(form, other, null)).toBeNull();
  expect(nextOf(form, since, null)).toBe(remarks);
  expect(nextOf(form, remarks, null)).toBeNull();
  // All answers lead to the same page: nothing has to be chosen to see it.
  expect(nextOf(form, page('same', { items: [item('a', 'since'), item('b', 'since')] }), null)).toBe(since);
  // Where several may be chosen, no single item decides.
  expect(nextOf(form, many, 'b')).toBe(remarks);
});

it('a page branches when its answers lead to different pages', () => {
  expect([fault, since, other, many].map(branches)).toEqual([true, false, false, false]);
});
