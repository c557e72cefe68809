// Screening by device, places to fill, what the agent changes, and rich content as words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyContent } from '../apple/testing/any-content.ts';
import { applyEdits } from './apply-edits.ts';
import { asText } from './as-text.ts';
import { capabilities, compatibility, neededCapability, noDevice, readCapabilities } from './capabilities.ts';
import { mapOutbound, outboundKinds, outboundTexts, withoutBytes, picturesOf } from './outbound.ts';
import { fillOutbound, fillParts, fillText, resolveVariable, variablesOf } from './variables.ts';

const seen = (list: string | null) => readCapabilities({ capabilities: list, deviceAgent: 'Mac OS X', seenAt: 7 });

describe('screening', () => {
  const spelt = (token: string) => fc.tuple(fc.constantFrom(token, token.toLowerCase(), token.charAt(0) + token.slice(1).toLowerCase()), fc.constantFrom('', ' ', '\t')).map(([word, space]) => `${space}${word}${space}`);
  const junk = fc.stringMatching(/^[A-Z0-9_ ]{0,8}$/).filter((word) => !(capabilities as readonly string[]).includes(word.trim()));

  it('reads the list in any spelling, order and company, and allows exactly what it names', () => {
    fc.assert(fc.property(fc.subarray([...capabilities]), fc.array(junk, { maxLength: 4 }), fc.infiniteStream(fc.nat(99)), fc.gen(), (named, others, order, g) => {
      const words = [...named, ...named.slice(0, 1)].map((token) => g(spelt, token));
      const list = [...words, ...others].map((word) => [order.next().value, word] as const).sort(([a], [b]) => a - b).map(([, word]) => word).join(',');
      const known = seen(list);
      for (const kind of outboundKinds) {
        const needed = neededCapability[kind];
        expect(compatibility(kind, known).ok).toBe(needed === null || named.includes(needed));
      }
    }));
  });

  it('allows what every device shows and nothing else while nothing is known', () => {
    for (const known of [noDevice, seen(null)]) {
      expect(outboundKinds.filter((kind) => compatibility(kind, known).ok)).toEqual(['text', 'attachments', 'richLink']);
      expect(compatibility('form', known)).toMatchObject({ ok: false, reason: 'capabilitiesUnknown', missing: 'FORM' });
    }
    expect(compatibility('form', seen(''))).toEqual({ ok: false, reason: 'unsupportedByDevice', missing: 'FORM', device: 'mac', seenAt: 7 });
  });

  it('never throws, whatever is in the list', () => {
    fc.assert(fc.property(fc.string(), fc.option(fc.string(), { nil: null }), (list, deviceAgent) => {
      expect(readCapabilities({ capabilities: list, deviceAgent, seenAt: 0 }).state).toBe('known');
    }));
    expect(['iPhone OS', 'iPad OS', 'Mac OS X', 'Watch OS', 'Apple TVOS', 'Android', null].map((deviceAgent) => readCapabilities({ capabilities: '', deviceAgent, seenAt: 0 }).device))
      .toEqual(['iphone', 'iphone', 'mac', 'watch', 'tv', 'other', 'other']);
  });
});

describe('places to fill', () => {
  const chat = { customerName: 'Melissa', agentName: 'Sanne', queueName: 'Repairs', data: [{ key: 'order', label: 'Order number', value: '48210' }, { key: 'empty', label: 'Empty', value: ' ' }] };
  const value = (name: string, typed: Readonly<Record<string, string>> = {}) => resolveVariable(name, chat, typed);

  it('get what the chat knows, or what the agent typed, or nothing', () => {
    expect(['customer.name', 'Agent.Name', 'queue', 'ORDER', 'data.order', 'Order number'].map((name) => value(name).value)).toEqual(['Melissa', 'Sanne', 'Repairs', '48210', '48210', '48210']);
    expect(value('empty')).toEqual({ name: 'empty', source: 'data', value: null });
    expect(value('date')).toEqual({ name: 'date', source: 'prompt', value: null });
    expect(value('date', { date: 'Monday' }).value).toBe('Monday');
    expect(value('order', { order: '1' }).value).toBe('1');
    expect(value('constructor').value).toBeNull();
  });

  it('are filled once: a value that looks like a place stays a value', () => {
    expect(fillText('{{a}} {{ b }} {{c}} {{ not one', (name) => ({ a: '{{b}}', b: '$&' })[name] ?? null)).toBe('{{b}} $& {{c}} {{ not one');
    fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.constantFrom('a', 'b.c', 'ñ'))), fc.string(), (parts, filling) => {
      const text = parts.map(([words, name]) => `${words.replaceAll(/[{}]/g, '')}{{${name}}}`).join('');
      expect(fillText(text, () => filling)).toBe(parts.map(([words]) => words.replaceAll(/[{}]/g, '') + filling).join(''));
      expect(fillText(text, () => null)).toBe(text);
      expect(fillParts(text, () => filling).map((part) => part.text).join('')).toBe(fillText(text, () => filling));
    }));
  });

  it('stay one part of an address', () => {
    const link = fillOutbound({ kind: 'richLink', url: 'https://a.example/{{order}}?x=1', title: '{{order}}', picture: null, video: null }, () => '../b?c&d');
    expect(link).toMatchObject({ url: 'https://a.example/..%2Fb%3Fc%26d?x=1', title: '../b?c&d' });
  });

  it('are found in every text there is', () => {
    fc.assert(fc.property(anyContent, (content) => {
      let count = 0;
      const placed = mapOutbound(content, { text: (words) => { count += 1; return `${words}{{v${String(count)}}}`; } });
      expect(variablesOf(placed)).toHaveLength(count);
      expect(variablesOf(fillOutbound(placed, () => 'x'))).toEqual([]);
    }), { numRuns: 100 });
  });
});

