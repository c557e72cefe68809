// The schema of outbound content and cards in the agent's file.
import * as v from 'valibot';
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { StagedCard } from './staged-card.ts';

const words = v.string();
const some = v.nullable(v.string());
const keys = v.object({ request: some, session: some });
const face = v.object({
  title: words, subtitle: some, secondarySubtitle: some, tertiarySubtitle: some, imageTitle: some, imageSubtitle: some, picture: some,
  style: v.nullable(v.picklist(['icon', 'small', 'large'])),
});
const picture = v.object({ id: words, data: words, alt: words });
const asked = { keys, summary: words };
const carded = { ...asked, received: face, reply: v.nullable(face), pictures: v.array(picture) };
const slot = v.object({ key: words, start: v.number(), seconds: v.number() });
const attachment = v.object({ fileName: words, mimeType: words, url: words, size: v.nullable(v.number()), place: v.number() });
const point = v.object({ latitude: v.number(), longitude: v.number(), radius: v.nullable(v.number()) });
const options = v.object({
  required: v.nullable(v.boolean()), inputType: v.nullable(v.picklist(['singleline', 'multiline'])), label: some, prefix: some, placeholder: some, regex: some,
  maxCharacters: v.nullable(v.number()), keyboard: some, contentType: some, dateFormat: some, startDate: some, minimumDate: some, maximumDate: some,
});
const page = v.object({
  key: words, type: v.picklist(['select', 'picker', 'date', 'input']), title: some, subtitle: some, hint: some, next: some, submit: v.boolean(), several: v.boolean(),
  items: v.array(v.object({ key: words, title: words, value: words, picture: some, next: some })), pickerTitle: some, selected: v.nullable(v.number()), options: v.nullable(options),
});

export const outboundSchema: v.GenericSchema<unknown, Outbound> = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: words }),
  v.object({ kind: v.literal('attachments'), text: words, attachments: v.array(attachment) }),
  v.object({ kind: v.literal('richLink'), url: words, title: words, picture: v.nullable(picture), video: v.nullable(v.object({ url: words, mimeType: words })) }),
  v.object({ kind: v.literal('quickReply'), ...asked, choices: v.array(v.object({ key: words, title: words })) }),
  v.object({
    kind: v.literal('listPicker'), ...carded,
    sections: v.array(v.object({ title: words, several: v.boolean(), items: v.array(v.object({ key: words, title: words, subtitle: some, picture: some, style: v.nullable(v.picklist(['icon', 'default'])) })) })),
  }),
  v.object({
    kind: v.literal('timePicker'), ...carded,
    event: v.object({ key: words, title: words, picture: some, place: v.nullable(v.object({ title: words, point: v.nullable(point) })), offset: v.nullable(v.number()), zone: some, slots: v.array(slot) }),
  }),
  v.object({
    kind: v.literal('form'), ...carded, splash: v.nullable(v.object({ header: words, text: some, button: some, picture: some })), start: words, showSummary: v.boolean(),
    private: v.nullable(v.boolean()), pages: v.array(page),
  }),
]);

export const originSchema: v.GenericSchema<unknown, StagedCard['origin']> = v.object({
  templateId: some, name: words, values: v.record(words, words), hidden: v.array(words), asText: words,
  edits: v.object({
    slots: v.exactOptional(v.array(slot)), zone: v.exactOptional(some), without: v.exactOptional(v.array(words)), title: v.exactOptional(words),
    picture: v.exactOptional(v.nullable(v.object({ data: words, alt: words }))), start: v.exactOptional(words),
  }),
});

export const stagedSchema: v.GenericSchema<unknown, StagedCard> = v.object({ stagedId: words, content: outboundSchema, origin: originSchema });
