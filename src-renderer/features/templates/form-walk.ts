// A form as the customer goes through it: page after page along the branch that each answer opens. Pure.
import type { OutboundOf, OutboundPage } from '../../../src-shared/domain/outbound.ts';

type Form<T> = OutboundOf<'form', T>;

export const pageOf = <T>(form: Pick<Form<T>, 'pages'>, key: string | null): OutboundPage<T> | null => form.pages.find((page) => page.key === key) ?? null;

/** A form without the named start begins with its first page. */
export const startOf = <T>(form: Pick<Form<T>, 'pages' | 'start'>): OutboundPage<T> | null => pageOf(form, form.start) ?? form.pages[0] ?? null;

/** Where a page's answers lead, each place once; of a page where several may be chosen none decides by itself. */
const waysOf = (page: OutboundPage<unknown>): readonly (string | null)[] => (page.several || page.items.length === 0 ? [page.next] : [...new Set(page.items.map((item) => item.next ?? page.next))]);

/** Where an answer leads; null = the form ends here. `choice` is the key of the item that was chosen; without one, where all of them lead. */
export function nextOf<T>(form: Pick<Form<T>, 'pages'>, page: OutboundPage<T>, choice: string | null): OutboundPage<T> | null {
  if (page.submit) return null;
  const ways = waysOf(page);
  const item = page.several ? undefined : page.items.find((one) => one.key === choice);
  return pageOf(form, item === undefined && ways.length === 1 ? (ways[0] ?? null) : (item?.next ?? page.next));
}

/** Its answers lead to different pages, so that one has to be chosen before there is a next page. */
export const branches = (page: OutboundPage<unknown>): boolean => !page.submit && waysOf(page).length > 1;
