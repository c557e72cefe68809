// What an agent sends: the content of a message on its way out, and of a template. `T` is a text meant for people: raw in main, masked in the view.
import type { Attachment } from './message.ts';
import type { FormPageType, RequestKeys, Slot } from './rich.ts';

export type CardStyle = 'icon' | 'small' | 'large';

/** A picture that Apple draws: PNG as base64. What goes to the window as state has `data` ''. */
export interface Picture {
  readonly id: string;
  readonly data: string;
  /** What it shows, for those who do not see it; '' = not said. */
  readonly alt: string;
}

/** The card the customer taps, and what it becomes once answered. Pictures are named by their id. */
export interface CardFace<T> {
  readonly title: T;
  readonly subtitle: T | null;
  readonly secondarySubtitle: T | null;
  readonly tertiarySubtitle: T | null;
  readonly imageTitle: T | null;
  readonly imageSubtitle: T | null;
  readonly picture: string | null;
  readonly style: CardStyle | null;
}

export interface QuickChoice<T> {
  readonly key: string;
  readonly title: T;
}

export interface ListItem<T> {
  readonly key: string;
  readonly title: T;
  readonly subtitle: T | null;
  readonly picture: string | null;
  readonly style: 'icon' | 'default' | null;
}

export interface ListSection<T> {
  readonly title: T;
  readonly several: boolean;
  readonly items: readonly ListItem<T>[];
}

export interface Place<T> {
  readonly title: T;
  /** Degrees, and the radius in metres. */
  readonly point: { readonly latitude: number; readonly longitude: number; readonly radius: number | null } | null;
}

export interface FormItem<T> {
  readonly key: string;
  readonly title: T;
  readonly value: string;
  readonly picture: string | null;
  /** The page that follows when this is chosen; of a page where one is chosen. */
  readonly next: string | null;
}

/** The options that only some pages have; null = Apple's own default. */
export interface FormOptions<T> {
  readonly required: boolean | null;
  readonly inputType: 'singleline' | 'multiline' | null;
  readonly label: T | null;
  readonly prefix: T | null;
  readonly placeholder: T | null;
  readonly regex: string | null;
  readonly maxCharacters: number | null;
  readonly keyboard: string | null;
  readonly contentType: string | null;
  /** Dates of a date page, as its format has them. */
  readonly dateFormat: string | null;
  readonly startDate: string | null;
  readonly minimumDate: string | null;
  readonly maximumDate: string | null;
}

export interface OutboundPage<T> {
  readonly key: string;
  readonly type: FormPageType;
  readonly title: T | null;
  /** The question. */
  readonly subtitle: T | null;
  readonly hint: T | null;
  readonly next: string | null;
  /** The form ends here and is sent. */
  readonly submit: boolean;
  readonly several: boolean;
  readonly items: readonly FormItem<T>[];
  /** Of a wheel: its label, and the item it starts at. */
  readonly pickerTitle: T | null;
  readonly selected: number | null;
  /** null = the page has none. */
  readonly options: FormOptions<T> | null;
}

interface Asked<T> {
  /** `request` null = not given yet: a template's. It is given when the content is prepared for a chat. */
  readonly keys: RequestKeys;
  /** What stands for it where no card is drawn. */
  readonly summary: T;
}

interface Carded<T> extends Asked<T> {
  readonly received: CardFace<T>;
  readonly reply: CardFace<T> | null;
  readonly pictures: readonly Picture[];
}

export type Outbound<T = string> =
  | { readonly kind: 'text'; readonly text: T }
  | { readonly kind: 'attachments'; readonly text: T; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'richLink'; readonly url: string; readonly title: T; readonly picture: Picture | null; readonly video: { readonly url: string; readonly mimeType: string } | null }
  | ({ readonly kind: 'quickReply'; readonly choices: readonly QuickChoice<T>[] } & Asked<T>)
  | ({ readonly kind: 'listPicker'; readonly sections: readonly ListSection<T>[] } & Carded<T>)
  | ({
      readonly kind: 'timePicker';
      readonly event: {
        readonly key: string;
        readonly title: T;
        readonly picture: string | null;
        readonly place: Place<T> | null;
        /** Minutes east of GMT where the event is; null = every customer sees their own zone. */
        readonly offset: number | null;
        /** IANA name of the zone `offset` was taken from, when it is known; it is not sent. */
        readonly zone: string | null;
        readonly slots: readonly Slot[];
      };
    } & Carded<T>)
  | ({
      readonly kind: 'form';
      readonly splash: { readonly header: T; readonly text: T | null; readonly button: T | null; readonly picture: string | null } | null;
      readonly start: string;
      readonly showSummary: boolean;
      readonly private: boolean | null;
      readonly pages: readonly OutboundPage<T>[];
    } & Carded<T>);

