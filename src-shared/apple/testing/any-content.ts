// For tests: content of every type that an agent may send.
import fc from 'fast-check';
import type { CardFace, FormOptions, Outbound, OutboundPage } from '../../domain/outbound.ts';
import type { FormPageType } from '../../domain/rich.ts';

/** 1 January 2030; slots lie after it. */
export const NOW = Date.UTC(2030, 0, 1);

const line = fc.stringMatching(/^[a-zA-Z0-9é€ ☺,.?!'"-]{0,60}$/u).map((words) => `a${words.trim().replace(/ +/g, ' ')}`);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const key = fc.uuid();
const keys = fc.record({ request: key, session: some(key) });
const pictures = [{ id: 'img1', data: 'iVBORw0KGgo=', alt: 'A kettle' }, { id: 'img2', data: 'iVBORw0KGgoAAAA=', alt: '' }];
const picture = some(fc.constantFrom('img1', 'img2'));
const face: fc.Arbitrary<CardFace<string>> = fc.record({
  title: line, subtitle: some(line), secondarySubtitle: some(line), tertiarySubtitle: some(line), imageTitle: some(line), imageSubtitle: some(line), picture,
  style: some(fc.constantFrom('icon' as const, 'small' as const, 'large' as const)),
});
const carded = { keys, summary: line, received: face, reply: some(face), pictures: fc.constant(pictures) };
const file = fc.record({ fileName: line, mimeType: fc.constantFrom('image/png', 'application/pdf'), url: fc.webUrl(), size: some(fc.nat()) });

const text: fc.Arbitrary<Outbound> = line.map((words) => ({ kind: 'text', text: words }));

const attachments: fc.Arbitrary<Outbound> = fc.record({ text: fc.array(line, { maxLength: 4 }), files: fc.array(file, { minLength: 1, maxLength: 4 }) }).map(({ text: parts, files }) => {
  const words = parts.join('');
  const places = files.map((_, index) => (words === '' ? 0 : parts.slice(0, index + 1).join('').length));
  return { kind: 'attachments', text: words, attachments: files.map((one, index) => ({ ...one, place: places[index] ?? 0 })) };
});

const richLink: fc.Arbitrary<Outbound> = fc.record({
  url: fc.webUrl({ validSchemes: ['https'] }), title: line,
  picture: some(fc.constant({ id: 'image', data: 'iVBORw0KGgo=', alt: '' })),
  video: some(fc.record({ url: fc.webUrl(), mimeType: fc.constant('video/mp4') })),
}).map((link) => ({ kind: 'richLink', ...link }));

const quickReply: fc.Arbitrary<Outbound> = fc.record({
  keys, summary: line, choices: fc.uniqueArray(fc.record({ key, title: line }), { minLength: 2, maxLength: 5, selector: (one) => one.key }),
}).map((reply) => ({ kind: 'quickReply', ...reply }));

const item = fc.record({ key, title: line, subtitle: some(line), picture, style: some(fc.constantFrom('icon' as const, 'default' as const)) });
const section = fc.record({ title: line, several: fc.boolean(), items: fc.array(item, { minLength: 1, maxLength: 4 }) });
const listPicker: fc.Arbitrary<Outbound> = fc.record({ ...carded, sections: fc.array(section, { minLength: 1, maxLength: 3 }) }).map((list) => ({ kind: 'listPicker', ...list }));

const minute = fc.integer({ min: 1, max: 500_000 }).map((minutes) => NOW + minutes * 60_000);
const slots = fc.uniqueArray(fc.record({ key, start: minute, seconds: fc.integer({ min: 60, max: 7_200 }) }), { minLength: 1, maxLength: 6, selector: (slot) => slot.start });
const point = fc.record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }), radius: some(fc.nat(500)) });
const timePicker: fc.Arbitrary<Outbound> = fc.record({
  ...carded,
  event: fc.record({
    key, title: line, picture, place: some(fc.record({ title: line, point: some(point) })), offset: some(fc.integer({ min: -720, max: 840 })), zone: fc.constant(null),
    slots: slots.map((all) => [...all].sort((a, b) => a.start - b.start)),
  }),
}).map((picker) => ({ kind: 'timePicker', ...picker }));

const nothing: FormOptions<string> = {
  required: null, inputType: null, label: null, prefix: null, placeholder: null, regex: null, maxCharacters: null, keyboard: null, contentType: null,
  dateFormat: null, startDate: null, minimumDate: null, maximumDate: null,
};
const options: fc.Arbitrary<FormOptions<string>> = fc.record({
  required: some(fc.boolean()), inputType: some(fc.constantFrom('singleline' as const, 'multiline' as const)), label: some(line), prefix: some(line), placeholder: some(line),
  maxCharacters: some(fc.integer({ min: 1, max: 300 })), keyboard: some(fc.constantFrom('default', 'phonePad')), contentType: some(fc.constantFrom('name', 'emailAddress')),
  regex: some(fc.constant('^[0-9]{4}$')), dateFormat: some(fc.constant('MM/dd/yyyy')),
}).map((given) => ({ ...nothing, ...given }));

/** Pages one after another; a page of one choice may skip ahead, and the last one ends the form. */
const form: fc.Arbitrary<Outbound> = fc.record({
  ...carded,
  splash: some(fc.record({ header: line, text: some(line), button: some(line), picture })), showSummary: fc.boolean(), private: some(fc.boolean()),
  pages: fc.array(fc.record({
    type: fc.constantFrom<FormPageType>('select', 'picker', 'date', 'input'), title: some(line), subtitle: line, hint: some(line), several: fc.boolean(), skips: fc.boolean(),
    items: fc.uniqueArray(fc.record({ key, title: line, value: line, picture }), { minLength: 1, maxLength: 3, selector: (one) => one.key }), options: some(options),
  }), { minLength: 1, maxLength: 5 }),
}).map(({ pages, ...around }): Outbound => {
  const id = (index: number): string | null => (index < pages.length ? `page-${String(index)}` : null);
  return {
    kind: 'form', ...around, start: 'page-0',
    pages: pages.map(({ type, several, skips, items, options: given, ...page }, index): OutboundPage<string> => {
      const chooses = type === 'select' || type === 'picker';
      const branches = type === 'select' && !several && skips;
      return {
        ...page, key: `page-${String(index)}`, type, several: type === 'select' && several, next: id(index + 1), submit: index === pages.length - 1,
        items: chooses ? items.map((one, at) => ({ ...one, next: branches && at > 0 ? id(index + 2) : null })) : [],
        pickerTitle: null, selected: type === 'picker' ? 0 : null, options: given,
      };
    }),
  };
});

export const anyContent: fc.Arbitrary<Outbound> = fc.oneof(text, attachments, richLink, quickReply, listPicker, timePicker, form);
