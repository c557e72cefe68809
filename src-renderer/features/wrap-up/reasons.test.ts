import { expect, test } from 'vitest';
import { listReasons, loadRecent, saveRecent, withRecent } from './reasons.ts';

const code = (name: string) => ({ id: name.toLowerCase(), name, isDefault: false });
const codes = [code('Other'), code('Address'), code('Refund'), code('Booked')];

test('recent reasons come first, newest first, and not again among the others', () => {
  const { recent, others } = listReasons(codes, ['refund', 'gone', 'booked'], 'en');
  expect(recent.map(({ name }) => name)).toEqual(['Refund', 'Booked']);
  expect(others.map(({ name }) => name)).toEqual(['Address', 'Other']);
});

test('using a reason moves it to the front and keeps three', () => {
  expect(withRecent(['a', 'b', 'c'], 'd')).toEqual(['d', 'a', 'b']);
  expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
});

test('what was stored comes back, per agent; a broken store is an empty one', () => {
  const kept = new Map<string, string>();
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value); } };
  saveRecent(store, 'sanne', ['a']);
  expect(loadRecent(store, 'sanne')).toEqual(['a']);
  expect(loadRecent(store, 'pieter')).toEqual([]);
  for (const broken of ['{', '{"a":1}', '[1]']) expect(loadRecent({ ...store, getItem: () => broken }, 'sanne')).toEqual([]);
  expect(() => { saveRecent({ ...store, setItem: () => { throw new Error('full'); } }, 'sanne', []); }).not.toThrow();
});
