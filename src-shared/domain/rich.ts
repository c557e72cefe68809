// What Apple Messages for Business can say beyond words and files. `T` is a text meant for people: raw in main, masked in the view.

/** Ties an answer to its question; null where the wire had none. */
export interface RequestKeys {
  readonly request: string | null;
  readonly session: string | null;
}

export interface Choice<T> {
  readonly key: string;
  readonly title: T;
  readonly subtitle: T | null;
}

export interface Section<T> {
  readonly title: T | null;
  readonly several: boolean;
  readonly items: readonly Choice<T>[];
}

export interface Slot {
  readonly key: string;
  /** ms since the epoch. */
  readonly start: number;
  readonly seconds: number;
}

export type FormPageType = 'select' | 'picker' | 'date' | 'input';

export interface FormPage<T> {
  readonly key: string;
  readonly type: FormPageType;
  readonly question: T;
  readonly required: boolean;
  readonly choices: readonly Choice<T>[];
}

export interface FormAnswerPage<T> {
  readonly key: string;
  readonly question: T;
  /** Empty = asked and left blank. */
  readonly values: readonly T[];
}

/** Kinds that are shown and cannot be made here. */
export type CardKind = 'authentication' | 'payment' | 'app';
export type CardState = 'asked' | 'succeeded' | 'failed';
/** What a message was meant to be, when it could not be read. */
export type BrokenKind = 'quickReply' | 'listPicker' | 'timePicker' | 'form' | 'richLink' | CardKind | 'interactive';

export type Rich<T> =
  | { readonly kind: 'quickReply'; readonly keys: RequestKeys; readonly title: T; readonly choices: readonly Choice<T>[] }
  | { readonly kind: 'listPicker'; readonly keys: RequestKeys; readonly title: T; readonly subtitle: T | null; readonly sections: readonly Section<T>[] }
  /** `offset`: minutes east of GMT where the event is; null = every customer sees their own zone. */
  | { readonly kind: 'timePicker'; readonly keys: RequestKeys; readonly title: T; readonly place: T | null; readonly offset: number | null; readonly slots: readonly Slot[] }
  | { readonly kind: 'form'; readonly keys: RequestKeys; readonly title: T; readonly subtitle: T | null; readonly pages: readonly FormPage<T>[] }
  /** `opens`: the address is one that may be opened. The address itself stays in main. */
  | { readonly kind: 'richLink'; readonly title: T; readonly host: T | null; readonly opens: boolean }
  | { readonly kind: 'choiceAnswer'; readonly of: 'quickReply' | 'listPicker'; readonly keys: RequestKeys; readonly choices: readonly Choice<T>[]; readonly title: T | null }
  | { readonly kind: 'timeAnswer'; readonly keys: RequestKeys; readonly title: T | null; readonly place: T | null; readonly offset: number | null; readonly slot: Slot }
  | { readonly kind: 'formAnswer'; readonly keys: RequestKeys; readonly title: T | null; readonly pages: readonly FormAnswerPage<T>[] }
  /** `quoted` null = a picture or a card, without words. */
  | { readonly kind: 'tapback'; readonly emoji: string; readonly quoted: T | null; readonly words: T }
  /** A large answer that Apple keeps by reference for a short time. */
  | { readonly kind: 'deferred'; readonly keys: RequestKeys; readonly title: T | null }
  | { readonly kind: 'card'; readonly card: CardKind; readonly state: CardState; readonly title: T | null; readonly detail: T | null }
  | { readonly kind: 'broken'; readonly of: BrokenKind; readonly title: T | null };

export type RichKind = Rich<unknown>['kind'];

/** The same content with every text given to `text` (always in the same order) and every id to `key`. */
export function mapRich<A, B>(rich: Rich<A>, text: (words: A) => B, key: (id: string) => string): Rich<B> {
  const some = (words: A | null): B | null => (words === null ? null : text(words));
  const keys = (known: RequestKeys): RequestKeys => ({ request: known.request === null ? null : key(known.request), session: known.session === null ? null : key(known.session) });
  const choice = (one: Choice<A>): Choice<B> => ({ key: key(one.key), title: text(one.title), subtitle: some(one.subtitle) });
  const slot = (one: Slot): Slot => ({ ...one, key: key(one.key) });
  switch (rich.kind) {
    case 'quickReply':
      return { kind: 'quickReply', keys: keys(rich.keys), title: text(rich.title), choices: rich.choices.map(choice) };
    case 'listPicker':
      return {
        kind: 'listPicker', keys: keys(rich.keys), title: text(rich.title), subtitle: some(rich.subtitle),
        sections: rich.sections.map((section) => ({ title: some(section.title), several: section.several, items: section.items.map(choice) })),
      };
    case 'timePicker':
      return { ...rich, keys: keys(rich.keys), title: text(rich.title), place: some(rich.place), slots: rich.slots.map(slot) };
    case 'form':
      return {
        kind: 'form', keys: keys(rich.keys), title: text(rich.title), subtitle: some(rich.subtitle),
        pages: rich.pages.map((page) => ({ ...page, key: key(page.key), question: text(page.question), choices: page.choices.map(choice) })),
      };
    case 'richLink':
      return { ...rich, title: text(rich.title), host: some(rich.host) };
    case 'choiceAnswer':
      return { ...rich, keys: keys(rich.keys), choices: rich.choices.map(choice), title: some(rich.title) };
    case 'timeAnswer':
      return { ...rich, keys: keys(rich.keys), title: some(rich.title), place: some(rich.place), slot: slot(rich.slot) };
    case 'formAnswer':
      return {
        kind: 'formAnswer', keys: keys(rich.keys), title: some(rich.title),
        pages: rich.pages.map((page) => ({ key: key(page.key), question: text(page.question), values: page.values.map(text) })),
      };
    case 'tapback':
      return { ...rich, quoted: some(rich.quoted), words: text(rich.words) };
    case 'deferred':
      return { kind: 'deferred', keys: keys(rich.keys), title: some(rich.title) };
    case 'card':
      return { ...rich, title: some(rich.title), detail: some(rich.detail) };
    case 'broken':
      return { ...rich, title: some(rich.title) };
  }
}

/** Every text of the content, in the order of `mapRich`. */
export function textsOf<T>(rich: Rich<T>): readonly T[] {
  const texts: T[] = [];
  mapRich(rich, (words) => { texts.push(words); }, (id) => id);
  return texts;
}

/** What stands for the whole in one line: the question, what was answered, the title. */
export function leadOf<T>(rich: Rich<T>): readonly T[] {
  switch (rich.kind) {
    case 'choiceAnswer': return rich.choices.map((one) => one.title);
    case 'tapback': return [rich.words];
    default: return rich.title === null ? [] : [rich.title];
  }
}
