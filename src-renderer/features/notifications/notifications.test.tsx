// The bell counts and lists what the view says; a sound is played once, and rings until it is told to stop.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainText } from '../../../src-shared/domain/masking.ts';
import { tones } from '../../../src-shared/domain/preferences.ts';
import type { NotificationView } from '../../../src-shared/ipc/view.ts';
import { aView } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import { Bell } from './bell.tsx';
import { Sounds } from './sounds.tsx';
import { scheduleTone } from './tones.ts';

const about = { read: false, customerName: plainText('Melissa'), taskId: 't1' };
const message: NotificationView = { ...about, kind: 'message', notificationId: 'message:t1', at: 2, text: plainText('Card ****1111'), count: 2 };
const missed: NotificationView = { kind: 'missed', notificationId: 'n1', at: 1, read: false, customerName: plainText('Daan'), queueName: 'Repairs' };
const waiting: NotificationView = { ...about, taskId: 't2', kind: 'waiting', notificationId: 'waiting:t2', at: 0, since: new Date(2026, 10, 24, 9, 5).getTime(), count: 0 };
const listed = { [message.notificationId]: message, [missed.notificationId]: missed };

/** Audio that writes down when which pitch begins. jsdom has none. */
function audioThat(hears: (pitch: number, at: number, gain: number) => void, currentTime = 0) {
  let loudest = 0;
  const gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: (value: number) => { loudest = value; }, exponentialRampToValueAtTime: () => undefined };
  return {
    currentTime, destination: {}, state: 'running',
    createGain: () => ({ gain, connect: () => undefined }),
    createOscillator: () => {
      let pitch = 0;
      return { type: '', frequency: { setValueAtTime: (value: number) => { pitch = value; } }, connect: () => undefined, start: (at: number) => { hears(pitch, at, loudest); }, stop: () => undefined };
    },
  } as unknown as AudioContext;
}

afterEach(cleanup);

describe('the bell', () => {
  it('counts every unread message, lists the newest first, and opens what is chosen', () => {
    const { sent } = renderWithDesk(aView({ notifications: listed }), <Bell />);
    fireEvent.click(screen.getByRole('button', { name: 'Notifications, 3 unread' }));
    const lines = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(lines[0]).toMatch(/^Melissa \(2\)Card \*\*\*\*1111 · .* · unread$/);
    expect(lines[1]).toContain('You missed a request');
    fireEvent.click(screen.getByRole('menuitem', { name: /Melissa/ }));
    expect(sent).toEqual([['notification.open', { notificationId: 'message:t1' }]]);
  });

  it('says of a customer who waits since when, and counts them until they are seen', () => {
    const desk = renderWithDesk(aView({ notifications: { [waiting.notificationId]: waiting } }), <Bell />);
    fireEvent.click(screen.getByRole('button', { name: 'Notifications, 1 unread' }));
    expect(screen.getAllByRole('menuitem')[0]?.textContent).toBe('Melissa is waitingNo answer since 09:05 · unread');
    desk.patch({ p: ['notifications', 'waiting:t2', 'read'], v: true });
    expect(screen.getByRole('button', { name: 'Notifications', hidden: true })).toBeDefined();
  });

  it('marks all as read, clears, and says so when there is nothing', () => {
    const desk = renderWithDesk(aView({ notifications: listed }), <Bell />);
    fireEvent.click(screen.getByRole('button', { name: /^Notifications/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Mark all as read' }));
    fireEvent.click(screen.getByRole('button', { name: /^Notifications/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Clear' }));
    expect(desk.sent).toEqual([['notification.read', { notificationId: null }], ['notification.clear', {}]]);
    desk.patch({ p: ['notifications'], v: {} });
    fireEvent.click(screen.getByRole('button', { name: 'Notifications' }));
    expect(screen.getByText('Nothing new.')).toBeDefined();
  });
});

describe('sounds', () => {
  const heard: number[] = [];
  beforeEach(() => {
    heard.length = 0;
    vi.useFakeTimers();
    vi.stubGlobal('AudioContext', function AudioContext() { return audioThat((pitch) => heard.push(pitch)); });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('plays what is new once, rings every 5 s while a request waits, and not what was played before the window was there', () => {
    const sounds = { latest: { number: 4, tone: 'softTap' as const, volume: 50 }, ringing: null };
    const desk = renderWithDesk(aView({ sounds }), <Sounds />);
    expect(heard).toEqual([]);
    desk.patch({ p: ['sounds', 'latest'], v: { number: 5, tone: 'twoTones', volume: 50 } }, { p: ['sounds', 'ringing'], v: { tone: 'twoTones', volume: 50 } });
    const once = [659, 880, 659, 880];
    expect(heard).toEqual(once);
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual([...once, ...once, ...once]);
    desk.patch({ p: ['sounds', 'ringing'], v: null });
    vi.advanceTimersByTime(20_000);
    expect(heard).toHaveLength(12);
  });
});

describe('tones', () => {
  it('begin at the clock of the audio, louder with the volume, and are silent without', () => {
    const begins: number[][] = [];
    const audio = audioThat((pitch, at, gain) => begins.push([pitch, at, gain]), 10);
    scheduleTone(audio, 'softTap', 100);
    scheduleTone(audio, 'softTap', 50);
    scheduleTone(audio, 'twoTones', 0);
    expect(begins).toEqual([[587, 10, 0.5], [587, 10, 0.125]]);
  });

  it.each(tones)('%s is short, its own, and never louder than the knob', (tone) => {
    const notes: number[][] = [];
    scheduleTone(audioThat((...note) => notes.push(note)), tone, 100);
    expect(Math.max(...notes.map(([, at = 0]) => at))).toBeLessThan(1);
    for (const [, at] of notes) expect(notes.filter((note) => note[1] === at).reduce((sum, [, , gain = 0]) => sum + gain, 0)).toBeLessThanOrEqual(0.5);
    const others = tones.filter((other) => other !== tone).map((other) => {
      const heard: number[][] = [];
      scheduleTone(audioThat((...note) => heard.push(note)), other, 100);
      return heard;
    });
    expect(others).not.toContainEqual(notes);
  });
});