export type OutboundKind = Outbound['kind'];
export type OutboundOf<K extends OutboundKind, T = string> = Extract<Outbound<T>, { readonly kind: K }>;

/** In the order in which a library groups them. */
export const outboundKinds = ['text', 'attachments', 'richLink', 'quickReply', 'listPicker', 'timePicker', 'form'] as const satisfies readonly OutboundKind[];

export interface MapParts<A, B> {
  readonly text: (words: A) => B;
  /** Addresses that are sent: of a link. */
  readonly url?: (url: string) => string;
  readonly picture?: (picture: Picture) => Picture;
}

/** The same content with every text given to `text`, always in the same order. */
export function mapOutbound<A, B>(content: Outbound<A>, { text, url = same, picture = same }: MapParts<A, B>): Outbound<B> {
  const some = (words: A | null): B | null => (words === null ? null : text(words));
  const face = (one: CardFace<A>): CardFace<B> => ({
    ...one, title: text(one.title), subtitle: some(one.subtitle), secondarySubtitle: some(one.secondarySubtitle), tertiarySubtitle: some(one.tertiarySubtitle),
    imageTitle: some(one.imageTitle), imageSubtitle: some(one.imageSubtitle),
  });
  const carded = (one: Carded<A>): Carded<B> => ({
    keys: one.keys, summary: text(one.summary), received: face(one.received), reply: one.reply === null ? null : face(one.reply), pictures: one.pictures.map(picture),
  });
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: text(content.text) };
    case 'attachments':
      return { ...content, text: text(content.text) };
    case 'richLink':
      return { ...content, url: url(content.url), title: text(content.title), picture: content.picture === null ? null : picture(content.picture) };
    case 'quickReply':
      return { ...content, summary: text(content.summary), choices: content.choices.map((one) => ({ ...one, title: text(one.title) })) };
    case 'listPicker':
      return {
        ...content, ...carded(content),
        sections: content.sections.map((section) => ({ ...section, title: text(section.title), items: section.items.map((item) => ({ ...item, title: text(item.title), subtitle: some(item.subtitle) })) })),
      };
    case 'timePicker': {
      const { event } = content;
      return { ...content, ...carded(content), event: { ...event, title: text(event.title), place: event.place === null ? null : { ...event.place, title: text(event.place.title) } } };
    }
    case 'form': {
      const { splash } = content;
      return {
        ...content, ...carded(content),
        splash: splash === null ? null : { ...splash, header: text(splash.header), text: some(splash.text), button: some(splash.button) },
        pages: content.pages.map((page) => mapPage(page, text)),
      };
    }
  }
}

function mapPage<A, B>(page: OutboundPage<A>, text: (words: A) => B): OutboundPage<B> {
  const some = (words: A | null): B | null => (words === null ? null : text(words));
  const { options } = page;
  return {
    ...page, title: some(page.title), subtitle: some(page.subtitle), hint: some(page.hint), pickerTitle: some(page.pickerTitle),
    items: page.items.map((item) => ({ ...item, title: text(item.title) })),
    options: options === null ? null : { ...options, label: some(options.label), prefix: some(options.prefix), placeholder: some(options.placeholder) },
  };
}

const same = <V>(value: V): V => value;

/** Every text for people, in the order of `mapOutbound`. */
export function outboundTexts<T>(content: Outbound<T>): readonly T[] {
  const texts: T[] = [];
  mapOutbound(content, { text: (words) => { texts.push(words); } });
  return texts;
}

/** The pictures that go along. */
export const picturesOf = (content: Outbound<unknown>): readonly Picture[] =>
  content.kind === 'richLink' ? (content.picture === null ? [] : [content.picture]) : 'pictures' in content ? content.pictures : [];

/** The content without the bytes of its pictures: state stays small. */
export const withoutBytes = <T>(content: Outbound<T>): Outbound<T> => mapOutbound(content, { text: same, picture: (one) => ({ ...one, data: '' }) });
