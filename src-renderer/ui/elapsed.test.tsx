// Passing time on a fake clock: it beats on whole seconds, only while somebody looks, and only the text renders.
import { act, cleanup, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Elapsed, Remaining } from './elapsed.tsx';

const start = new Date('2026-11-23T14:00:00.000Z').getTime();
let visibility: DocumentVisibilityState = 'visible';
const setVisibility = (state: DocumentVisibilityState): void => {
  visibility = state;
  act(() => { document.dispatchEvent(new Event('visibilitychange')); });
};
const pass = (ms: number): void => { act(() => { vi.advanceTimersByTime(ms); }); };

beforeEach(() => {
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('counts up and down together', () => {
  render(<><Elapsed since={start - 14_000} /> <Remaining until={start + 16_000} /></>);
  expect(screen.getByText('00:14')).toBeTruthy();
  pass(3_000);
  expect(screen.getByText('00:17')).toBeTruthy();
  expect(screen.getByText('0:13')).toBeTruthy();
});

it('stands still while the window is hidden, holds no timer, and is right at once when it is seen again', () => {
  render(<Elapsed since={start} />);
  pass(2_000);
  setVisibility('hidden');
  expect(vi.getTimerCount()).toBe(0);
  pass(60_000);
  expect(screen.getByText('00:02')).toBeTruthy();
  setVisibility('visible');
  expect(screen.getByText('01:02')).toBeTruthy();
});

it('holds no timer when nothing shows time', () => {
  const { unmount } = render(<Elapsed since={start} />);
  expect(vi.getTimerCount()).toBe(1);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

it('keeps one timer for many texts and renders each once a second', () => {
  const commits = vi.fn();
  render(<>{[0, 1, 2, 3].map((key) => <Profiler key={key} id={String(key)} onRender={commits}><Elapsed since={start} /></Profiler>)}</>);
  expect(vi.getTimerCount()).toBe(1);
  commits.mockClear();
  pass(1_000);
  expect(commits).toHaveBeenCalledTimes(4);
});
