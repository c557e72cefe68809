// Masking by hand: the offsets sent are those of the masked text, however the message is drawn around it.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noDevice } from '../../../src-shared/domain/capabilities.ts';
import { plainText } from '../../../src-shared/domain/masking.ts';
import type { MaskedText } from '../../../src-shared/domain/masking.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { aTask, aView, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import type { RenderedDesk } from '../../desk/render-with-desk.tsx';
import { ConversationPane } from '../conversation/index.ts';
import { selectedPart } from './selected-part.ts';
import { fromFieldOffset } from './text-offsets.ts';

beforeEach(() => {
  // jsdom lays nothing out: a transcript of 600 px whose few rows all fit.
  for (const size of ['offsetHeight', 'offsetWidth'] as const) vi.spyOn(HTMLElement.prototype, size, 'get').mockReturnValue(600);
  for (const size of ['clientHeight', 'scrollHeight'] as const) vi.spyOn(Element.prototype, size, 'get').mockReturnValue(600);
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement) { queueMicrotask(() => { act(() => { this.dispatchEvent(new Event('scroll')); }); }); };
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 80, 0);
});
afterEach(() => {
  cleanup();
  document.getSelection()?.removeAllRanges();
  vi.restoreAllMocks();
});

const words: MaskedText = { text: 'Call *********7542 or\r\nask for Jan', spans: [{ start: 5, end: 18, kind: 'PHONE' }] };

const message = (order: number, text: MaskedText): ItemView => ({
  kind: 'message', itemId: `m${order}`, order, at: order, from: 'customer', role: 'customer', name: '', content: { kind: 'text', text }, delivery: { state: 'sent' },
});

async function shown(...texts: readonly MaskedText[]): Promise<RenderedDesk> {
  const items = texts.map((text, index) => message(index + 1, text));
  const desk = renderWithDesk(aView({
    tasks: tasksOf(aTask('t')),
    open: {
      taskId: 't', items: Object.fromEntries(items.map((item) => [item.itemId, item])), hasEarlier: false, loadingEarlier: false, draft: '', tray: {}, locked: null, capabilities: noDevice, staged: null,
      customer: { name: plainText('Melissa'), number: plainText(''), device: null, intent: null, group: null, locale: null, associatedData: [] },
    },
  }), <ConversationPane />);
  await act(async () => { await Promise.resolve(); });
  return desk;
}

/** What has to be there. */
function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
}

const log = (): HTMLElement => screen.getByRole('log');
const textOf = (index: number): Element => sure(log().querySelectorAll('.bubble-text')[index]);
const pieces = (index: number): Node[] => {
  const found: Node[] = [];
  const walker = document.createTreeWalker(textOf(index), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node);
  return found;
};
const select = (start: Node, from: number, end: Node, to: number): void => { document.getSelection()?.setBaseAndExtent(start, from, end, to); };
const part = (): unknown => selectedPart(log(), document.getSelection());
const piece = (index: number, at: number): Node => sure(pieces(index)[at]);

describe('a selection in the transcript', () => {
  it('before, inside and behind a masked value is counted in the masked text alone', async () => {
    await shown(words);
    // "Call ", the spoken kind (one or two pieces), the stars, the rest.
    const before = piece(0, 0);
    const stars = sure(pieces(0).find((node) => node.nodeValue === '*********7542'));
    const rest = sure(pieces(0).at(-1));
    select(before, 0, before, 4);
    expect(part()).toEqual({ itemId: 'm1', start: 0, end: 4 });
    select(stars, 2, rest, 3);
    expect(part()).toEqual({ itemId: 'm1', start: 7, end: 21 });
    // From the spoken words, which stand before the stars.
    select(piece(0, 1), 3, rest, 0);
    expect(part()).toEqual({ itemId: 'm1', start: 5, end: 18 });
    select(rest, 13, rest, 16);
    expect(part()).toEqual({ itemId: 'm1', start: 31, end: 34 });
    expect(words.text.slice(31, 34)).toBe('Jan');
  });

  it('drawn from right to left is the same, and one that ends behind the text ends with it', async () => {
    await shown(words, plainText('Thank you'));
    const rest = sure(pieces(0).at(-1));
    select(rest, 3, rest, 0);
    expect(part()).toEqual({ itemId: 'm1', start: 18, end: 21 });
    select(rest, 5, textOf(1), 0);
    expect(part()).toEqual({ itemId: 'm1', start: 23, end: words.text.length });
  });

  it('over two messages, or of nothing, is none', async () => {
    await shown(words, plainText('Thank you'));
    select(piece(0, 0), 0, piece(1, 0), 5);
    expect(part()).toBeNull();
    select(piece(1, 0), 2, piece(1, 0), 2);
    expect(part()).toBeNull();
  });

  it('brings up "Mask this", which sends the part and goes', async () => {
    const desk = await shown(words);
    expect(screen.queryByRole('button', { name: 'Mask this' })).toBeNull();
    const rest = sure(pieces(0).at(-1));
    act(() => {
      select(rest, 13, rest, 16);
      document.dispatchEvent(new Event('selectionchange'));
    });
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Mask this' }));
      await Promise.resolve();
    });
    expect(desk.sent).toEqual([['conversation.markSensitive', { taskId: 't', itemId: 'm1', start: 31, end: 34 }]]);
    expect(document.activeElement).toBe(log());
    act(() => { document.dispatchEvent(new Event('selectionchange')); });
    expect(screen.queryByRole('button', { name: 'Mask this' })).toBeNull();
  });
});

describe('the dialog of one message', () => {
  const tools = (): HTMLElement[] => screen.getAllByRole('button', { name: 'Mask part of this message…' });

  it('is reached by keyboard: one stop, and the arrows between the messages', async () => {
    await shown(words, plainText('Thank you'));
    expect(tools().map((tool) => tool.tabIndex)).toEqual([-1, 0]);
    act(() => { tools()[1]?.focus(); });
    fireEvent.keyDown(sure(tools()[1]), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(tools()[0]);
    expect(tools().map((tool) => tool.tabIndex)).toEqual([0, -1]);
  });

  it('masks what is selected in it; line breaks count as in the message', async () => {
    const desk = await shown(words);
    fireEvent.click(sure(tools()[0]));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-readonly')).toBe('true');
    expect(fireEvent(field, new InputEvent('beforeinput', { cancelable: true, inputType: 'deleteContentBackward' }))).toBe(false);
    expect(screen.getByRole('button', { name: 'Mask' }).getAttribute('aria-disabled')).toBe('true');
    const at = field.value.indexOf('Jan');
    field.setSelectionRange(at, at + 3);
    fireEvent.keyUp(field, { key: 'ArrowRight' });
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Mask' }));
      await Promise.resolve();
    });
    expect(desk.sent).toEqual([['conversation.markSensitive', { taskId: 't', itemId: 'm1', start: 31, end: 34 }]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('counts the line breaks of a field as the message does', () => {
    expect([0, 1, 2, 3, 9].map((at) => fromFieldOffset('a\r\nb\rc', at))).toEqual([0, 1, 3, 4, 6]);
  });
});
