// What is wrong is found, each with its field, and nothing else is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isError, type IssueCode } from '../domain/issue.ts';
import { mapOutbound, type Outbound, type OutboundOf, type OutboundPage } from '../domain/outbound.ts';
import { MAX_PICTURE_BYTES } from './limits.ts';
import { anyContent, NOW } from './testing/any-content.ts';
import { validate } from './validate.ts';

const found = (content: Outbound, now = NOW): readonly (readonly [string, IssueCode])[] => validate(content, now).map(({ path, code }) => [path, code] as const);
const ofKind = <K extends Outbound['kind']>(kind: K): fc.Arbitrary<OutboundOf<K>> => anyContent.filter((content): content is OutboundOf<K> => content.kind === kind);

it('finds no error in what may be sent', () => {
  fc.assert(fc.property(anyContent, (content) => { expect(validate(content, NOW).filter(isError)).toEqual([]); }), { numRuns: 500 });
});

it('finds every text of Apple’s that is too long, and every one that is missing', () => {
  fc.assert(fc.property(anyContent.filter(({ kind }) => kind !== 'text' && kind !== 'attachments'), (content) => {
    // The summary of a card stands beside it and is not drawn.
    const drawn = (issues: readonly (readonly [string, IssueCode])[], code: IssueCode): number => issues.filter(([, one]) => one === code).length;
    let texts = 0;
    mapOutbound(content, { text: () => { texts += 1; } });
    const counted = content.kind === 'quickReply' || content.kind === 'richLink' ? texts : texts - 1;
    expect(drawn(found(mapOutbound(content, { text: () => '☺'.repeat(201) })), 'tooLong')).toBe(counted);
    expect(drawn(found(mapOutbound(content, { text: () => '☺'.repeat(200) })), 'tooLong')).toBe(0);
    expect(drawn(found(mapOutbound(content, { text: () => ' ' })), 'empty')).toBe(counted);
  }), { numRuns: 200 });
});

it('names every place that is not filled', () => {
  fc.assert(fc.property(anyContent, (content) => {
    const issues = validate(mapOutbound(content, { text: (words) => `${words} {{ a.b }} {{c}}` }), NOW).filter(({ code }) => code === 'unresolved');
    expect(issues.map(({ path }) => path)).toEqual(['a.b', 'c']);
  }), { numRuns: 100 });
});

describe('pictures', () => {
  const link = (data: string): Outbound => ({ kind: 'richLink', url: 'https://a.example', title: 'A', picture: { id: 'image', data, alt: '' }, video: null });
  const png = (bytes: number): string => `iVBORw0KGgo${'A'.repeat(Math.ceil((bytes * 4) / 3) - 11)}`;

  it('are PNG and small enough', () => {
    expect(found(link(png(MAX_PICTURE_BYTES)))).toEqual([]);
    expect(found(link(png(MAX_PICTURE_BYTES + 3)))).toEqual([['picture', 'pictureTooLarge']]);
    expect(found(link('/9j/4AAQSkZJRg=='))).toEqual([['picture', 'pictureNotPng']]);
  });

  it('are there when they are named, each once, and together not too much', () => {
    fc.assert(fc.property(ofKind('listPicker'), (list) => {
      const [first] = list.pictures;
      if (!first) return;
      expect(found({ ...list, pictures: [], received: { ...list.received, picture: 'gone' } })).toContainEqual(['received.picture', 'pictureMissing']);
      expect(found({ ...list, pictures: [first, first] })).toContainEqual(['pictures.1.key', 'duplicate']);
      const many = Array.from({ length: 26 }, (_, index) => ({ id: `p${String(index)}`, data: png(195_000), alt: '' }));
      expect(found({ ...list, received: { ...list.received, picture: null }, pictures: many })).toContainEqual(['pictures', 'picturesTooLarge']);
    }), { numRuns: 5 });
  });
});

