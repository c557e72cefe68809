import { describe, expect, test } from 'vitest';
import { defaultNotifications } from '../../src-shared/domain/preferences.ts';
import { readNotifications } from './notification-preferences.ts';

const silent = { request: 'silent', message: 'silent', waiting: 'silent', status: 'silent' };

describe('the notification preferences of the file', () => {
  test('a file without them, or with some of them, is filled with the defaults', () => {
    expect(readNotifications(undefined)).toEqual(defaultNotifications);
    expect(readNotifications({ volume: 20, silent: true })).toEqual({ ...defaultNotifications, volume: 20, silent: true });
  });

  test.each([
    ['not a record', 'on', { preview: false, ways: silent }],
    ['a list', [1], { preview: false }],
    ['a preview that is no switch', { preview: 'yes' }, { preview: false }],
    ['a way nobody knows', { ways: { request: 'desktop', message: 'toaster', status: 'inApp' } }, { ways: { request: 'desktop', message: 'silent', status: 'inApp' } }],
    ['ways that are none', { ways: 'desktop' }, { ways: silent }],
    ['ways without a topic that came later', { ways: { request: 'inApp', message: 'inApp', status: 'inApp' } }, { ways: { request: 'inApp', message: 'inApp', waiting: 'desktop', status: 'inApp' } }],
    ['hours outside the day', { quietHours: { on: true, from: 0, to: 1440 } }, { quietHours: defaultNotifications.quietHours }],
    ['a volume beyond the knob', { volume: 250 }, { volume: defaultNotifications.volume }],
    ['sounds that are none', { sounds: { request: 1, message: 'none', status: 'kazoo' } }, { sounds: { ...defaultNotifications.sounds, message: 'none' } }],
  ])('%s falls to what shows least', (_name, stored, expected) => {
    expect(readNotifications(stored)).toMatchObject(expected);
  });
});
