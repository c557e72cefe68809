// A masked text cut at places, each part with the spans that lie in it.
import type { MaskedText } from '../../../src-shared/domain/masking.ts';

/** One part more than there are places; `places` in ascending order, in UTF-16 units. A span is never cut. */
export function slicesAt(value: MaskedText, places: readonly number[]): readonly MaskedText[] {
  const cuts = places.map((place) => value.spans.find((span) => span.start < place && place < span.end)?.end ?? place);
  return [...cuts, value.text.length].map((end, index) => {
    const start = cuts[index - 1] ?? 0;
    return {
      text: value.text.slice(start, end),
      spans: value.spans.filter((span) => span.start >= start && span.end <= end).map((span) => ({ ...span, start: span.start - start, end: span.end - start })),
    };
  });
}
