// The transcript: what it shows, that a message renders its own row alone, that each new line is announced once.
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { Profiler } from 'react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noDevice } from '../../../src-shared/domain/capabilities.ts';
import { plainText } from '../../../src-shared/domain/masking.ts';
import type { ConversationView, DeskView, ItemView } from '../../../src-shared/ipc/view.ts';
import { aTask, aView, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import type { RenderedDesk } from '../../desk/render-with-desk.tsx';
import { ConversationPane } from './conversation-pane.tsx';

// jsdom lays nothing out: rows are 58 px high and the transcript 600 px, which is what the virtual list asks for.
beforeEach(() => {
  const isLog = (element: Element): boolean => element.classList.contains('log-scroll');
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function height(this: HTMLElement) { return isLog(this) ? 600 : 58; });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockImplementation(function height(this: Element) { return isLog(this) ? 600 : 58; });
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function height(this: Element) {
    return Math.max(600, Number.parseFloat(this.querySelector<HTMLElement>('.log-rows')?.style.height ?? '0'));
  });
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, to?: ScrollToOptions | number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
    // As engines do: the event comes after whoever scrolled is done.
    queueMicrotask(() => { act(() => { this.dispatchEvent(new Event('scroll')); }); });
  };
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const noon = new Date(2026, 10, 23, 12, 0, 0).getTime();

/** A message that counts how often its content is drawn. */
function counted(order: number, draws: Map<string, number>, over: Partial<Extract<ItemView, { kind: 'message' }>> = {}): ItemView {
  const itemId = `m${order}`;
  const content = over.content ?? { kind: 'text', text: plainText(`Message ${order}`) } as const;
  return {
    kind: 'message', itemId, order, at: noon + order * 60_000, from: 'customer', role: 'customer', name: 'Melissa Jansen', delivery: { state: 'sent' }, ...over,
    get content() {
      draws.set(itemId, (draws.get(itemId) ?? 0) + 1);
      return content;
    },
  };
}

const conversation = (items: readonly ItemView[], over: Partial<ConversationView> = {}): ConversationView => ({
  taskId: 't', items: Object.fromEntries(items.map((item) => [item.itemId, item])), hasEarlier: false, loadingEarlier: false, draft: '', tray: {}, locked: null, capabilities: noDevice, staged: null,
  customer: { name: plainText('Melissa Jansen'), number: plainText(''), device: null, intent: null, group: null, locale: null, associatedData: [] }, ...over,
});
const viewOf = (items: readonly ItemView[], over: Partial<ConversationView> = {}): DeskView =>
  aView({ tasks: tasksOf(aTask('t', { customerName: plainText('Melissa Jansen') })), open: conversation(items, over) });
/** Rendered, and scrolled to where it opens. */
async function shown(children: ReactNode, view: DeskView): Promise<RenderedDesk> {
  const desk = renderWithDesk(view, children);
  await act(async () => { await Promise.resolve(); });
  return desk;
}
const opened = (items: readonly ItemView[], over: Partial<ConversationView> = {}): Promise<RenderedDesk> => shown(<ConversationPane />, viewOf(items, over));
const add = (desk: RenderedDesk, item: ItemView): void => { desk.patch({ p: ['open', 'items', item.itemId], v: item }); };
const spoken = (): string[] => [...document.querySelectorAll('output[aria-live="polite"] > span')].map((line) => line.textContent);

it('draws a new message alone, and none at a key press', async () => {
  const draws = new Map<string, number>();
  const desk = await opened(Array.from({ length: 200 }, (_, index) => counted(index + 1, draws)));
  expect(screen.getAllByRole('article').length).toBeGreaterThan(5);
  expect(screen.getAllByRole('article').length).toBeLessThan(60);

  draws.clear();
  fireEvent.change(screen.getByRole('textbox', { name: 'Message' }), { target: { value: 'Hello' } });
  expect(draws.size).toBe(0);

  add(desk, counted(201, draws));
  expect([...draws.keys()]).toEqual(['m201']);
});

it('renders the compose box alone at a key press', async () => {
  const commits: string[] = [];
  await shown(<Profiler id="pane" onRender={(_, phase) => commits.push(phase)}><ConversationPane /></Profiler>, viewOf([counted(1, new Map())]));
  const rows = screen.getAllByRole('article');
  const before = rows.map((row) => row.outerHTML);
  commits.length = 0;
  fireEvent.change(screen.getByRole('textbox', { name: 'Message' }), { target: { value: 'H' } });
  expect(commits).toEqual(['update']);
  expect(screen.getAllByRole('article').map((row) => row.outerHTML)).toEqual(before);
});

it('announces each new line of someone else once, and no history', async () => {
  const draws = new Map<string, number>();
  const desk = await opened([counted(1, draws), counted(2, draws)]);
  expect(spoken()).toEqual([]);
  add(desk, counted(3, draws, { content: { kind: 'text', text: { text: 'Call *********7542', spans: [{ start: 5, end: 18, kind: 'PHONE' }] } } }));
  add(desk, counted(4, draws, { from: 'self', role: 'agent', name: 'Sanne' }));
  add(desk, counted(3, draws, { content: { kind: 'text', text: plainText('Call me') } }));
  desk.patch({ p: ['tasks', 't', 'unread'], v: 1 });
  expect(spoken()).toHaveLength(1);
  expect(spoken()[0]).toMatch(/^Melissa Jansen: Call/);
});

