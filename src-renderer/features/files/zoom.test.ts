// A picture can be zoomed and moved in any order and is never lost from sight.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIT, MAX_SCALE, move, zoom, type Lie } from './zoom.ts';

const stage = { width: 800, height: 600 };
const step = fc.oneof(
  fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -300, max: 300 }) }),
  fc.record({ dx: fc.integer({ min: -5_000, max: 5_000 }), dy: fc.integer({ min: -5_000, max: 5_000 }) }),
);

it('stays between fitting and the largest scale, and its edges never pass the stage’s', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const lie = steps.reduce<Lie>((at, one) => ('factor' in one ? zoom(at, one.factor, stage, one) : move(at, one.dx, one.dy, stage)), FIT);
    expect(lie.scale).toBeGreaterThanOrEqual(1);
    expect(lie.scale).toBeLessThanOrEqual(MAX_SCALE);
    expect(Math.abs(lie.x)).toBeLessThanOrEqual((stage.width * (lie.scale - 1)) / 2 + 1e-6);
    expect(Math.abs(lie.y)).toBeLessThanOrEqual((stage.height * (lie.scale - 1)) / 2 + 1e-6);
  }));
});

it('keeps the point under the pointer where it is', () => {
  expect(zoom(FIT, 2, stage, { x: 100, y: -50 })).toEqual({ scale: 2, x: -100, y: 50 });
  expect(zoom({ scale: 2, x: -100, y: 50 }, 0.5, stage, { x: 100, y: -50 })).toEqual(FIT);
});
