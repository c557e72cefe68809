// What a customer answers to a question in Apple's JSON: in the shape of the question, reduced to what was chosen, with its identifiers echoed.
import { isRecord } from '../../src-shared/wxcc/fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** Who answers, and how chance decides for them. */
export interface Answerer {
  readonly name: string;
  readonly number: string;
  readonly mail: string;
  /** One of `count`, from 0. */
  readonly choose: (count: number) => number;
  /** ms since the epoch. */
  readonly now: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const at = (object: unknown, key: string): unknown => (isRecord(object) ? object[key] : undefined);
const items = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** The answer's `interactiveData`; null = this is no question a customer can answer here. */
export function answerTo(interactiveData: unknown, who: Answerer): Json | null {
  if (!isRecord(interactiveData)) return null;
  const { data } = interactiveData;
  if (!isRecord(data)) return null;
  const given = quickReply(data, who) ?? listPicker(data, who) ?? timePicker(data, who) ?? form(data, who);
  if (given === null) return null;
  const { words, images, body } = given;
  const reply = at(interactiveData, 'replyMessage');
  return {
    bid: interactiveData['bid'], useLiveLayout: true,
    ...(interactiveData['sessionIdentifier'] !== undefined && { sessionIdentifier: interactiveData['sessionIdentifier'] }),
    data: {
      version: text(data['version']) || '1.0', requestIdentifier: data['requestIdentifier'],
      ...(images.length > 0 && { images }), ...body,
      // On the device the card's title becomes what was chosen.
      replyMessage: { ...(isRecord(reply) ? reply : {}), ...(words === null ? {} : { title: words, alternateTitle: words }) },
    },
    ...(interactiveData['receivedMessage'] !== undefined && { receivedMessage: interactiveData['receivedMessage'] }),
  };
}

interface Given {
  readonly body: Json;
  /** What the reply card says; null = the words of the question's own. */
  readonly words: string | null;
  readonly images: readonly Json[];
}

function quickReply(data: Json, who: Answerer): Given | null {
  const question = data['quick-reply'];
  const buttons = items(at(question, 'items'));
  if (!isRecord(question) || buttons.length === 0) return null;
  const selectedIndex = who.choose(buttons.length);
  return { body: { 'quick-reply': { ...question, selectedIndex, selectedIdentifier: buttons[selectedIndex]?.['identifier'] } }, words: text(buttons[selectedIndex]?.['title']), images: [] };
}

/** One of a section that takes one, a few in a row of a section that takes several; sections that take one share one choice. */
function listPicker(data: Json, who: Answerer): Given | null {
  const sections = items(at(data['listPicker'], 'sections')).filter((section) => items(section['items']).length > 0);
  if (sections.length === 0) return null;
  const single = sections.filter((section) => section['multipleSelection'] !== true);
  const chosenSingle = single.length === 0 ? null : single[who.choose(single.length)];
  const chosen = sections.flatMap((section) => {
    const all = items(section['items']);
    if (section['multipleSelection'] === true) {
      const first = who.choose(all.length);
      return [{ ...section, items: all.slice(first, first + 2) }];
    }
    if (section !== chosenSingle) return [];
    const index = who.choose(all.length);
    return [{ ...section, items: all.slice(index, index + 1) }];
  });
  const picked = chosen.flatMap((section) => section.items);
  const shown = new Set(picked.map((item) => item['imageIdentifier']));
  return { body: { listPicker: { sections: chosen } }, words: picked.map((item) => text(item['title'])).join(', '), images: items(data['images']).filter((image) => image['identifier'] !== undefined && shown.has(image['identifier'])) };
}

function timePicker(data: Json, who: Answerer): Given | null {
  const event = isRecord(data['event']) ? data['event'] : at(data['timePicker'], 'event');
  const slots = items(at(event, 'timeslots'));
  if (!isRecord(event) || slots.length === 0) return null;
  const index = who.choose(slots.length);
  return { body: { event: { ...event, timeslots: slots.slice(index, index + 1) } }, words: text(event['title']), images: [] };
}

/** Page by page along the branches that the choices open; only pages that were visited are in the answer. */
function form(data: Json, who: Answerer): Given | null {
  const dynamic = data['dynamic'];
  const body = at(dynamic, 'data');
  const pages = items(at(body, 'pages'));
  if (!isRecord(dynamic) || pages.length === 0) return null;
  const selections: Json[] = [];
  let page = pages.find((one) => one['pageIdentifier'] === at(body, 'startPageIdentifier')) ?? pages[0];
  while (page !== undefined && selections.length < pages.length) {
    const chosen = answersOf(page, who);
    const { pageIdentifier, title, subtitle } = page;
    selections.push({ pageIdentifier, title, subtitle, items: chosen.map(({ identifier, title: shown, value }) => ({ ...(identifier !== undefined && { identifier }), title: shown, value })) });
    const next: unknown = page['submitForm'] === true ? undefined : (chosen[0]?.['nextPageIdentifier'] ?? page['nextPageIdentifier']);
    page = next === undefined ? undefined : pages.find((one) => one['pageIdentifier'] === next);
  }
  return { body: { dynamic: { version: dynamic['version'], template: dynamic['template'], selections } }, words: null, images: [] };
}

function answersOf(page: Json, who: Answerer): readonly Json[] {
  const all = items(page['items']);
  const options = isRecord(page['options']) ? page['options'] : {};
  switch (page['type']) {
    case 'select':
    case 'picker': {
      const first = who.choose(Math.max(1, all.length));
      return all.slice(first, first + (page['multipleSelection'] === true ? 2 : 1));
    }
    case 'datePicker': {
      const value = dateFor(options, who);
      return [{ title: value, value }];
    }
    default: {
      const value = wordsFor(options, who);
      return value === '' ? [] : [{ title: value, value }];
    }
  }
}

const DAY = 86_400_000;

/** A day within what the question allows; without a latest day, Apple's default is today. */
function dateFor(options: Json, who: Answerer): string {
  const format = text(options['dateFormat']) || 'MM/dd/yyyy';
  const today = Math.floor(who.now / DAY) * DAY;
  const latest = readDate(text(options['maximumDate']), format) ?? today;
  const earliest = Math.min(readDate(text(options['minimumDate']), format) ?? latest - 30 * DAY, latest);
  const days = Math.min(7, Math.round((latest - earliest) / DAY));
  const day = new Date(latest - who.choose(days + 1) * DAY);
  const two = (part: number): string => String(part).padStart(2, '0');
  return format.replace('yyyy', String(day.getUTCFullYear())).replace('MM', two(day.getUTCMonth() + 1)).replace('dd', two(day.getUTCDate()));
}

function readDate(value: string, format: string): number | null {
  const part = (name: string): number => {
    const place = format.indexOf(name);
    return place === -1 ? Number.NaN : Number(value.slice(place, place + name.length));
  };
  const moment = value === '' ? Number.NaN : Date.UTC(part('yyyy'), part('MM') - 1, part('dd'));
  return Number.isNaN(moment) ? null : moment;
}

const remarks = ['It started yesterday', 'Please ring the bell twice', 'No, that is all'] as const;

/** What fits the kind of text that is asked for; what need not be filled in is sometimes left blank. */
function wordsFor(options: Json, who: Answerer): string {
  const asked = `${text(options['textContentType'])} ${text(options['keyboardType'])}`.toLowerCase();
  const most = Number(options['maximumCharacterCount'] ?? 30);
  const fitting = (value: string): string => value.slice(0, Number.isFinite(most) ? most : 30);
  if (/telephone|phonepad/.test(asked)) return fitting(who.number);
  if (asked.includes('email')) return fitting(who.mail || 'customer@example.com');
  if (asked.includes('name')) return fitting(who.name);
  if (/numberpad|decimalpad/.test(asked)) return fitting(String(1 + who.choose(9)));
  const which = who.choose(remarks.length + (options['required'] === true ? 0 : 1));
  return fitting(remarks[which] ?? '');
}
