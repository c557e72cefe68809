// The task list: its order, what a row says, and that one chat's traffic leaves the other rows alone.
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainText } from '../../../src-shared/domain/masking.ts';
import { aTask, aView, offeredAt, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { TaskList } from './task-list.tsx';

const now = new Date('2026-11-23T14:00:00.000Z').getTime();
const secondsAgo = (seconds: number): number => now - seconds * 1000;

beforeEach(() => { vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] }); });
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const names = (): (string | null)[] => [...document.querySelectorAll('.task-name')].map((name) => name.textContent);

describe('the list', () => {
  const view = aView({
    tasks: tasksOf(
      aTask('new', { phase: offeredAt(secondsAgo(3)) }),
      aTask('old', { phase: offeredAt(secondsAgo(20)) }),
      aTask('short', { unansweredSince: secondsAgo(10), unread: 2, lastActivityAt: secondsAgo(10) }),
      aTask('long', { unansweredSince: secondsAgo(200), lastActivityAt: secondsAgo(90) }),
    ),
  });

  it('has requests latest first above conversations, longest wait first, and says how many', () => {
    renderWithDesk(view, <TaskList />);
    expect(names()).toEqual(['Customer new', 'Customer old', 'Customer long', 'Customer short']);
    expect(screen.getByRole('navigation', { name: 'Task list' }).textContent).toContain('2 of 5 conversations');
  });

  it('accepts a request where it stands', () => {
    const { sent } = renderWithDesk(view, <TaskList />);
    fireEvent.click(screen.getByRole('button', { name: 'Accept request from Customer old' }));
    expect(sent).toEqual([['task.accept', { taskId: 'old' }]]);
  });

  it('says why no requests come', () => {
    const { patch } = renderWithDesk(aView(), <TaskList />);
    expect(screen.getByText('No requests waiting.')).toBeTruthy();
    patch({ p: ['agent', 'status'], v: { kind: 'rona', since: now } });
    expect(screen.getByText('Paused while you are in RONA.')).toBeTruthy();
    patch({ p: ['connection'], v: { state: 'lost', since: now, attempt: 1, nextTryAt: null, syncedAt: now } });
    expect(screen.getByText('New requests appear when you are back online.')).toBeTruthy();
  });

  it('opens a conversation', () => {
    const { sent } = renderWithDesk(view, <TaskList />);
    fireEvent.click(screen.getByRole('button', { name: /Customer long/ }));
    expect(sent).toEqual([['conversation.open', { taskId: 'long' }]]);
  });
});

describe('a row', () => {
  const row = (over: Parameters<typeof aTask>[1]) => renderWithDesk(aView({ tasks: tasksOf(aTask('a', over)) }), <ul><ConversationRow taskId="a" /></ul>);
  const text = (): string => screen.getByRole('button').textContent;

  it('turns amber at 60 s and red at 180 s without an answer', () => {
    const { container } = row({ unansweredSince: secondsAgo(59) });
    const tone = (): string | undefined => container.querySelector('.wait')?.className;
    expect(tone()).toBe('wait wait-ok');
    act(() => { vi.advanceTimersByTime(1_000); });
    expect(tone()).toBe('wait wait-warn');
    expect(text()).toContain('1:00');
    act(() => { vi.advanceTimersByTime(120_000); });
    expect(tone()).toBe('wait wait-danger');
    expect(text()).toContain('3:00');
  });

  it('says unread messages in words', () => {
    row({ unread: 3, preview: { from: 'customer', name: 'C', text: plainText('Hello'), at: now } });
    expect(within(screen.getByRole('button')).getByText('3 unread messages')).toBeTruthy();
  });

  it('says who wrote last and keeps the mask', () => {
    row({ preview: { from: 'self', name: 'Sanne', text: { text: 'Is it ******0193?', spans: [{ start: 6, end: 16, kind: 'PHONE' }] }, at: now } });
    expect(text()).toContain('You: Is it phone number, masked: ******0193?');
  });

  it('shows wrap-up with what is left of it, and a conference', () => {
    const { patch } = row({ phase: { name: 'wrapUp', since: now, cause: 'ended', durationMs: 1, autoAt: now + 38_000, canExtend: false, draft: { auxCodeId: null, notes: '' } } });
    expect(text()).toContain('0:38 left');
    expect(text()).toContain('Wrap-up');
    patch({ p: ['tasks', 'a', 'phase'], v: { name: 'conference', since: now } });
    expect(text()).toContain('Conference');
  });
});

describe('render counts', () => {
  const ids = ['a', 'b', 'c'];
  const counted = () => {
    const commits = new Map<string, number>();
    const tasks = tasksOf(...ids.map((id) => aTask(id, { lastActivityAt: secondsAgo(5) })));
    const rows = ids.map((id) => (
      <Profiler key={id} id={id} onRender={(profiled) => { commits.set(profiled, (commits.get(profiled) ?? 0) + 1); }}>
        <ConversationRow taskId={id} />
      </Profiler>
    ));
    const desk = renderWithDesk(aView({ tasks }), <ul>{rows}</ul>);
    commits.clear();
    return { ...desk, commits };
  };

  it('a message or typing in one chat renders its row alone', () => {
    const { patch, commits } = counted();
    patch({ p: ['tasks', 'b', 'customerTyping'], v: true });
    patch({ p: ['tasks', 'b', 'preview'], v: { from: 'customer', name: 'B', text: plainText('Hi'), at: now } }, { p: ['tasks', 'b', 'unread'], v: 1 });
    expect(Object.fromEntries(commits)).toEqual({ b: 2 });
  });

  it('what happens in the open conversation and elsewhere renders no row', () => {
    const { patch, commits } = counted();
    const customer = { name: plainText('A'), number: plainText('1'), device: null, intent: null, group: null, locale: null, associatedData: [] };
    patch({ p: ['open'], v: { taskId: 'elsewhere', items: {}, hasEarlier: false, loadingEarlier: false, draft: '', locked: null, customer } });
    for (const draft of ['H', 'He', 'Hel']) patch({ p: ['open', 'draft'], v: draft });
    patch({ p: ['connection', 'syncedAt'], v: now });
    expect(commits.size).toBe(0);
  });

  it('a passing second renders nothing but the texts and rings that show it', () => {
    const { patch, commits } = counted();
    patch({ p: ['tasks', 'a', 'unansweredSince'], v: secondsAgo(1) });
    commits.clear();
    act(() => { vi.advanceTimersByTime(1_000); });
    expect([...commits.keys()]).toEqual(['a']);
  });
});
