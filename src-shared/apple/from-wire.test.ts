// Golden fixtures for every type and for what is malformed, and that nothing a stranger sends can throw or show as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../domain/rich.ts';
import { fromWire, type Read, type WireMessage } from './from-wire.ts';
import { momentOf } from './questions.ts';

const folder = join(import.meta.dirname, 'fixtures');
const fixture = (file: string): { readonly wire: WireMessage; readonly read: Read } => JSON.parse(readFileSync(join(folder, file), 'utf8')) as never;

describe('golden fixtures', () => {
  it.each(readdirSync(folder))('%s', (file) => {
    const { wire, read } = fixture(file);
    expect(fromWire(wire)).toEqual(read);
  });
});

const types = ['text', 'text-with-attachments', 'interactive', 'richLink', 'close', 'hologram'] as const;
const known = ['interactiveData', 'interactiveDataRef', 'richLinkData', 'data', 'quick-reply', 'listPicker', 'event', 'timePicker', 'dynamic', 'authenticate', 'payment', 'selections', 'pages', 'sections',
  'items', 'timeslots', 'startTime', 'title', 'summaryText', 'subtitle', 'identifier', 'selectedIndex', 'type', 'order', 'url', 'receivedMessage', 'replyMessage', '__proto__', 'constructor'];
/** Any JSON, with the formats' own names in it so that it gets past the doors. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, withCrossShrink: true }, fc.constantFrom<unknown>(null, true, -1, 0, 99, 1e308, '', 'x', '2026-05-26T08:27+0000', 'https://a.example', '\uFFFC', 'select', {}),
    fc.string(), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.constantFrom(...known), tie('value'), { maxKeys: 8 }),
  ),
})).value;

const shownTexts = ({ content }: Read): readonly string[] => (content.kind === 'rich' ? textsOf(content.rich) : content.kind === 'close' ? [] : [content.text]);

describe('whatever comes', () => {
  it('is read without throwing, and shows text and never JSON', () => {
    fc.assert(fc.property(fc.constantFrom(...types), fc.string(), fc.oneof(json, fc.json().map((text) => JSON.parse(text) as unknown), fc.jsonValue()), fc.boolean(), (type, text, apple, inbound) => {
      const read = fromWire({ type, text, attachments: [], apple, inbound });
      for (const words of shownTexts(read)) {
        expect(typeof words).toBe('string');
        expect(words).not.toContain('[object');
        expect(words).not.toContain('\uFFFC');
      }
      expect(read.faults.every((fault) => /^[a-zA-Z ]{1,40}$/.test(fault))).toBe(true);
    }), { numRuns: 2_000 });
  });

  it('is read with any part of a good message spoilt', () => {
    const good = readdirSync(folder).map((file) => fixture(file).wire);
    const spoil = (value: unknown, path: number, by: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return by;
      const entries = Object.entries(value);
      const chosen = entries[path % Math.max(1, entries.length)];
      if (chosen === undefined) return by;
      const next = spoil(chosen[1], Math.floor(path / entries.length), by);
      return Array.isArray(value) ? value.map((one: unknown, index) => (String(index) === chosen[0] ? next : one)) : { ...value, [chosen[0]]: next };
    };
    fc.assert(fc.property(fc.constantFrom(...good), fc.nat(), json, (wire, path, by) => {
      expect(() => fromWire({ ...wire, apple: spoil(wire.apple, path, by) })).not.toThrow();
    }), { numRuns: 2_000 });
  });
});

const words = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,3}$/);

it('keeps titles, order and choice of whatever can be asked', () => {
  const item = fc.record({ identifier: fc.uuid(), title: words });
  fc.assert(fc.property(words, fc.uniqueArray(item, { minLength: 2, maxLength: 5, selector: (one) => one.identifier }), fc.nat(4), fc.uuid(), (summaryText, items, pick, requestIdentifier) => {
    const selectedIndex = pick % items.length;
    const data = (more: object): unknown => ({ interactiveData: { data: { requestIdentifier, 'quick-reply': { summaryText, items, ...more } } } });
    const choices = items.map(({ identifier, title }) => ({ key: identifier, title, subtitle: null }));
    const keys = { request: requestIdentifier, session: null };
    const common = { type: 'interactive', text: '', attachments: [] };
    expect(fromWire({ ...common, apple: data({}), inbound: false })).toEqual({ content: { kind: 'rich', rich: { kind: 'quickReply', keys, title: summaryText, choices }, addresses: [] }, faults: [] });
    expect(fromWire({ ...common, apple: data({ selectedIndex }), inbound: true })).toEqual({
      content: { kind: 'rich', rich: { kind: 'choiceAnswer', of: 'quickReply', keys, choices: [choices[selectedIndex]], title: summaryText }, addresses: [] }, faults: [],
    });
  }));
});

it('reads moments as Apple writes them, and no others', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
    const minute = Math.floor(date.getTime() / 60_000) * 60_000;
    expect(momentOf(`${new Date(minute).toISOString().slice(0, 16)}+0000`)).toBe(minute);
  }));
  expect(['', 'tomorrow', '2026-13-01T00:00+0000', '2026-05-26', 12, null, '2026-05-26T08:27+0000x'].map(momentOf)).toEqual(Array.from({ length: 7 }, () => null));
  expect(momentOf('2026-05-26T10:27+02:00')).toBe(momentOf('2026-05-26T08:27+0000'));
});

it('puts each file where its mark stands, and never inside the words', () => {
  fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (parts) => {
    const file = { fileName: 'a.png', mimeType: 'image/png', url: 'https://a.example', size: null };
    const { content } = fromWire({ type: 'text-with-attachments', text: parts.join('\uFFFC'), attachments: parts.slice(1).map(() => file), apple: null, inbound: true });
    if (content.kind !== 'attachments') throw new Error(content.kind);
    expect(content.text).toBe(parts.join(''));
    expect(content.attachments.map(({ place }) => content.text.slice(0, place))).toEqual(parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('')));
  }));
});
