import { describe, expect, test } from 'vitest';
import type { ColleagueEntry } from '../../../src-shared/domain/directory.ts';
import { judgeChoice, sortedColleagues, sortedQueues } from './destinations.ts';

const colleague = (name: string, state: ColleagueEntry['state']): ColleagueEntry => ({ id: name.toLowerCase(), name, state, teamId: 't' });
const agents = [colleague('Zoë', 'available'), colleague('Bram', 'idle'), colleague('Aylin', 'available'), colleague('Adam', 'busy'), colleague('Sanne', 'available')];

test('available colleagues come first, by name, without the agent', () => {
  expect(sortedColleagues(agents, 'sanne', 'nl').map((agent) => agent.name)).toEqual(['Aylin', 'Zoë', 'Adam', 'Bram']);
});

test('queues come by name', () => {
  const queue = (name: string) => ({ id: name, name, waiting: null });
  expect(sortedQueues([queue('Orders'), queue('billing')], 'en').map((entry) => entry.name)).toEqual(['billing', 'Orders']);
});

describe('a choice', () => {
  const directory = { agents, queues: [{ id: 'q', name: 'Billing', waiting: 2 }] };
  test('of a queue or an available agent is possible', () => {
    expect(judgeChoice('queue', 'q', directory)).toEqual({ state: 'possible', destination: { type: 'queue', id: 'q' } });
    expect(judgeChoice('agent', 'aylin', directory)).toEqual({ state: 'possible', destination: { type: 'agent', id: 'aylin' } });
  });
  test('of an agent who became unavailable is told by name', () => {
    expect(judgeChoice('agent', 'bram', directory)).toEqual({ state: 'gone', name: 'Bram' });
  });
  test('of what is not listed any more is none', () => {
    expect(judgeChoice('queue', 'x', directory)).toEqual({ state: 'none' });
    expect(judgeChoice('agent', 'q', directory)).toEqual({ state: 'none' });
    expect(judgeChoice('agent', null, directory)).toEqual({ state: 'none' });
  });
});
