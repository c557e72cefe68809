// Offers: every field of a request, the stack of several, accepting, and each announced once.
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaskView } from '../../../src-shared/ipc/view.ts';
import { aTask, aView, offeredAt, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import { Offers } from './offers.tsx';

const now = new Date('2026-11-23T14:00:00.000Z').getTime();

beforeEach(() => { vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] }); });
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const offer = (id: string, secondsAgo: number, over: Partial<TaskView> = {}): TaskView => aTask(id, { phase: offeredAt(now - secondsAgo * 1000), ...over });
const several = (count: number): readonly TaskView[] => Array.from({ length: count }, (_, index) => offer(String(index + 1), 20 - index));
const region = () => screen.getByRole('complementary', { name: 'New requests' });
const spoken = (): string => screen.getByRole('alert').textContent;

describe('one request', () => {
  it('shows who, numbers, queue, time since and time left', () => {
    renderWithDesk(aView({ tasks: tasksOf(offer('a', 14)) }), <Offers />);
    const text = region().textContent;
    for (const part of ['Customer a', '+31 6 0000 0000', '+31 85 555 01 42', 'Repairs NL', '00:14', '16 s left before RONA']) expect(text).toContain(part);
    expect(screen.getByRole('timer', { name: '16 seconds left' })).toBeTruthy();
    act(() => { vi.advanceTimersByTime(2_000); });
    expect(screen.getByRole('timer', { name: '14 seconds left' })).toBeTruthy();
    expect(region().textContent).toContain('00:16');
  });

  it('tells the time that is left, and not the time it has counted, after the computer slept', () => {
    renderWithDesk(aView({ tasks: tasksOf(offer('a', 4)) }), <Offers />);
    expect(screen.getByRole('timer', { name: '26 seconds left' })).toBeTruthy();
    // Asleep no timer beats and the clock goes on; the first beat afterwards has to see it.
    vi.setSystemTime(now + 15_000);
    act(() => { vi.advanceTimersByTime(1_000); });
    expect(screen.getByRole('timer', { name: '10 seconds left' })).toBeTruthy();
    expect(region().textContent).toContain('00:20');
  });

  it('is accepted once, with its button busy until main knows more', () => {
    const { sent, patch } = renderWithDesk(aView({ tasks: tasksOf(offer('a', 1)) }), <Offers />);
    const accept = within(region()).getByRole('button', { name: /Accept/ });
    fireEvent.click(accept);
    patch({ p: ['tasks', 'a', 'busy'], v: 'accept' });
    fireEvent.click(accept);
    expect(sent).toEqual([['task.accept', { taskId: 'a' }]]);
    patch({ p: ['tasks', 'a', 'phase'], v: { name: 'connected', since: now } });
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('is a connecting popover before it is offered, without Accept', () => {
    renderWithDesk(aView({ tasks: tasksOf(aTask('a', { phase: { name: 'reserved', since: now } })) }), <Offers />);
    expect(region().textContent).toContain('Connecting…');
    expect(within(region()).queryByRole('button')).toBeNull();
    expect(spoken()).toBe('');
  });
});

describe('several requests', () => {
  it('stack earliest first, five at a time', () => {
    renderWithDesk(aView({ tasks: tasksOf(...several(7)) }), <Offers />);
    const names = (): (string | undefined)[] => within(region()).getAllByRole('listitem').map((item) => item.querySelector('b')?.textContent);
    expect(region().textContent).toContain('1–5 of 7');
    expect(names()).toEqual(['1', '2', '3', '4', '5'].map((id) => `Customer ${id}`));
    fireEvent.click(screen.getByRole('button', { name: 'Next requests' }));
    expect(region().textContent).toContain('6–7 of 7');
    expect(names()).toEqual(['Customer 6', 'Customer 7']);
  });

  it('come back to a page that exists when the last one empties', () => {
    const { patch } = renderWithDesk(aView({ tasks: tasksOf(...several(6)) }), <Offers />);
    fireEvent.click(screen.getByRole('button', { name: 'Next requests' }));
    patch({ p: ['tasks', '6'] });
    expect(within(region()).getAllByRole('listitem')).toHaveLength(5);
    expect(screen.queryByRole('button', { name: 'Next requests' })).toBeNull();
  });

  it('are accepted together as far as capacity goes, and the earliest is opened', async () => {
    const { sent } = renderWithDesk(aView({ tasks: tasksOf(...several(7), aTask('chat')) }), <Offers />);
    fireEvent.click(screen.getByRole('button', { name: 'Accept 4 requests' }));
    await act(() => vi.waitFor(() => { expect(sent).toHaveLength(5); }));
    expect(sent).toEqual([...['1', '2', '3', '4'].map((taskId) => ['task.accept', { taskId }]), ['conversation.open', { taskId: '1' }]]);
  });
});

it('announces each offer once, at once, whatever else changes', () => {
  const { patch, container } = renderWithDesk(aView(), <Offers />);
  const said: string[] = [];
  const observer = new MutationObserver(() => undefined);
  const alert = screen.getByRole('alert');
  observer.observe(container, { subtree: true, childList: true, characterData: true });
  const note = (): void => {
    for (const record of observer.takeRecords()) if (alert.contains(record.target) && alert.textContent !== '') said.push(alert.textContent);
  };
  patch({ p: ['tasks', 'a'], v: offer('a', 0) });
  note();
  patch({ p: ['tasks', 'a', 'unread'], v: 1 });
  act(() => { vi.advanceTimersByTime(3_000); });
  patch({ p: ['tasks', 'b'], v: offer('b', 0) });
  note();
  patch({ p: ['tasks', 'a'] });
  note();
  expect(alert.getAttribute('aria-live')).toBe('assertive');
  expect(said).toEqual(['New request from Customer a, Repairs NL. 30 seconds to accept.', 'New request from Customer b, Repairs NL. 27 seconds to accept.']);
});
