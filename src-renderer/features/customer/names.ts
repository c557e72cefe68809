// How the customer is called in short sentences.
import type { MaskedText } from '../../../src-shared/domain/masking.ts';

/** The first word of the name; a name in which something is masked stays whole, because half of it would say nothing. */
export function shortName(name: MaskedText): string {
  if (name.spans.length > 0) return name.text;
  return name.text.trim().split(/\s+/)[0] ?? name.text;
}
