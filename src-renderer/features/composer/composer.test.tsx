// The compose box: keys, limits, drafts, and that no text is ever lost.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noDevice } from '../../../src-shared/domain/capabilities.ts';
import { plainText } from '../../../src-shared/domain/masking.ts';
import type { ConversationView } from '../../../src-shared/ipc/view.ts';
import { aTask, aView, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import type { RenderedDesk } from '../../desk/render-with-desk.tsx';
import { ConversationPane } from '../conversation/index.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  HTMLElement.prototype.scrollTo = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const open = (taskId: string, draft = ''): ConversationView => ({
  taskId, items: {}, hasEarlier: false, loadingEarlier: false, draft, tray: {}, locked: null, capabilities: noDevice, staged: null,
  customer: { name: plainText('Melissa Jansen'), number: plainText(''), device: null, intent: null, group: null, locale: null, associatedData: [] },
});
const shown = (draft = ''): RenderedDesk => renderWithDesk(aView({ tasks: tasksOf(aTask('t'), aTask('u')), open: open('t', draft) }), <ConversationPane />);
const box = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const type = (value: string): void => { fireEvent.change(box(), { target: { value } }); };
const press = async (init: Parameters<typeof fireEvent.keyDown>[1] = {}): Promise<boolean> => {
  let free = true;
  await act(async () => {
    free = fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13, ...init });
    await Promise.resolve();
  });
  return free;
};
const sends = (desk: RenderedDesk): unknown[] => desk.sent.filter(([name]) => name === 'conversation.send').map(([, args]) => args);
const drafts = (desk: RenderedDesk): unknown[] => desk.sent.filter(([name]) => name === 'conversation.setDraft').map(([, args]) => args);

