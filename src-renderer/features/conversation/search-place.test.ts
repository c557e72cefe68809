// The agent's place among the hits of a search.
import { expect, test } from 'vitest';
import type { Hit } from './search-place.ts';
import { indexOfHit, nextHit } from './search-place.ts';

const hit = (order: number, itemId = `m${String(order)}`): Hit => ({ itemId, order });

test('stays at its hit when newer and older ones are found', () => {
  expect(indexOfHit([hit(3), hit(5)], hit(5))).toBe(1);
  expect(indexOfHit([hit(1), hit(3), hit(5), hit(9)], hit(5))).toBe(2);
  // A message that was under way has another place once it is sent.
  expect(indexOfHit([hit(3), hit(9), hit(11, 'sent')], hit(8, 'sent'))).toBe(2);
});

test('a hit that is gone leaves its place to the one before it', () => {
  expect(indexOfHit([hit(1), hit(3), hit(9)], hit(5))).toBe(1);
  expect(indexOfHit([hit(7)], hit(5))).toBe(0);
  expect(indexOfHit([], hit(5))).toBe(-1);
});

test('goes round, and from none to the newest', () => {
  const hits = [hit(1), hit(3), hit(5)];
  expect(nextHit(hits, hit(5), -1)).toEqual(hit(3));
  expect(nextHit(hits, hit(5), 1)).toEqual(hit(1));
  expect(nextHit(hits, hit(1), -1)).toEqual(hit(5));
  expect(nextHit(hits, null, 1)).toEqual(hit(5));
  expect(nextHit(hits, null, -1)).toEqual(hit(5));
  expect(nextHit([], null, 1)).toBeNull();
});
