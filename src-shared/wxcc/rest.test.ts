import * as v from 'valibot';
import { expect, it } from 'vitest';
import { auxiliaryCodeSchema, paged } from './config.ts';
import { appendResponseSchema, messageListSchema, readErrorBody, subscribeResponseSchema } from './rest.ts';

it('reads the error body and survives anything else in its place', () => {
  expect(readErrorBody({ trackingId: 't', error: { key: '409', message: [{ description: 'The asset was removed.' }] } })).toEqual({ trackingId: 't', key: '409', description: 'The asset was removed.' });
  for (const body of [null, 'x', 7, [], {}, { error: 'x' }, { error: { message: [] } }]) expect(readErrorBody(body)).toEqual({ trackingId: '', key: '', description: '' });
  expect(readErrorBody({ error: { key: 401, message: 'plain' } })).toEqual({ trackingId: '', key: '401', description: 'plain' });
});

it('drops the items of a page that do not fit and keeps the rest', () => {
  const page = v.parse(paged(auxiliaryCodeSchema), { data: [{ id: '1', name: 'Lunch', workTypeCode: 'IDLE_CODE', active: 'true' }, { id: '2', workTypeCode: 'NEW_KIND' }, null] });
  expect(page.data.map((code) => code.id)).toEqual(['1']);
  expect(page.data[0]?.active).toBe(true);
});

it('insists on what nothing works without', () => {
  expect(v.safeParse(subscribeResponseSchema, { webSocketUrl: 'http://x' }).success).toBe(false);
  expect(v.parse(appendResponseSchema, { data: { id: 'a' } }).data.seq).toBeNull();
  expect(v.parse(messageListSchema, { data: [{ interactionId: 'i', seq: 0 }, { interactionId: 'i', seq: 1 }] }).data.map((entry) => entry.seq)).toEqual([1]);
});
