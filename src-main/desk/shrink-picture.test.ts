// A picture is drawn smaller until it fits, whatever it weighs, and keeps its shape.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_PICTURE_BYTES } from '../../src-shared/apple/limits.ts';
import { shrinkPicture, type Drawable } from './shrink-picture.ts';

/** A picture whose PNG has so many bytes a pixel. */
const picture = (width: number, height: number, weight: number): Drawable => ({
  isEmpty: () => width === 0, getSize: () => ({ width, height }), resize: (size) => picture(size.width, size.height, weight),
  toPNG: () => new Uint8Array(Math.ceil(width * height * weight) + 100),
});

it('fits under the limit in its own proportions', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 6_000 }), fc.integer({ min: 1, max: 6_000 }), fc.double({ min: 0.01, max: 4, noNaN: true }), (width, height, weight) => {
    const fit = shrinkPicture(picture(width, height, weight));
    if (fit === null) throw new Error('It could be made to fit.');
    expect(Buffer.from(fit.data, 'base64').byteLength).toBeLessThanOrEqual(MAX_PICTURE_BYTES);
    expect(Math.max(fit.width, fit.height)).toBeLessThanOrEqual(840);
    const scale = Math.max(fit.width, fit.height) / Math.max(width, height);
    expect(Math.abs(fit.width - width * scale)).toBeLessThanOrEqual(1);
    expect(Math.abs(fit.height - height * scale)).toBeLessThanOrEqual(1);
  }), { numRuns: 60 });
});

it('leaves what fits as it is, and takes no file that is no picture', () => {
  expect(shrinkPicture(picture(180, 120, 1))).toMatchObject({ width: 180, height: 120 });
  expect(shrinkPicture(picture(0, 0, 1))).toBeNull();
});
