// What a run is counted by.
import { expect, test } from 'vitest';
import type { CentreEvent } from './centre/contact-centre.ts';
import { createCounters } from './diagnostics/counters.ts';
import { createHealth } from './health.ts';

test('outages are counted when they are over, with the longest of them', () => {
  let time = 1_000;
  const health = createHealth(createCounters(), { now: () => time, setTimer: () => () => undefined });
  const connection = (event: Extract<CentreEvent, { type: 'connection' }>['connection']): void => { health.take({ type: 'connection', connection: event }); };
  connection({ state: 'live', syncedAt: 1_000 });
  connection({ state: 'lost', since: 2_000, attempt: 1, nextTryAt: null });
  connection({ state: 'lost', since: 2_000, attempt: 2, nextTryAt: 3_000 });
  time = 9_000;
  connection({ state: 'live', syncedAt: 9_000 });
  connection({ state: 'lost', since: 10_000, attempt: 1, nextTryAt: null });
  connection({ state: 'offline' });
  time = 90_000;
  connection({ state: 'live', syncedAt: 90_000 });
  expect(health.read()).toMatchObject({ startedAt: 1_000, reconnects: 1, longestOutageMs: 7_000 });
});

test('frames, messages and commands are counted by kind, and a message only where it could not be read', () => {
  const counters = createCounters();
  const health = createHealth(counters, { now: () => 0, setTimer: () => () => undefined });
  const message = { aliasId: 'm', taskId: 't', seq: 1, createdAt: 0, device: null, sender: { role: 'customer', id: 'c', name: 'C' } } as const;
  const keys = { request: null, session: null };
  health.take({
    type: 'messages', taskId: 't', hasEarlier: null,
    messages: [
      { ...message, content: { kind: 'text', text: 'hello' } },
      { ...message, content: { kind: 'unsupported', type: 'hologram', text: '' } },
      { ...message, content: { kind: 'rich', rich: { kind: 'broken', of: 'form', title: 'secret 4111111111111111' }, addresses: [] } },
      { ...message, content: { kind: 'rich', rich: { kind: 'quickReply', keys, title: 'Well?', choices: [] }, addresses: [] } },
    ],
  });
  health.frame('unknown', 'AgentFoo');
  health.frame('unused', 'AgentBar');
  health.commandEnded('task.accept', null);
  health.commandEnded('task.accept', 'taskGone');
  expect(health.read()).toMatchObject({ uselessFrames: 1, unreadableMessages: 2, commandsDone: 1, commandsRefused: 1 });
  expect(counters.all()).toEqual({
    unreadable: { hologram: 1, form: 1 }, 'frames.unknown': { AgentFoo: 1 }, 'frames.unused': { AgentBar: 1 },
    'commands.done': { 'task.accept': 1 }, 'commands.refused': { 'task.accept.taskGone': 1 },
  });
});
