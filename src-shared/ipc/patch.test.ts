import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch, diff } from './patch.ts';

const json = fc.letrec((tie) => ({
  tree: fc.dictionary(fc.string({ maxLength: 3 }), tie('value'), { maxKeys: 4 }),
  value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 }), tie('tree')),
})).tree;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('patch', () => {
  test('the difference applied to the old view gives the new one', () => {
    fc.assert(fc.property(json, json, (before, after) => {
      expect(plain(applyPatch(before, diff(before, after)))).toEqual(plain(after));
    }));
  });

  test('equal views give no operations', () => {
    fc.assert(fc.property(json, (tree) => {
      expect(diff(tree, structuredClone(tree))).toEqual([]);
    }));
  });

  test('an append to a record is one small operation and keeps the other branches', () => {
    const before = { items: { a: { n: 1 }, b: { n: 2 } }, other: { deep: true } };
    const after = { items: { ...before.items, c: { n: 3 } }, other: before.other };
    const operations = diff(before, after);
    expect(operations).toEqual([{ p: ['items', 'c'], v: { n: 3 } }]);
    expect(applyPatch(before, operations).other).toBe(before.other);
  });

  test('another conversation in the place of one is one operation, however long both are', () => {
    const items = (name: string) => Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${name}${String(index)}`, { n: index }]));
    const after = { open: { taskId: 'b', items: items('b') } };
    expect(diff({ open: { taskId: 'a', items: items('a') } }, after)).toEqual([{ p: ['open', 'taskId'], v: 'b' }, { p: ['open', 'items'], v: after.open.items }]);
  });

  test('the old tree is left as it was', () => {
    fc.assert(fc.property(json, json, (before, after) => {
      const kept = structuredClone(before);
      applyPatch(before, diff(before, after));
      expect(before).toEqual(kept);
    }));
  });

  test('a key called __proto__ is data', () => {
    const result = applyPatch({}, [{ p: ['__proto__', 'polluted'], v: true }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(result)).toEqual(['__proto__']);
  });
});
