// `:name` in the real compose box: the list of answers, its keys, and that it never gets in the way of sending.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noDevice } from '../../../src-shared/domain/capabilities.ts';
import { plainText } from '../../../src-shared/domain/masking.ts';
import type { ConversationView } from '../../../src-shared/ipc/view.ts';
import { aTask, aView, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import type { RenderedDesk } from '../../desk/render-with-desk.tsx';
import { ConversationPane } from '../conversation/index.ts';
import { loadEmoji } from './emoji-set.ts';

// Reading it is no part of what is waited for.
beforeAll(() => loadEmoji('en', 'linux'));
beforeEach(() => {
  HTMLElement.prototype.scrollTo = vi.fn();
});
afterEach(() => {
  cleanup();
});

const customer = { name: plainText('Melissa Jansen'), number: plainText(''), device: null, intent: null, group: null, locale: null, associatedData: [] };
const open: ConversationView = { taskId: 't', items: {}, hasEarlier: false, loadingEarlier: false, draft: '', tray: {}, locked: null, capabilities: noDevice, staged: null, customer };
const shown = (): RenderedDesk =>
  renderWithDesk(aView({ tasks: tasksOf(aTask('t')), open }), <ConversationPane />);
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

describe('a name after a colon', () => {
  const asks = async (value: string): Promise<void> => {
    type(value);
    await vi.waitFor(() => { expect(screen.queryByRole('listbox', { name: 'Emoji for this word' })).toBeTruthy(); });
  };
  const active = (): string | undefined => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent ?? undefined;

  it('offers emoji; Enter inserts and sends nothing', async () => {
    const desk = shown();
    await asks('Great :tad');
    expect(active()).toContain('party popper');
    expect(await press()).toBe(false);
    expect(box().value).toBe('Great 🎉');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(sends(desk)).toEqual([]);
    expect(desk.sent).toContainEqual(['emoji.used', { emoji: '🎉' }]);
    await press();
    expect(sends(desk)).toEqual([{ taskId: 't', text: 'Great 🎉' }]);
  });

  it('is stepped through in a circle', async () => {
    shown();
    await asks(':smi');
    const first = active();
    await press({ key: 'ArrowUp', keyCode: 38 });
    expect(active()).not.toBe(first);
    await press({ key: 'ArrowDown', keyCode: 40 });
    expect(active()).toBe(first);
  });

  it('is left alone after Escape, and Enter sends it as it stands', async () => {
    const desk = shown();
    await asks(':tada');
    await press({ key: 'Escape', keyCode: 27 });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(box().hasAttribute('aria-activedescendant')).toBe(false);
    await press();
    expect(sends(desk)).toEqual([{ taskId: 't', text: ':tada' }]);
  });

  it('becomes the emoji at its second colon', async () => {
    shown();
    type('Yes :+1:');
    await vi.waitFor(() => { expect(box().value).toBe('Yes 👍️'); });
  });

  it('is nothing while an input method has the keys, whose Enter stays its own', async () => {
    const desk = shown();
    await asks(':smi');
    fireEvent.compositionStart(box());
    type(':smil');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(await press({ isComposing: true, keyCode: 229 })).toBe(true);
    fireEvent.compositionEnd(box());
    await vi.waitFor(() => { expect(screen.queryByRole('listbox')).toBeTruthy(); });
    expect(box().value).toBe(':smil');
    expect(sends(desk)).toEqual([]);
  });
});