it('holds a quick reply to two to five buttons, each its own', () => {
  const reply = (keys: readonly string[]): Outbound => ({ kind: 'quickReply', keys: { request: 'q', session: null }, summary: 'Well?', choices: keys.map((key) => ({ key, title: 'Yes' })) });
  expect([1, 2, 5, 6].map((count) => found(reply(Array.from({ length: count }, (_, index) => String(index)))))).toEqual([[['choices', 'tooFew']], [], [], [['choices', 'tooMany']]]);
  expect(found(reply(['a', 'a']))).toEqual([['choices.1.key', 'duplicate']]);
});

it('takes a link that a browser could open, and no other', () => {
  const link = (url: string): Outbound => ({ kind: 'richLink', url, title: 'A', picture: null, video: null });
  expect(['https://a.example', 'http://a.example/x?y=1'].flatMap((url) => found(link(url)))).toEqual([]);
  for (const url of ['', 'a.example', 'javascript:alert(1)', 'file:///etc/passwd', 'myapp://open', 'https://']) expect([url, found(link(url))]).toEqual([url, [['url', 'badAddress']]]);
});

describe('time slots', () => {
  const at = (slots: readonly (readonly [number, number])[], event: Partial<OutboundOf<'timePicker'>['event']> = {}): Outbound => ({
    kind: 'timePicker', keys: { request: 'q', session: null }, summary: 'When?', reply: null, pictures: [],
    received: { title: 'When?', subtitle: null, secondarySubtitle: null, tertiarySubtitle: null, imageTitle: null, imageSubtitle: null, picture: null, style: null },
    event: { key: 'e', title: 'Visit', picture: null, place: null, offset: null, zone: null, slots: slots.map(([start, minutes], index) => ({ key: String(index), start, seconds: minutes * 60 })), ...event },
  });
  const HOUR = 3_600_000;

  it('lie ahead, last, and come once', () => {
    expect(found(at([]))).toEqual([['event.slots', 'noSlots']]);
    expect(found(at([[NOW, 60], [NOW + HOUR, 0]]))).toEqual([['event.slots.0', 'slotPast'], ['event.slots.1', 'badDuration']]);
    expect(found(at([[NOW + HOUR, 60], [NOW + HOUR, 60]]))).toEqual([['event.slots.1', 'slotTwice']]);
  });

  it('are warned of where two overlap, and only there', () => {
    const slot = fc.tuple(fc.integer({ min: 1, max: 40 }).map((halves) => NOW + halves * HOUR / 2), fc.constantFrom(30, 60, 90));
    fc.assert(fc.property(fc.uniqueArray(slot, { minLength: 1, maxLength: 6, selector: ([start]) => start }), (slots) => {
      const overlaps = slots.some(([start, minutes], index) => slots.some(([other, length], at) => at !== index && start < other + length * 60_000 && other < start + minutes * 60_000));
      const issues = validate(at(slots), NOW);
      expect(issues.every((issue) => issue.code === 'slotOverlaps' && !isError(issue))).toBe(true);
      expect(issues.length > 0).toBe(overlaps);
    }));
  });

  it('are warned of across a change of the clock that one offset cannot say', () => {
    const summer = Date.parse('2030-03-30T09:00Z');
    const slots = [[summer, 60], [summer + 24 * HOUR, 60]] as const;
    expect(found(at(slots, { zone: 'Europe/Amsterdam', offset: 60 }))).toEqual([['event.slots.1', 'clockChange']]);
    expect(found(at(slots, { zone: 'UTC', offset: 0 }))).toEqual([]);
    expect(found(at(slots))).toEqual([]);
  });
});