describe('keys', () => {
  it('Enter sends the text as typed and clears the box', async () => {
    const desk = shown();
    type('  Hello\nMelissa');
    expect(await press()).toBe(false);
    expect(sends(desk)).toEqual([{ taskId: 't', text: '  Hello\nMelissa' }]);
    expect(box().value).toBe('');
    act(() => { vi.advanceTimersByTime(1_000); });
    expect(drafts(desk)).toEqual([]);
  });

  it('Shift+Enter and the Enter of an input method stay with the box', async () => {
    const desk = shown();
    type('Hello');
    expect(await press({ shiftKey: true })).toBe(true);
    expect(await press({ isComposing: true })).toBe(true);
    expect(await press({ keyCode: 229 })).toBe(true);
    expect(sends(desk)).toEqual([]);
  });

  it('blanks are not sent', async () => {
    const desk = shown();
    type(' \n ');
    await press();
    expect(sends(desk)).toEqual([]);
    expect(screen.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the limit', () => {
  it('keeps all of a text that is too long, blocks sending and says by how much', async () => {
    const desk = shown();
    type('a'.repeat(10_012));
    expect(box().value).toHaveLength(10_012);
    expect(document.querySelector('.composer-count')?.textContent).toBe('12 characters over the limit · Characters: 10,012 / 10,000');
    expect(box().getAttribute('aria-invalid')).toBe('true');
    await press();
    fireEvent.submit(screen.getByRole('form', { name: 'Compose' }));
    expect(sends(desk)).toEqual([]);
    expect(screen.getByText('The message is 12 characters too long. Shorten it to send it.')).toBeTruthy();
    type('a'.repeat(10_000));
    await press();
    expect(sends(desk)).toHaveLength(1);
  });

  it('warns a screen reader once when the limit is near', () => {
    shown();
    type('a'.repeat(8_999));
    const said = (): string | undefined => [...document.querySelectorAll('[role="status"]')].map((region) => region.textContent).find((text) => text.includes('near the limit'));
    expect(said()).toBeUndefined();
    type('a'.repeat(9_000));
    expect(said()).toBe('You are near the limit of 10,000 characters.');
  });

  it('a paste past the limit keeps all its text, counted as the agent sees it', async () => {
    const desk = shown();
    type(`${'👨‍👩‍👧‍👦'.repeat(10_000)}é!`);
    expect(box().value.endsWith('é!')).toBe(true);
    expect(screen.getByText('2 characters over the limit', { exact: false })).toBeTruthy();
    await press();
    expect(sends(desk)).toEqual([]);
    expect(box().value).toHaveLength('👨‍👩‍👧‍👦'.length * 10_000 + 2);
  });
});

describe('a cleared text', () => {
  const undo = (): HTMLElement | null => screen.queryByRole('button', { name: 'Cleared. Undo' });
  const long = 'The technician comes on Thursday.';

  it('comes back by the button, and is the draft again', () => {
    const desk = shown(long);
    type('');
    fireEvent.click(undo() ?? box());
    expect(box().value).toBe(long);
    expect(document.activeElement).toBe(box());
    expect(undo()).toBeNull();
    act(() => { vi.advanceTimersByTime(150); });
    expect(drafts(desk)).toEqual([{ taskId: 't', text: long }]);
  });

  it('comes back by the key, as often as it is cleared', async () => {
    shown(long);
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      type('');
      expect(await press({ key: 'z', keyCode: 90, ...held })).toBe(false);
      expect(box().value).toBe(long);
    }
  });

  it('is forgotten when something else is written or the message was sent', async () => {
    shown(long);
    type('');
    type('N');
    type('');
    expect(undo()).toBeNull();
    type(long);
    await press();
    expect(box().value).toBe('');
    expect(undo()).toBeNull();
    expect(await press({ key: 'z', keyCode: 90, ctrlKey: true })).toBe(true);
  });
});

describe('a cleared text and another conversation', () => {
  const undo = (): HTMLElement | null => screen.queryByRole('button', { name: 'Cleared. Undo' });
  const long = 'The technician comes on Thursday.';
  /** Cleared in t, then the agent is in u. */
  const left = (): RenderedDesk => {
    const desk = shown(long);
    type('');
    desk.patch({ p: ['open'], v: open('u') });
    return desk;
  };

  it('is there again when the agent comes back, and nowhere else', () => {
    const desk = left();
    expect(undo()).toBeNull();
    desk.patch({ p: ['open'], v: open('t') });
    fireEvent.click(undo() ?? box());
    expect(box().value).toBe(long);
    expect(undo()).toBeNull();
  });

  it('is overtaken by a message that came back meanwhile', () => {
    const desk = left();
    desk.patch({ p: ['open'], v: open('t', 'Came back') });
    expect(undo()).toBeNull();
    type('');
    expect(undo()).toBeNull();
  });

  it.each([
    ['ends', () => ({ p: ['tasks', 't', 'phase'], v: { name: 'wrapUp', since: 0, cause: 'ended', durationMs: 0, autoAt: null, canExtend: false, draft: { auxCodeId: null, notes: '' } } })],
    ['goes', () => ({ p: ['tasks'], v: tasksOf(aTask('u')) })],
  ])('is forgotten when its chat %s, also where the agent is elsewhere', (_, over) => {
    const desk = left();
    desk.patch(over());
    desk.patch({ p: ['tasks'], v: tasksOf(aTask('t'), aTask('u')) }, { p: ['open'], v: open('t') });
    expect(undo()).toBeNull();
  });
});

describe('a web address alone', () => {
  const offer = (): HTMLElement | null => screen.queryByRole('button', { name: 'Send as rich link' });
  const address = 'https://www.haldenvos.example/aria-8';
  const take = async (): Promise<void> => {
    await act(async () => {
      fireEvent.click(offer() ?? box());
      await Promise.resolve();
    });
  };

  it('can be staged as a rich link, and the box is free for words', async () => {
    const desk = shown();
    type(`${address} is it`);
    expect(offer()).toBeNull();
    type(address);
    await take();
    expect(desk.sent).toContainEqual(['conversation.stageLink', { taskId: 't', url: address }]);
    expect(box().value).toBe('');
    expect(document.activeElement).toBe(box());
    expect(offer()).toBeNull();
    expect(sends(desk)).toEqual([]);
  });

  it('stays in the box when it is refused, with the reason', async () => {
    const desk = shown(address);
    desk.refuse('conversation.stageLink', { code: 'assetRemoved' });
    await take();
    expect(box().value).toBe(address);
    expect(screen.getByRole('alert').textContent).toContain('Not sent.');
    await press();
    expect(sends(desk)).toEqual([{ taskId: 't', text: address }]);
  });
});

describe('drafts', () => {
  it('opens with the draft of the conversation and the focus', () => {
    shown('half a sen');
    expect(box().value).toBe('half a sen');
    expect(document.activeElement).toBe(box());
    expect(document.querySelector('.composer-count')?.textContent).toBe('Characters: 10 / 10,000');
  });

  it('are saved at most every 150 ms, and at once when the box loses the focus', () => {
    const desk = shown();
    type('H');
    type('He');
    expect(drafts(desk)).toEqual([]);
    act(() => { vi.advanceTimersByTime(150); });
    expect(drafts(desk)).toEqual([{ taskId: 't', text: 'He' }]);
    type('Hel');
    fireEvent.blur(box());
    expect(drafts(desk)).toEqual([{ taskId: 't', text: 'He' }, { taskId: 't', text: 'Hel' }]);
  });

  it('are saved when the agent goes to another conversation, which shows its own', () => {
    const desk = shown();
    type('for t');
    desk.patch({ p: ['open'], v: open('u', 'for u') });
    expect(drafts(desk)).toEqual([{ taskId: 't', text: 'for t' }]);
    expect(box().value).toBe('for u');
  });
});

describe('a refused message', () => {
  it('comes back with the reason', async () => {
    const desk = shown();
    desk.refuse('conversation.send', { code: 'rateLimited' });
    type('Hello');
    await press();
    expect(box().value).toBe('Hello');
    expect(screen.getByRole('alert').textContent).toBe('Not sent. Too many messages in a short time. Wait a moment and retry.');
    type('Hello again');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('becomes the draft again when the agent has gone on to another conversation', async () => {
    const desk = shown();
    desk.refuse('conversation.send', { code: 'rateLimited' });
    type('Hello');
    await act(async () => {
      fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
      desk.patch({ p: ['open'], v: open('u') });
      await Promise.resolve();
      await Promise.resolve();
    });
    expect(drafts(desk).at(-1)).toEqual({ taskId: 't', text: 'Hello' });
    expect(box().value).toBe('');
  });
});

describe('a refusal that comes after the agent has gone and come back', () => {
  it('puts the text into the box that is open now', async () => {
    const desk = shown();
    desk.refuse('conversation.send', { code: 'rateLimited' });
    type('Hello');
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    desk.patch({ p: ['open'], v: open('u') });
    desk.patch({ p: ['open'], v: open('t', 'And') });
    await act(async () => {
      await Promise.resolve();
      await Promise.resolve();
    });
    expect(box().value).toBe('Hello\nAnd');
  });
});

describe('a message with what Apple keeps out of chats', () => {
  const warned = async (): Promise<RenderedDesk> => {
    const desk = shown();
    desk.refuse('conversation.send', { code: 'sensitiveText', values: { kinds: 'CARD,SSN' } });
    type('Is it 4111 1111 1111 1111?');
    box().setSelectionRange(3, 5);
    await press();
    return desk;
  };
  /** A modal dialog hides the rest of the window from roles. */
  const behind = (): HTMLTextAreaElement | null => document.querySelector('textarea');
  const dialog = (): HTMLElement | null => screen.queryByRole('alertdialog', { name: 'This message holds a card number and a social security number' });
  const answer = async (name: string): Promise<void> => {
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name }));
      await Promise.resolve();
    });
  };

  it('is asked about first; the safe answer has the focus and the text is back with its caret', async () => {
    const desk = await warned();
    expect(dialog()).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Edit');
    expect(behind()?.value).toBe('Is it 4111 1111 1111 1111?');
    expect([behind()?.selectionStart, behind()?.selectionEnd]).toEqual([3, 5]);
    expect(screen.queryByRole('alert')).toBeNull();
    await answer('Edit');
    expect(dialog()).toBeNull();
    expect(sends(desk)).toHaveLength(1);
    expect(box().value).toBe('Is it 4111 1111 1111 1111?');
  });

  it('goes out when the agent says so', async () => {
    const desk = await warned();
    desk.allow('conversation.send');
    await answer('Send anyway');
    expect(sends(desk).at(-1)).toEqual({ taskId: 't', text: 'Is it 4111 1111 1111 1111?', confirmed: true });
    expect(dialog()).toBeNull();
    expect(box().value).toBe('');
  });
});

it('says why nothing can be written, and opens again', () => {
  const desk = shown();
  desk.patch({ p: ['open', 'locked'], v: 'customerLeft' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('region', { name: 'Composing is locked' }).textContent).toBe('Melissa closed this conversation. You can write again as soon as they do.');
  desk.patch({ p: ['open', 'locked'], v: null });
  expect(box()).toBeTruthy();
});
