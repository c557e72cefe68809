// What an export says: everything that is shown, by day, in the agent's language, and nothing that is hidden. Mark-up in a message stays a word.
import { describe, expect, it } from 'vitest';
import { plainText, type MaskedText } from '../../src-shared/domain/masking.ts';
import type { ItemView } from '../../src-shared/ipc/view.ts';
import { loadTexts } from '../texts.ts';
import { transcriptDocument } from './transcript-document.ts';
import { asPage, asText } from './transcript-formats.ts';

const at = new Date(2026, 10, 23, 9, 5).getTime();
const said = (itemId: string, from: 'customer' | 'self', text: MaskedText, later = 0): ItemView => ({
  kind: 'message', itemId, order: later, at: at + later * 60_000, from, role: from === 'self' ? 'agent' : 'customer', name: '', content: { kind: 'text', text }, delivery: { state: 'sent' },
});
const items: readonly ItemView[] = [
  said('1', 'customer', { text: 'Card ************1111', spans: [{ start: 5, end: 21, kind: 'CARD' }] }),
  said('2', 'self', plainText('<script>alert("1")</script>\n& more'), 1),
  { kind: 'event', itemId: '3', order: 3, at: at + 3 * 60_000, event: { type: 'customerLeft' } },
  said('4', 'customer', plainText('مرحبًا'), 24 * 60),
];
const documentIn = async (locale: string, change: { masking?: boolean; bounded?: boolean } = {}) => transcriptDocument({
  items, customer: 'Melissa Jansen', agent: 'Sanne', queue: 'Repairs NL', masking: true, bounded: false, now: at, locale, text: (await loadTexts())(locale), ...change,
});

describe('as text', () => {
  it('is a line a message, by day, in the language of the agent', async () => {
    const lines = asText(await documentIn('nl', { bounded: true })).split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
      '\uFEFFGesprek met Melissa Jansen', 'Repairs NL', expect.stringMatching(/^Geëxporteerd op 23 november 2026.* door Sanne, 3 berichten$/),
      'Persoonsgegevens zijn afgeschermd zoals uw organisatie vraagt.', 'Alleen de nieuwste 3 berichten staan in dit bestand.',
    ]);
    expect(lines.slice(5)).toEqual([
      '', 'maandag 23 november 2026', '', '09:05  Melissa Jansen: Card ************1111', '09:06  Sanne: <script>alert("1")</script>', '       & more',
      '09:08  — De klant heeft het gesprek gesloten', '', 'dinsdag 24 november 2026', '', '09:05  Melissa Jansen: مرحبًا', '',
    ]);
  });
});

describe('as a page', () => {
  it('holds every word as a word, each line by its own direction', async () => {
    const page = asPage(await documentIn('en', { masking: false }), 'ltr');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\n&amp; more');
    expect(page).not.toMatch(/<script|src=|href=|url\(/);
    expect(page).toContain('<p dir="auto">مرحبًا</p>');
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).not.toContain('masked as your organisation');
  });
});
