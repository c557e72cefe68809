// Reads the notification preferences of the file. What is not there is as it comes; what cannot be read falls to what shows least.
import * as v from 'valibot';
import { defaultNotifications, newsWays, toneChoices, type NewsTopic, type NotificationPreferences } from '../../src-shared/domain/preferences.ts';

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const way = v.fallback(v.picklist(newsWays), 'silent');
const silentWays = { request: 'silent', message: 'silent', waiting: 'silent', status: 'silent' } as const;
// A tone tells nobody anything: what cannot be read rings, so that no request is missed for it.
const soundOf = (topic: NewsTopic) => v.fallback(v.picklist(toneChoices), defaultNotifications.sounds[topic]);

const schema = v.object({
  ways: v.fallback(v.object({ request: way, message: way, waiting: way, status: way }), silentWays),
  silent: v.fallback(v.boolean(), false),
  quietHours: v.fallback(v.object({ on: v.boolean(), from: minute, to: minute }), defaultNotifications.quietHours),
  preview: v.fallback(v.boolean(), false),
  sounds: v.fallback(
    v.object({ request: soundOf('request'), message: soundOf('message'), waiting: soundOf('waiting'), status: soundOf('status') }),
    defaultNotifications.sounds,
  ),
  volume: v.fallback(percent, defaultNotifications.volume),
  flash: v.fallback(v.boolean(), true),
});

const leastShown: NotificationPreferences = { ...defaultNotifications, ways: silentWays, preview: false };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

export function readNotifications(stored: unknown): NotificationPreferences {
  if (stored === undefined) return defaultNotifications;
  if (!isRecord(stored)) return leastShown;
  const { ways } = stored;
  // A topic the file does not know yet is as it comes.
  return v.parse(schema, { ...defaultNotifications, ...stored, ...(isRecord(ways) && { ways: { ...defaultNotifications.ways, ...ways } }) });
}
