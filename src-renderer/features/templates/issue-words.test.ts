import { expect, it } from 'vitest';
import { partsOf } from './issue-words.ts';

it('a place is read as fields, counted from 1', () => {
  expect(partsOf('received.title')).toEqual([{ part: 'received', number: null }, { part: 'title', number: null }]);
  expect(partsOf('sections.0.items.2.title')).toEqual([{ part: 'sections', number: 1 }, { part: 'items', number: 3 }, { part: 'title', number: null }]);
  expect(partsOf('pages.fault.next')).toEqual([{ part: 'pages', number: null }, { part: 'fault', number: null }, { part: 'next', number: null }]);
});
