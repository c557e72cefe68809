// Links in a masked text: web addresses as people write them, found where nothing is hidden. The page draws them, main opens them.
import type { MaskedText } from './masking.ts';

/** Beyond the language itself, but in every place this code runs in. */
declare const URL: {
  new (text: string): { readonly href: string; readonly protocol: string; readonly hostname: string; readonly username: string; readonly password: string };
  canParse: (text: string) => boolean;
};

/** `start` and `end` are UTF-16 units of the masked text. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  /** In ASCII: a host in other letters cannot pass for one it is not. */
  readonly host: string;
}

/** Addresses longer than this are no links people click; browsers cut them too. */
const LONGEST = 2_048;
/** More than anybody reads in one message; the command that opens one counts no further. */
const MOST = 50;

// Up to white space, quotes and what could turn the reading direction round or hide a part of the address.
const written = /(?<![\p{L}\p{N}_@/.-])(?:https?:\/\/|www\.)[^\s<>"“”«»\p{Cc}\p{Cf}\ufffc]+/giu;

/** The links of a text in their order. One that touches something hidden is none: what would be opened is not what can be read. */
export function linksIn({ text, spans }: MaskedText): readonly TextLink[] {
  const links: TextLink[] = [];
  for (const { 0: match, index: start } of text.matchAll(written)) {
    const words = withoutClosing(match);
    const end = start + words.length;
    const address = words.length > LONGEST ? null : read(words);
    if (address === null || spans.some((span) => span.start < start + match.length && start < span.end)) continue;
    links.push({ start, end, host: address.host });
    if (links.length === MOST) break;
  }
  return links;
}

/** What opens when the link at `index` is chosen; null = it is not there (any more). */
export function addressOfLink(masked: MaskedText, index: number): { readonly href: string; readonly host: string } | null {
  const link = linksIn(masked)[index];
  return link === undefined ? null : read(masked.text.slice(link.start, link.end));
}

function read(words: string): { readonly href: string; readonly host: string } | null {
  const address = /^www\./i.test(words) ? `https://${words}` : words;
  if (!URL.canParse(address)) return null;
  const { href, protocol, hostname, username, password } = new URL(address);
  const web = protocol === 'https:' || protocol === 'http:';
  return web && hostname.includes('.') && username === '' && password === '' ? { href, host: hostname } : null;
}

/** The sentence's own full stop, and a bracket that was opened before the address, are not a part of it. */
function withoutClosing(words: string): string {
  let end = words.length;
  for (;;) {
    const last = words.charAt(end - 1);
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const kept = words.slice(0, end);
    if (!/[.,;:!?…'’*،؛؟]/.test(last) && (opening === undefined || count(kept, opening) >= count(kept, last))) return kept;
    end -= 1;
  }
}

const count = (words: string, character: string): number => words.split(character).length - 1;
