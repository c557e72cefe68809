import { expect, test } from 'vitest';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { announce, openingAnnounced } from './announcements.ts';
import type { MessageItem } from '../bubbles/index.ts';

const message = (order: number, change: Partial<MessageItem> = {}): ItemView => ({
  kind: 'message', itemId: `m${String(order)}`, order, at: order, from: 'customer', role: 'customer', name: 'Melissa',
  content: { kind: 'text', text: { text: 'Hello', spans: [] } }, delivery: { state: 'sent' }, ...change,
});
const ids = (items: readonly ItemView[]): string[] => items.map((item) => item.itemId);

test('history is not announced, a new message is, once', () => {
  const history = [message(5), message(6)];
  const opened = openingAnnounced('t', history);
  expect(announce(opened, history).fresh).toEqual([]);
  const first = announce(opened, [...history, message(7)]);
  expect(ids(first.fresh)).toEqual(['m7']);
  const second = announce(first.announced, [...history, message(7), message(8), message(9)]);
  expect(ids(second.fresh)).toEqual(['m8', 'm9']);
  expect(announce(second.announced, [message(9), message(7)]).fresh).toEqual([]);
});

test('an earlier page is history, a filled gap is not', () => {
  const opened = openingAnnounced('t', [message(5)]);
  const earlier = announce(opened, [message(3), message(4), message(5)]);
  expect(earlier.fresh).toEqual([]);
  const later = announce(earlier.announced, [message(3), message(4), message(5), message(8)]);
  expect(ids(announce(later.announced, [message(5), message(7), message(8)]).fresh)).toEqual(['m7']);
});

test('the own lines are silent, those of other agents and of the chat are not', () => {
  const opened = openingAnnounced('t', [message(1)]);
  const left: ItemView = { kind: 'event', itemId: 'left', order: 4, at: 4, event: { type: 'customerLeft' } };
  const ended: ItemView = { kind: 'event', itemId: 'ended', order: 5, at: 5, event: { type: 'ended', name: 'Sanne' } };
  const { fresh } = announce(opened, [message(1), message(2, { from: 'self' }), message(3, { from: 'agent', name: 'Pieter' }), left, ended]);
  expect(ids(fresh)).toEqual(['m3', 'left']);
});

test('a message waiting in the outbox at the opening does not hide what comes in', () => {
  const waiting = message(1_000_000, { itemId: 'own', from: 'self', delivery: { state: 'queued' } });
  const opened = openingAnnounced('t', [message(1), waiting]);
  expect(ids(announce(opened, [message(1), message(2), waiting]).fresh)).toEqual(['m2']);
});

test('a conversation that opens before its messages are loaded takes the first page as history', () => {
  const opened = openingAnnounced('t', []);
  const loaded = announce(opened, [message(1), message(2)]);
  expect(loaded.fresh).toEqual([]);
  expect(ids(announce(loaded.announced, [message(1), message(2), message(3)]).fresh)).toEqual(['m3']);
  expect(ids(announce(opened, [message(1)]).fresh)).toEqual(['m1']);
});
