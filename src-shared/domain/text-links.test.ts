// Which words of a message are links, what they open, and that nothing hidden is ever a part of one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, type MaskedText } from './masking.ts';
import { addressOfLink, linksIn } from './text-links.ts';

const words = (text: string): string[] => linksIn(plainText(text)).map(({ start, end }) => text.slice(start, end));
const hosts = (text: string): string[] => linksIn(plainText(text)).map(({ host }) => host);

describe('links are found', () => {
  test.each([
    ['See https://shop.example/kettle?colour=blue.', ['https://shop.example/kettle?colour=blue']],
    ['(HTTP://shop.example/a_(b)) or www.other.example!', ['HTTP://shop.example/a_(b)', 'www.other.example']],
    ['Kijk op https://nl.example/één, of https://b.example/x?y=1&z=2#q', ['https://nl.example/één', 'https://b.example/x?y=1&z=2#q']],
    ['انظر https://shop.example/ar، شكرا', ['https://shop.example/ar']],
    ['“https://shop.example/”', ['https://shop.example/']],
  ])('%s', (text, found) => { expect(words(text)).toEqual(found); });

  test.each([
    'shop.example', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', 'https://name:secret@shop.example/', 'https://localhost/', 'mail@www.shop.example',
    'ftp://shop.example', 'xhttps://shop.example', `https://shop.example/${'a'.repeat(3_000)}`,
  ])('%s is none', (text) => { expect(words(text)).toEqual([]); });

  test('a host in other letters is shown as what is opened', () => {
    expect(hosts('https://аpple.com/login')).toEqual(['xn--pple-43d.com']);
    expect(hosts('https://shop.example\u202Emoc.elppa')).toEqual(['shop.example']);
  });

  test('what opens is what was found there', () => {
    expect(addressOfLink(plainText('a www.shop.example/x b http://plain.example'), 0)).toEqual({ href: 'https://www.shop.example/x', host: 'www.shop.example' });
    expect(addressOfLink(plainText('a www.shop.example/x b http://plain.example'), 1)).toEqual({ href: 'http://plain.example/', host: 'plain.example' });
    expect(addressOfLink(plainText('nothing'), 0)).toBeNull();
  });
});

test('an address in which something is hidden is no link', () => {
  const masked: MaskedText = { text: 'https://shop.example/?mail=m******@gmail.com and https://other.example', spans: [{ start: 27, end: 44, kind: 'EMAIL' }] };
  expect(linksIn(masked).map(({ host }) => host)).toEqual(['other.example']);
});

test('whatever is written, links lie in order, apart, inside the text and outside of what is hidden', () => {
  const piece = fc.constantFrom('https://', 'www.', 'shop.example', '/', '(', ')', '.', ' ', '@', '*', 'é', '😀', '\u202e', 'x');
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(fc.property(text, fc.array(fc.tuple(fc.nat(60), fc.nat(9)), { maxLength: 3 }), (written, cuts) => {
    const spans = cuts.map(([start, length]) => ({ start, end: start + length, kind: 'PHONE' as const }));
    let last = 0;
    for (const { start, end } of linksIn({ text: written, spans })) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeLessThanOrEqual(written.length);
      for (const span of spans) expect(span.end <= start || span.start >= end || span.start === span.end).toBe(true);
      last = end;
    }
  }));
});

test('a long hostile message takes no time to speak of', () => {
  const begin = performance.now();
  linksIn(plainText('https://('.repeat(1_100) + ')'.repeat(1_000)));
  linksIn(plainText('www.'.repeat(2_500)));
  expect(performance.now() - begin).toBeLessThan(200);
});
