// The table of S16: what happened, where the agent is, what they chose -> how they are told.
import { describe, expect, test } from 'vitest';
import { defaultNotifications, newsTopics, type NewsTopic, type NotificationPreferences } from '../../src-shared/domain/preferences.ts';
import { decide, type Circumstances, type Decision } from './decide.ts';

const NOON = 12 * 60;

const told = (topic: NewsTopic, over: Partial<Circumstances> = {}, preferences: Partial<NotificationPreferences> = {}): Decision =>
  decide({ topic, taskId: topic === 'status' ? null : 't1' }, {
    inFront: false, openTaskId: null, minute: NOON, ...over, preferences: { ...defaultNotifications, ...preferences },
  });

const desktopOf = ({ desktop }: Decision): string => (desktop.kind === 'show' ? 'show' : desktop.reason);

const all = (way: 'desktop' | 'inApp' | 'silent'): Partial<NotificationPreferences> => ({ ways: { request: way, message: way, waiting: way, status: way } });
const quietAtNoon: Partial<NotificationPreferences> = { quietHours: { on: true, from: NOON, to: NOON + 1 } };

describe('decide', () => {
  test.each<[string, Partial<Circumstances>, Partial<NotificationPreferences>, { desktop: string; sounds: boolean; flash: boolean }]>([
    ['away', {}, {}, { desktop: 'show', sounds: true, flash: true }],
    ['in front', { inFront: true }, {}, { desktop: 'inFront', sounds: true, flash: false }],
    ['away, told in Parley', {}, all('inApp'), { desktop: 'chosenInApp', sounds: true, flash: true }],
    ['away, told silently', {}, all('silent'), { desktop: 'chosenSilent', sounds: false, flash: false }],
    ['away, silent mode', {}, { silent: true }, { desktop: 'silentMode', sounds: false, flash: false }],
    ['away, quiet hours', {}, quietAtNoon, { desktop: 'quietHours', sounds: false, flash: false }],
    ['away, after quiet hours', { minute: NOON + 1 }, quietAtNoon, { desktop: 'show', sounds: true, flash: true }],
    ['in front, silent mode', { inFront: true }, { silent: true }, { desktop: 'inFront', sounds: false, flash: false }],
    ['away, no volume', {}, { volume: 0 }, { desktop: 'show', sounds: false, flash: true }],
    ['away, no flashing', {}, { flash: false }, { desktop: 'show', sounds: true, flash: false }],
  ])('%s', (_name, circumstances, preferences, expected) => {
    for (const topic of newsTopics) {
      const decision = told(topic, circumstances, preferences);
      expect({ desktop: desktopOf(decision), sounds: decision.sound !== null, flash: decision.flash }, topic).toEqual(expected);
    }
  });

  test('a request alone is urgent, and it alone rings, as long as the agent is away', () => {
    expect(newsTopics.map((topic) => told(topic).desktop)).toEqual([
      { kind: 'show', preview: true, urgency: 'critical' }, ...newsTopics.slice(1).map(() => ({ kind: 'show', preview: true, urgency: 'normal' })),
    ]);
    expect(newsTopics.filter((topic) => told(topic).rings)).toEqual(['request']);
    expect(told('request', { inFront: true }).rings).toBe(false);
    expect(told('request', {}, { sounds: { ...defaultNotifications.sounds, request: 'none' } }).rings).toBe(false);
  });

  test('a message that appears before the eyes makes no sound; one in another conversation does', () => {
    expect(told('message', { inFront: true, openTaskId: 't1' }).sound).toBeNull();
    expect(told('message', { inFront: true, openTaskId: 't2' }).sound).toEqual({ tone: 'softTap', volume: defaultNotifications.volume });
    expect(told('message', { inFront: false, openTaskId: 't1' }).sound).not.toBeNull();
  });

  test('a wait that grows too long before the eyes makes no sound; another one does, in the tone that was chosen', () => {
    const sounds = { ...defaultNotifications.sounds, waiting: 'bell' as const };
    expect(told('waiting', { inFront: true, openTaskId: 't1' }, { sounds }).sound).toBeNull();
    expect(told('waiting', { inFront: true, openTaskId: 't2' }, { sounds }).sound).toEqual({ tone: 'bell', volume: defaultNotifications.volume });
    expect(told('waiting', {}, { sounds: { ...sounds, waiting: 'none' } })).toMatchObject({ desktop: { kind: 'show' }, sound: null });
  });

  test.each([false, undefined, null, 'on', 1])('a preview that is %j shows nothing', (preview) => {
    const preferences = { ...defaultNotifications, preview } as unknown as NotificationPreferences;
    expect(told('message', {}, preferences).desktop).toMatchObject({ kind: 'show', preview: false });
  });

  test('a way nobody knows is the silent one', () => {
    const preferences = { ways: { request: 'loud', message: 'loud', waiting: 'loud', status: 'loud' } } as unknown as NotificationPreferences;
    expect(told('message', {}, preferences)).toMatchObject({ desktop: { kind: 'suppressed', reason: 'chosenSilent' }, sound: null, flash: false });
  });
});
