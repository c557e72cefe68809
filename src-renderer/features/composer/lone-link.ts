// A message that is one web address and nothing else: it can go out as a rich link, which Apple shows as a card.
import { plainText } from '../../../src-shared/domain/masking.ts';
import { addressOfLink, linksIn } from '../../../src-shared/domain/text-links.ts';

/** The whole address, `https://` added where only `www.` was written; null = there is more or less than one address. */
export function loneLink(text: string): string | null {
  const written = text.trim();
  // Sooner than reading a long text that cannot be one.
  if (written === '' || /\s/.test(written)) return null;
  const masked = plainText(written);
  const [link] = linksIn(masked);
  return link?.start === 0 && link.end === written.length ? (addressOfLink(masked, 0)?.href ?? null) : null;
}
