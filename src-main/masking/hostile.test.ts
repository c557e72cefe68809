// Hostile text must not buy more than linear work, and not much of that: counted in steps of the engine's code, so that it
// is as true on a slow machine as on a fast one. What the steps take in milliseconds is measured by `npm run bench -- masking`.
import { describe, expect, test } from 'vitest';
import { countSteps } from './testing/count-steps.ts';
import { SHAPES, mixtures, repeated } from './testing/hostile-shapes.ts';

// Before the engine is loaded: code that has run once is not counted.
const steps = countSteps();
const { createMasker } = await import('./index.ts');
const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });

const SHORT = 2000;
const LONG = 10_000;
/** Ten thousand characters hold a little more of what spans a few of them than five times two thousand do. */
const LINEAR = (LONG / SHORT) * 1.25;
/** Of the engine's code, for a character. An ordinary message takes about ten; mixtures may be looked at again once they are masked. */
const MOST_STEPS = { alone: 200, mixed: 400 };

const stepsFor = (text: string): number => steps.during(() => { masker.mask(text); });

describe('hostile text', () => {
  test('the count is that of the work', () => {
    const text = 'tel 0612345678';
    // What is worked out once for all texts would count once.
    masker.mask(text);
    const once = stepsFor(text);
    expect(once).toBeGreaterThan(text.length);
    expect(steps.during(() => { for (let i = 0; i < 10; i += 1) masker.mask(text); })).toBe(once * 10);
    expect(steps.during(() => undefined)).toBe(0);
  });

  test.each(SHAPES)('grows linearly and stays cheap: %j', (shape) => {
    masker.mask(repeated(shape, SHORT));
    const short = stepsFor(repeated(shape, SHORT));
    const long = stepsFor(repeated(shape, LONG));
    expect(long).toBeLessThan(short * LINEAR);
    expect(long).toBeLessThan(LONG * MOST_STEPS.alone);
  });

  test.each([1, 2, 3, 4, 5])('random mixtures of hostile shapes stay cheap and masking them settles, seed %i', (seed) => {
    const mixture = mixtures(seed * 20_250_101, 10_000);
    for (let round = 0; round < 8; round += 1) {
      const text = mixture();
      let masked = '';
      expect(steps.during(() => { masked = masker.mask(text).text; })).toBeLessThan(text.length * MOST_STEPS.mixed);
      expect(masker.mask(masked).text).toBe(masked);
    }
  });
});