describe('as words', () => {
  const words = { chooseOne: 'Choose.', chooseSeveral: 'Choose some.', answerEach: 'Answer.' };
  const place = { words, locale: 'en', zone: 'Europe/Amsterdam' };

  it('nothing that is asked or can be chosen is left out', () => {
    fc.assert(fc.property(anyContent, (content) => {
      const text = asText(content, place);
      const needed = content.kind === 'richLink' ? [content.title, content.url]
        : content.kind === 'quickReply' ? [content.summary, ...content.choices.map(({ title }) => title)]
          : content.kind === 'listPicker' ? [content.received.title, ...content.sections.flatMap((section) => section.items.flatMap((item) => [item.title, item.subtitle ?? '']))]
            : content.kind === 'form' ? [content.received.title, ...content.pages.flatMap((page) => [page.subtitle ?? '', ...page.items.map((item) => item.title)])]
              : content.kind === 'timePicker' ? [content.event.title] : [content.text];
      for (const one of needed) expect(text).toContain(one);
      if (content.kind === 'timePicker') expect(text.split('\n').filter((line) => line.startsWith('• '))).toHaveLength(content.event.slots.length);
    }), { numRuns: 300 });
  });

  it('times are said with their zone', () => {
    const slots = [{ key: 'a', start: Date.parse('2026-05-26T08:30Z'), seconds: 3_600 }];
    const face = { title: 'Visit', subtitle: null, secondarySubtitle: null, tertiarySubtitle: null, imageTitle: null, imageSubtitle: null, picture: null, style: null };
    const at = (offset: number | null, zone: string | null) => asText({
      kind: 'timePicker', keys: { request: null, session: null }, summary: '', received: face, reply: null, pictures: [],
      event: { key: 'e', title: 'Visit', picture: null, place: { title: 'Utrecht', point: null }, offset, zone, slots },
    }, place).replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
    expect(at(null, null)).toMatch(/^Visit – Utrecht\n\n• Tuesday, May 26.{1,4}10:30 – 11:30 AM GMT\+2\n\nChoose\.$/);
    expect(at(330, null)).toContain('2:00 – 3:00 PM (GMT+5:30)');
    expect(at(60, 'America/New_York')).toContain('4:30 – 5:30 AM EDT');
  });
});

it('what the agent changes touches its own kind alone', () => {
  const edits = { slots: [{ key: 'n', start: 1, seconds: 60 }], zone: 'Asia/Kolkata', without: ['x'], title: 'T', picture: null, start: 'nowhere' };
  fc.assert(fc.property(anyContent, (content) => {
    const after = applyEdits(content, edits);
    expect(after.kind).toBe(content.kind);
    if (after.kind === 'timePicker') expect(after.event).toMatchObject({ slots: edits.slots, offset: 330, zone: 'Asia/Kolkata' });
    else if (after.kind === 'richLink') expect(after).toMatchObject({ title: 'T', picture: null });
    else expect(after).toEqual(content);
    expect(applyEdits(content, {})).toEqual(content);
    expect(applyEdits(content, { zone: 'No/Where' })).toEqual(content.kind === 'timePicker' ? { ...content, event: { ...content.event, offset: null, zone: null } } : content);
    expect(picturesOf(withoutBytes(content)).every(({ data }) => data === '')).toBe(true);
    expect(outboundTexts(withoutBytes(content))).toEqual(outboundTexts(content));
  }), { numRuns: 200 });
});

it('items that are taken out take an empty section along', () => {
  fc.assert(fc.property(anyContent.filter((content) => content.kind === 'listPicker'), (content) => {
    const all = content.sections.flatMap((section) => section.items.map(({ key }) => key));
    const after = applyEdits(content, { without: all.slice(1) });
    expect(after.kind === 'listPicker' && after.sections.map((section) => section.items.length)).toEqual([1]);
  }), { numRuns: 50 });
});
