// What an export says: everything that is shown, by day, in the agent's language, and nothing that is hidden. Mark-up in a message stays a word.
import { describe, expect, it } from 'vitest';
import { plainText, type MaskedText } from '../../src-shared/domain/masking.ts';
import type { Rich } from '../../src-shared/domain/rich.ts';
import { ownOffset } from '../../src-shared/domain/zones.ts';
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
const documentIn = async (locale: string, change: { items?: readonly ItemView[]; masking?: boolean; bounded?: boolean; now?: number } = {}) => transcriptDocument({
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

const keys = { request: 'q', session: null };
const card = (itemId: string, from: 'customer' | 'self', rich: Rich<MaskedText>, later: number): ItemView => ({
  ...said(itemId, from, plainText(''), later), content: { kind: 'rich', text: plainText('raw order of texts'), rich },
} as ItemView);
const slot = { key: 's', start: Date.UTC(2031, 10, 26, 10, 30), seconds: 3_600 };
const choices = [{ key: 'y', title: plainText('Yes'), subtitle: null }, { key: 'n', title: plainText('No'), subtitle: plainText('Not yet') }];

describe('a card and its answer', () => {
  it('say what was asked, what there was to choose and what was chosen, with the time and what was left blank', async () => {
    const page = { key: 'p', type: 'input', question: plainText('Anything else?'), required: false, choices: [] } as const;
    const all = [
      card('1', 'self', { kind: 'quickReply', keys, title: plainText('Warranty?'), choices }, 0),
      card('2', 'customer', { kind: 'choiceAnswer', of: 'quickReply', keys, choices: choices.slice(1), title: plainText('Warr…') }, 1),
      card('3', 'self', { kind: 'timePicker', keys, title: plainText('Visit'), place: plainText('Utrecht'), offset: 60, slots: [slot] }, 2),
      card('4', 'customer', { kind: 'timeAnswer', keys, title: null, place: null, offset: 60, slot }, 3),
      card('5', 'self', { kind: 'form', keys, title: plainText('Repair'), subtitle: null, pages: [page] }, 4),
      card('6', 'customer', { kind: 'deferred', keys, title: plainText('Repair') }, 4),
      card('7', 'customer', { kind: 'formAnswer', keys, title: null, pages: [{ key: 'p', question: page.question, values: [] }, { key: 'c', question: plainText('Card'), values: [{ text: '****1111', spans: [{ start: 0, end: 8, kind: 'CARD' }] }] }] }, 5),
      said('8', 'self', plainText('Thank you'), 6),
      card('9', 'customer', { kind: 'tapback', emoji: '👍', quoted: plainText('Thank you'), words: plainText('Liked “Thank you”') }, 7),
      card('10', 'customer', { kind: 'deferred', keys: { request: 'other', session: null }, title: plainText('Lost') }, 8),
    ];
    const document = await documentIn('en', { items: all, now: at + 60 * 60_000 });
    // Where this computer's clock is that of the event, its own time says nothing more.
    const own = ownOffset(slot.start) === 60 ? [] : [expect.stringMatching(/^ +\[Your time: Wed, Nov 26, 2031, /) as string];
    expect(asText(document).split('\r\n').slice(7, -1)).toEqual([
      '09:05  Sanne: [Quick reply]', '       Warranty?', '       • Yes', '       • No – Not yet',
      '09:06  Melissa Jansen: [Answered “Warranty?”]', '       No – Not yet',
      '09:07  Sanne: [Time picker]', '       Visit', '       Utrecht', '       • Wed, Nov 26, 2031, 11:30–12:30 (UTC+1)',
      '09:08  Melissa Jansen: [Answered “Visit”]', '       Wed, Nov 26, 2031, 11:30–12:30 (UTC+1)', ...own,
      '09:09  Sanne: [Form]', '       Repair', '       • Anything else?',
      '09:10  Melissa Jansen: [Answered “Repair”]', '       • Anything else? – Left blank', '       • Card – ****1111',
      '09:11  Sanne: Thank you', '       [The customer reacted: 👍]',
      '09:13  Melissa Jansen: [The answer could not be retrieved from Apple]', '       Lost',
    ]);
    const html = asPage(document, 'ltr');
    expect(html).toContain('<ul><li><bdi>Anything else? – Left blank</bdi></li><li><bdi>Card – <span class="masked">****1111</span></bdi></li></ul></article>');
    expect(html).not.toContain('raw order of texts');
  });
});

describe('as a page', () => {
  it('holds every word as a word, each line by its own direction', async () => {
    const page = asPage(await documentIn('en', { masking: false }), 'ltr');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\n&amp; more');
    expect(page).not.toMatch(/<script|src=|href=|url\(/);
    expect(page).toContain('<p class="words" dir="auto">مرحبًا</p>');
    expect(page).toContain('Card <span class="masked">************1111</span></p>');
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).not.toContain('masked as your organisation');
  });

  it('names a person once a minute, and keeps on one page what is short', async () => {
    const page = asPage(await documentIn('en', { items: [said('1', 'customer', plainText('One')), said('2', 'customer', plainText('x'.repeat(2_000))), said('3', 'self', plainText('Three')), said('4', 'customer', plainText('Four'), 1)] }), 'ltr');
    expect([...page.matchAll(/<article class="([^"]*)">(<p class="head">)?/g)].map(([, kind, head]) => [kind, head !== undefined])).toEqual([
      ['customer whole', true], ['customer more', false], ['business whole', true], ['customer whole', true],
    ]);
  });
});
