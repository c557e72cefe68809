// Reads the notification preferences of the file. What is not there is as it comes; what cannot be read falls to what shows least.
import * as v from 'valibot';
import { defaultNotifications, newsWays, type NotificationPreferences } from '../../src-shared/domain/preferences.ts';

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const way = v.fallback(v.picklist(newsWays), 'silent');
const silentWays = { request: 'silent', message: 'silent', status: 'silent' } as const;
const sounding = v.fallback(v.boolean(), true);

const schema = v.object({
  ways: v.fallback(v.object({ request: way, message: way, status: way }), silentWays),
  silent: v.fallback(v.boolean(), false),
  quietHours: v.fallback(v.object({ on: v.boolean(), from: minute, to: minute }), defaultNotifications.quietHours),
  preview: v.fallback(v.boolean(), false),
  // A tone tells nobody anything: what cannot be read rings, so that no request is missed for it.
  sounds: v.fallback(v.object({ request: sounding, message: sounding, status: sounding }), defaultNotifications.sounds),
  volume: v.fallback(percent, defaultNotifications.volume),
  flash: v.fallback(v.boolean(), true),
});

const leastShown: NotificationPreferences = { ...defaultNotifications, ways: silentWays, preview: false };

export function readNotifications(stored: unknown): NotificationPreferences {
  if (stored === undefined) return defaultNotifications;
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return leastShown;
  return v.parse(schema, { ...defaultNotifications, ...stored });
}