describe('forms', () => {
  const page = (key: string, over: Partial<OutboundPage<string>> = {}): OutboundPage<string> => ({
    key, type: 'input', title: null, subtitle: 'What?', hint: null, next: null, submit: false, several: false, items: [], pickerTitle: null, selected: null, options: null, ...over,
  });
  const form = (start: string, ...pages: readonly OutboundPage<string>[]): Outbound => ({
    kind: 'form', keys: { request: 'q', session: null }, summary: 'Form', reply: null, pictures: [], splash: null, start, showSummary: false, private: null, pages,
    received: { title: 'Form', subtitle: null, secondarySubtitle: null, tertiarySubtitle: null, imageTitle: null, imageSubtitle: null, picture: null, style: null },
  });
  const choice = (key: string, next: string | null) => ({ key, title: key, value: key, picture: null, next });
  const options = { required: null, inputType: null, label: null, prefix: null, placeholder: null, regex: null, maxCharacters: null, keyboard: null, contentType: null, dateFormat: null, startDate: null, minimumDate: null, maximumDate: null } as const;

  it('come to an end from every page, and have no page nobody comes to', () => {
    expect(found(form('a', page('a', { next: 'b' }), page('b', { submit: true })))).toEqual([]);
    expect(found(form('a', page('a', { next: 'gone' }), page('b')))).toEqual([['pages.a.next', 'pageMissing'], ['pages.b', 'pageUnreachable'], ['pages', 'noEnd']]);
    expect(found(form('x', page('a')))).toEqual([['start', 'pageMissing']]);
    expect(found(form('a', page('a', { next: 'b' }), page('b', { next: 'a' })))).toEqual([['pages', 'noEnd']]);
    const branch = page('a', { type: 'select', items: [choice('1', 'b'), choice('2', 'end')] });
    expect(found(form('a', branch, page('b', { next: 'c' }), page('c', { next: 'b' }), page('end')))).toEqual([['pages.b', 'endless'], ['pages.c', 'endless']]);
    expect(found(form('a'))).toEqual([['pages', 'noItems']]);
  });

  it('agree with a walk of every way, whatever the pages', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const any = fc.array(fc.record({ next: fc.option(fc.constantFrom(...ids), { nil: null }), other: fc.option(fc.constantFrom(...ids), { nil: null }), submit: fc.boolean() }), { minLength: 4, maxLength: 4 });
    fc.assert(fc.property(any, (ways) => {
      const pages = ways.map(({ next, other, submit }, index) => page(ids[index] ?? '', { submit, next, type: 'select', items: [choice('1', next), choice('2', other ?? next)] }));
      const to = new Map(ways.map(({ next, other, submit }, index) => [ids[index] ?? '', submit ? [null] : [next, other ?? next]]));
      const reaches = (from: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> =>
        seen.has(from) ? seen : (to.get(from) ?? []).reduce<ReadonlySet<string>>((all, next) => (next === null ? all : reaches(next, all)), new Set([...seen, from]));
      const ends = (from: string): boolean => [...reaches(from)].some((id) => to.get(id)?.includes(null));
      const reached = reaches('a');
      const issues = found(form('a', ...pages));
      expect(issues.filter(([, code]) => code === 'pageUnreachable').map(([path]) => path)).toEqual(ids.filter((id) => !reached.has(id)).map((id) => `pages.${id}`));
      expect(issues.some(([, code]) => code === 'noEnd')).toBe(!ends('a'));
      if (ends('a')) expect(new Set(issues.filter(([, code]) => code === 'endless').map(([path]) => path))).toEqual(new Set([...reached].filter((id) => !ends(id)).map((id) => `pages.${id}`)));
    }), { numRuns: 500 });
  });

  it('have short ids of their own, and ask for nothing secret, impossible or unreadable', () => {
    expect(found(form('a'.repeat(20), page('a'.repeat(20))))).toEqual([[`pages.${'a'.repeat(20)}`, 'pageIdTooLong']]);
    expect(found(form('a', page('a', { next: 'b' }), page('b'), page('b')))).toEqual([['pages.2.key', 'duplicate']]);
    expect(found(form('a', page('a', { type: 'picker' })))).toEqual([['pages.a.items', 'noItems']]);
    expect(found(form('a', page('a', { options: { ...options, contentType: 'creditCardNumber', regex: '(' } })))).toEqual([['pages.a.options.regex', 'badPattern'], ['pages.a.options.contentType', 'asksSecret']]);
    expect(found(form('a', page('a', { type: 'date', options: { ...options, minimumDate: '02/01/2030' } })))).toEqual([['pages.a.options.maximumDate', 'pastOnly']]);
    expect(found(form('a', page('a', { type: 'date', options: { ...options, minimumDate: '02/01/2030', maximumDate: '02/01/2031' } })))).toEqual([]);
  });
});
