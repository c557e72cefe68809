import { expect, test } from 'vitest';
import { createMasker } from './index.ts';
import { warmUp } from './warm-up.ts';

test('goes over its texts one turn at a time, and ends', () => {
  const masker = createMasker({ regions: ['NL'] });
  const masked: string[] = [];
  const waiting: (() => void)[] = [];
  warmUp({ ...masker, mask: (text) => { masked.push(text); return masker.mask(text); } }, (turn) => { waiting.push(turn); });
  expect(masked).toEqual([]);
  let turns = 0;
  for (let turn = waiting.shift(); turn !== undefined; turn = waiting.shift()) {
    const before = masked.length;
    turn();
    turns += 1;
    expect(masked.length - before).toBeLessThanOrEqual(1);
    expect(waiting.length).toBeLessThanOrEqual(1);
  }
  expect(turns).toBe(masked.length + 1);
  expect(new Set(masked).size).toBeGreaterThan(10);
});
