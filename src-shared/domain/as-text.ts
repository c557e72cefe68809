// Rich content as words, for a device that cannot show it: nothing that can be chosen is left out.
import type { Outbound, OutboundOf, OutboundPage } from './outbound.ts';
import type { Slot } from './rich.ts';

/** Sentences in the customer's language that stand below what is asked. */
export interface AsTextWords {
  readonly chooseOne: string;
  readonly chooseSeveral: string;
  readonly answerEach: string;
}

export interface AsTextPlace {
  readonly words: AsTextWords;
  readonly locale: string;
  /** IANA name of the zone to write times in where the content names none. */
  readonly zone: string;
}

export function asText(content: Outbound, place: AsTextPlace): string {
  switch (content.kind) {
    case 'text':
    case 'attachments':
      return content.text;
    case 'richLink':
      return paragraph([content.title, content.url]);
    case 'quickReply':
      return paragraph([content.summary, ...content.choices.map(({ title }) => bullet(title)), place.words.chooseOne]);
    case 'listPicker':
      return listText(content, place);
    case 'timePicker':
      return timeText(content, place);
    case 'form':
      return formText(content, place);
  }
}

const bullet = (words: string): string => `• ${words}`;
const joined = (title: string, ...more: readonly (string | null)[]): string => [title, ...more.filter((one) => one !== null && one !== '')].join(' – ');
const paragraph = (lines: readonly (string | null)[]): string => lines.filter((line) => line !== null && line !== '').join('\n');
const blocks = (all: readonly string[]): string => all.filter((one) => one !== '').join('\n\n');

function listText({ received, sections }: OutboundOf<'listPicker'>, { words }: AsTextPlace): string {
  const several = sections.some((section) => section.several) || sections.length > 1;
  const parts = sections.map((section) => paragraph([
    section.title === received.title ? null : section.title, ...section.items.map((item) => bullet(joined(item.title, item.subtitle))),
  ]));
  return blocks([joined(received.title), ...parts, several ? words.chooseSeveral : words.chooseOne]);
}

function timeText({ event }: OutboundOf<'timePicker'>, { words, locale, zone }: AsTextPlace): string {
  const slots = [...event.slots].sort((a, b) => a.start - b.start).map((slot) => bullet(slotText(slot, locale, event.zone ?? zone, event.zone === null ? event.offset : null)));
  return blocks([joined(event.title, event.place?.title ?? null), paragraph(slots), words.chooseOne]);
}

/** A slot with its zone. A bare offset is a zone too: its clock is GMT's, moved. */
function slotText({ start, seconds }: Slot, locale: string, zone: string, offset: number | null): string {
  const shift = offset === null ? 0 : offset * 60_000;
  const timeZone = offset === null ? zone : 'UTC';
  const format = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', ...(offset === null && { timeZoneName: 'short' }) });
  const words = format.formatRange(start + shift, start + shift + seconds * 1000);
  return offset === null ? words : `${words} (${gmt(offset)})`;
}

function gmt(offset: number): string {
  if (offset === 0) return 'GMT';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `GMT${offset < 0 ? '-' : '+'}${String(hours)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

function formText({ received, splash, pages }: OutboundOf<'form'>, { words }: AsTextPlace): string {
  const intro = splash === null ? null : paragraph([splash.header === received.title ? null : splash.header, splash.text]);
  return blocks([received.title, intro ?? '', ...pages.map(pageText), words.answerEach]);
}

const pageText = (page: OutboundPage<string>, index: number): string => paragraph([
  `${String(index + 1)}. ${page.subtitle ?? page.title ?? ''}`, page.hint, ...page.items.map((item) => bullet(item.title)),
]);