it('is a log that screen readers step through, without speaking by itself', async () => {
  await opened([counted(1, new Map()), counted(2, new Map(), { from: 'self', role: 'agent' })]);
  const log = screen.getByRole('log', { name: 'Conversation with Melissa Jansen' });
  expect(log.getAttribute('aria-live')).toBe('off');
  const rows = screen.getAllByRole('article');
  expect(rows.map((row) => [row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')])).toEqual([['1', '2'], ['2', '2']]);
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual(['Melissa Jansen, 12:01', 'You, 12:02']);
});

it('says what waits, what failed and what can be done about it', async () => {
  const own = { from: 'self', role: 'agent', name: 'Sanne' } as const;
  const desk = await opened([
    counted(1, new Map(), { ...own, delivery: { state: 'queued' } }),
    counted(2, new Map(), { ...own, delivery: { state: 'failed', failure: { code: 'rejected' }, retryable: true } }),
    counted(3, new Map(), { ...own, delivery: { state: 'failed', failure: { code: 'tooLarge' }, retryable: false } }),
  ]);
  const texts = screen.getAllByRole('article').map((row) => row.textContent);
  expect(texts[0]).toContain('Waiting to be sent, 1 of 1EditRemove');
  expect(texts[1]).toContain('Not sent, the message was rejectedRetryEditDiscard');
  expect(texts[2]).toContain('Not sent, the message is too largeEditDiscard');
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(desk.sent).toEqual([['conversation.retry', { taskId: 't', itemId: 'm2' }]]);
});

it('throws a message away without taking its text into the draft', async () => {
  const desk = await opened([counted(1, new Map(), { from: 'self', role: 'agent', delivery: { state: 'queued' } })], { draft: 'and this' });
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: 'Remove' })); await Promise.resolve(); });
  expect(desk.sent).toEqual([['conversation.discard', { taskId: 't', itemId: 'm1' }]]);
});

it('asks for earlier messages', async () => {
  const desk = await opened([counted(1, new Map())], { hasEarlier: true });
  fireEvent.click(screen.getByRole('button', { name: 'See earlier messages' }));
  expect(desk.sent).toEqual([['conversation.loadEarlier', { taskId: 't' }]]);
});

it('shows files and what it does not know as readable cards', async () => {
  await opened([
    counted(1, new Map(), { content: { kind: 'attachments', text: plainText('Here it is'), attachments: [{ fileName: plainText('display.heic'), mimeType: 'image/heic', size: 1_800_000, place: 0, index: 0, isProgram: false }] } }),
    counted(2, new Map(), { content: { kind: 'unsupported', type: 'imessage-app', text: plainText('Pay € 10') } }),
  ]);
  const [file, unknown] = screen.getAllByRole('article').map((row) => row.textContent);
  expect(file).toContain('display.heicPicture · 1.8 MBHere it is');
  expect(unknown).toContain('This message cannot be shown');
  expect(unknown).toContain('Pay € 10');
});

it('with the business account gone says so, locks writing and leaves End', async () => {
  const desk = await opened([counted(1, new Map())]);
  desk.patch({ p: ['tasks', 't', 'assetRemoved'], v: true }, { p: ['open', 'locked'], v: 'assetRemoved' });
  expect(screen.getByRole('alert').textContent).toContain('Conversation interrupted');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('button', { name: 'Transfer' }).getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'End' }));
});

it('asks whether the customer is ready before it ends the chat', async () => {
  const desk = await opened([counted(1, new Map())]);
  fireEvent.click(screen.getByRole('button', { name: 'End' }));
  const dialog = screen.getByRole('alertdialog', { name: 'End this conversation?' });
  expect(dialog.textContent).toContain('Has Melissa confirmed that they are ready?');
  expect(desk.sent).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'End' }));
  expect(desk.sent).toEqual([['task.end', { taskId: 't' }]]);
});

it('in a conference lists who takes part and ends one’s own part', async () => {
  const desk = await opened([counted(1, new Map())]);
  desk.patch(
    { p: ['tasks', 't', 'phase'], v: { name: 'conference', since: 0 } },
    { p: ['tasks', 't', 'agents'], v: [{ id: 'a1', name: 'Sanne de Vries', initials: 'SV', isSelf: true }, { id: 'a2', name: 'Pieter Bakker', initials: 'PB', isSelf: false }] },
  );
  expect(screen.getByRole('list', { name: 'Participants' }).textContent).toBe('CMelissa Jansen CustomerSVSanne de Vries YouPBPieter Bakker Agent');
  fireEvent.click(screen.getByRole('button', { name: 'End conference' }));
  await act(async () => {
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'End conference' }));
    await Promise.resolve();
  });
  expect(desk.sent).toEqual([['task.exitConference', { taskId: 't' }]]);
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
