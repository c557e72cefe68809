// Whether a form can be filled in: every page can be reached, every way comes to an end, and nothing secret is asked for.
import type { OutboundOf, OutboundPage, Picture } from '../domain/outbound.ts';
import { MAX_PAGE_ID, SECRET_CONTENT_TYPES } from './limits.ts';
import type { Note } from './note.ts';

export interface Checks {
  readonly note: Note;
  readonly uiText: (path: string, text: string, note: Note) => void;
  readonly maybeText: (path: string, text: string | null, note: Note) => void;
  readonly uniqueKeys: (path: string, keyed: readonly { readonly key: string }[], note: Note) => void;
  readonly known: (path: string, id: string | null, all: readonly Picture[], note: Note) => void;
}

type Page = OutboundPage<string>;

export function validateForm({ pages, start, pictures }: OutboundOf<'form'>, now: number, checks: Checks): void {
  const { note, uniqueKeys } = checks;
  if (pages.length === 0) {
    note('pages', 'noItems');
    return;
  }
  uniqueKeys('pages', pages, note);
  for (const page of pages) onPage(page, pictures, now, checks);
  ways(pages, start, note);
}

function onPage(page: Page, pictures: readonly Picture[], now: number, { note, uiText, maybeText, uniqueKeys, known }: Checks): void {
  const path = `pages.${page.key}`;
  if (page.key.length >= MAX_PAGE_ID) note(path, 'pageIdTooLong', { max: MAX_PAGE_ID - 1 });
  if (page.title === null && page.subtitle === null) note(`${path}.subtitle`, 'empty');
  for (const part of ['title', 'subtitle', 'hint', 'pickerTitle'] as const) maybeText(`${path}.${part}`, page[part], note);
  if (page.type === 'select' || page.type === 'picker') {
    if (page.items.length === 0) note(`${path}.items`, 'noItems');
    uniqueKeys(`${path}.items`, page.items, note);
    page.items.forEach((item, index) => {
      uiText(`${path}.items.${String(index)}.title`, item.title, note);
      known(`${path}.items.${String(index)}.picture`, item.picture, pictures, note);
    });
  }
  const { options } = page;
  if (options === null) return;
  for (const part of ['label', 'prefix', 'placeholder'] as const) maybeText(`${path}.options.${part}`, options[part], note);
  if (options.regex !== null && !isPattern(options.regex)) note(`${path}.options.regex`, 'badPattern');
  if (options.contentType !== null && SECRET_CONTENT_TYPES.has(options.contentType)) note(`${path}.options.contentType`, 'asksSecret');
  // Apple takes no date after today unless the form says so.
  if (page.type === 'date' && options.maximumDate === null && (after(options.minimumDate, now) || after(options.startDate, now))) note(`${path}.options.maximumDate`, 'pastOnly');
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Dates of a form are `MM/dd/yyyy`, or as ISO 8601 has them; another form says nothing. */
function after(date: string | null, now: number): boolean {
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date ?? '') ?? [];
  const at = year === undefined ? Date.parse(date ?? '') : Date.parse(`${year}-${month ?? ''}-${day ?? ''}T00:00:00Z`);
  return !Number.isNaN(at) && at > now;
}

/** Where a page can lead; null among them = the form ends there. */
export function leadsTo(page: Page): readonly (string | null)[] {
  if (page.submit) return [null];
  // Where one item is chosen each has its own way, and the page's stands for those that have none.
  return page.type === 'select' && !page.several && page.items.length > 0 ? page.items.map((item) => item.next ?? page.next) : [page.next];
}

function ways(pages: readonly Page[], start: string, note: Note): void {
  const byKey = new Map(pages.map((page) => [page.key, page]));
  if (!byKey.has(start)) note('start', 'pageMissing', { page: start });
  for (const page of pages) {
    for (const to of new Set(leadsTo(page))) if (to !== null && !byKey.has(to)) note(`pages.${page.key}.next`, 'pageMissing', { page: to });
  }
  const reached = closure([byKey.has(start) ? start : (pages[0]?.key ?? '')], (key) => targets(byKey.get(key)));
  for (const { key } of pages) if (!reached.has(key)) note(`pages.${key}`, 'pageUnreachable');
  const ends = pages.filter((page) => leadsTo(page).includes(null)).map(({ key }) => key);
  if (!ends.some((key) => reached.has(key))) {
    note('pages', 'noEnd');
    return;
  }
  const finite = closure(ends, (key) => pages.filter((page) => targets(page).includes(key)).map((page) => page.key));
  for (const key of reached) if (byKey.has(key) && !finite.has(key)) note(`pages.${key}`, 'endless');
}

const targets = (page: Page | undefined): readonly string[] => (page === undefined ? [] : leadsTo(page).filter((to) => to !== null));

/** Everything that can be come to from `from`. */
function closure(from: readonly string[], next: (key: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(from);
  for (const key of seen) for (const to of next(key)) seen.add(to);
  return seen;
}
