import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrame, taskEventTypes, type TaskEvent } from '../../src-shared/wxcc/index.ts';
import type { CentreEvent } from './contact-centre.ts';
import { applyTaskEvent, applyTaskFailure, emptyBook, hydrateBook, type TaskBook } from './task-book.ts';

const ME = 'me';

interface Part { readonly hasJoined?: boolean; readonly hasLeft?: boolean; readonly isWrapUp?: boolean; readonly isWrappedUp?: boolean; readonly joinTimestamp?: number; readonly lastUpdated?: number }
interface Shape {
  readonly agents?: Readonly<Record<string, Part>>;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly interaction?: Readonly<Record<string, unknown>> | null;
}

/** A frame as it comes off the wire. */
function event(type: string, { agents = { [ME]: {} }, fields = {}, interaction = {} }: Shape = {}): TaskEvent {
  const people = Object.fromEntries(Object.entries(agents).map(([id, part]) => [id, { id, pType: 'Agent', name: `Agent ${id}`, hasJoined: false, hasLeft: false, ...part }]));
  const data = {
    type, interactionId: 't1', agentId: ME, ...fields,
    interaction: interaction === null ? null : {
      interactionId: 't1', mediaType: 'social', mediaChannel: 'AppleMessages', state: 'new', owner: ME, createdTimestamp: 500,
      participants: { ...people, c1: { id: 'c1', pType: 'Customer', name: 'Melissa', hasJoined: 'true', hasLeft: false } },
      callProcessingDetails: { customerName: 'Melissa', customerNumber: '+31', sourceNumber: '+32', QueueId: 'q', virtualTeamName: 'Sales', ronaTimeout: '20' },
      callAssociatedData: { tier: { name: 'tier', displayName: 'Tier', value: 'gold', agentEditable: true }, pin: { name: 'pin', value: '1', isSecure: true } },
      ...interaction,
    },
  };
  const parsed = parseFrame(JSON.stringify({ type: 'RoutingMessage', data }));
  if (parsed.kind !== 'frame' || !('interaction' in parsed.frame.data)) throw new Error(JSON.stringify(parsed));
  return parsed.frame.data;
}

function rig() {
  let book: TaskBook = emptyBook;
  let now = 1_000;
  const told: CentreEvent[] = [];
  const nameOf = (id: string): string => (id === 'joris' ? 'Joris' : '');
  return {
    put: (one: TaskEvent) => {
      const [next, events] = applyTaskEvent(book, one, { selfId: ME, now, nameOf });
      book = next;
      told.push(...events);
      return events;
    },
    pass: (ms: number) => { now += ms; },
    phase: () => book.tasks.get('t1')?.phase,
    task: () => book.tasks.get('t1'),
    book: () => book,
    told,
  };
}

const joined: Shape = { agents: { [ME]: { hasJoined: true } }, interaction: { state: 'connected' } };
const wrapUp: Shape = { agents: { [ME]: { hasJoined: true, hasLeft: true, isWrapUp: true } }, fields: { agentsPendingWrapUp: [ME] }, interaction: { state: 'wrapUp', isTerminated: true } };
const withJoris: Shape = { agents: { [ME]: { hasJoined: true }, joris: { hasJoined: true } }, interaction: { state: 'conference' } };

describe('a task', () => {
  it('is reserved, offered, connected, wrapped up and gone, and the request is one wait', () => {
    const desk = rig();
    desk.put(event('AgentContactReserved'));
    expect(desk.phase()).toEqual({ name: 'reserved', since: 1_000 });
    desk.pass(500);
    desk.put(event('AgentOfferContact', { fields: { ronaTimeout: 30 } }));
    expect(desk.phase()).toEqual({ name: 'offered', since: 1_000, ronaTimeoutMs: 30_000 });
    desk.pass(500);
    desk.put(event('AgentContactAssigned', joined));
    expect(desk.phase()).toEqual({ name: 'connected', since: 2_000 });
    desk.pass(500);
    desk.put(event('AgentWrapup', wrapUp));
    expect(desk.phase()).toEqual({ name: 'wrapUp', since: 2_500, cause: 'ended' });
    desk.put(event('AgentWrappedUp', { agents: { [ME]: { isWrappedUp: true } } }));
    expect(desk.told.at(-1)).toEqual({ type: 'taskRemoved', taskId: 't1', removal: 'wrappedUp' });
  });

  it('carries what the interaction says, without what is secure', () => {
    const desk = rig();
    desk.put(event('AgentContactAssigned', joined));
    expect(desk.task()).toMatchObject({
      customerName: 'Melissa', customerNumber: '+31', sourceNumber: '+32', queueId: 'q', queueName: 'Sales', ownerId: ME, createdAt: 500,
      associatedData: [{ key: 'tier', label: 'Tier', value: 'gold', editable: true }],
    });
  });

  it.each<[string, string, Shape, string]>([
    ['rings out', 'AgentOfferContactRona', { agents: {} }, 'rona'],
    ['is withdrawn', 'AgentInviteFailed', { agents: {} }, 'withdrawn'],
    ['loses its customer', 'ContactEnded', { agents: {} }, 'withdrawn'],
    ['goes to another agent', 'AgentContactUnassigned', { agents: {} }, 'withdrawn'],
    ['is cleaned up', 'ContactCleanup', { agents: {} }, 'withdrawn'],
  ])('that is offered and %s is removed', (_name, type, shape, removal) => {
    const desk = rig();
    desk.put(event('AgentOfferContact'));
    expect(desk.put(event(type, shape))).toEqual([{ type: 'taskRemoved', taskId: 't1', removal }]);
  });

  it.each<[string, string, Shape, string]>([
    ['the customer ends', 'ContactEnded', { ...wrapUp, fields: { ...wrapUp.fields, endedBy: 'customer' } }, 'customerEnded'],
    ['is transferred to a queue', 'AgentVteamTransferred', { agents: { [ME]: { hasJoined: true, hasLeft: true, isWrapUp: true } }, interaction: { owner: null } }, 'transferred'],
    ['is transferred to an agent', 'AgentBlindTransferred', { agents: { [ME]: { hasJoined: true, hasLeft: true, isWrapUp: true } }, interaction: { owner: null } }, 'transferred'],
    ['goes on without the agent', 'ParticipantLeftConference', { agents: { [ME]: { hasJoined: true, hasLeft: true, isWrapUp: true }, joris: { hasJoined: true } }, interaction: { owner: 'joris' } }, 'leftConference'],
  ])('%s -> wrap-up with its cause, which a later frame does not change', (_name, type, shape, cause) => {
    const desk = rig();
    desk.put(event('AgentContactAssigned', joined));
    desk.put(event(type, shape));
    expect(desk.phase()).toMatchObject({ name: 'wrapUp', cause });
    desk.put(event('AgentWrapup', shape));
    expect(desk.phase()).toMatchObject({ name: 'wrapUp', cause });
  });

  it('is a conference while two agents are in it, and tells who comes and goes', () => {
    const desk = rig();
    desk.put(event('AgentContactAssigned', joined));
    desk.put(event('ParticipantJoinedConference', withJoris));
    expect(desk.phase()?.name).toBe('conference');
    desk.put(event('AgentConsultConferenced', withJoris));
    desk.put(event('ParticipantLeftConference', { agents: { [ME]: { hasJoined: true }, joris: { hasJoined: true, hasLeft: true } } }));
    expect(desk.phase()?.name).toBe('connected');
    const notices = desk.told.flatMap((one) => (one.type === 'taskNotice' ? [one.notice] : []));
    expect(notices).toEqual([{ type: 'joined', agentId: 'joris', name: 'Agent joris' }, { type: 'left', agentId: 'joris', name: 'Agent joris' }]);
  });

  it('takes its times from the server when it is first seen after a reconnect, never from the future', () => {
    const early = rig();
    early.put(event('AgentContact', { agents: { [ME]: { lastUpdated: 700 } } }));
    expect(early.phase()).toEqual({ name: 'offered', since: 700, ronaTimeoutMs: 20_000 });
    const late = rig();
    late.put(event('AgentContact', { agents: { [ME]: { hasJoined: true, joinTimestamp: 99_000 } } }));
    expect(late.phase()).toEqual({ name: 'connected', since: 1_000 });
  });

  it('of another channel is left alone', () => {
    const desk = rig();
    expect(desk.put(event('AgentContactReserved', { interaction: { mediaType: 'telephony', mediaChannel: '' } }))).toEqual([]);
    expect(desk.task()).toBeUndefined();
  });

  it('that nobody took is told by name, once', () => {
    const desk = rig();
    desk.put(event('AgentContactAssigned', joined));
    desk.put(event('AgentConsultConferencing', { ...joined, fields: { destAgentId: 'joris' } }));
    const failed = { type: 'AgentConsultConferenceFailed', interactionId: 't1', agentId: ME, destAgentId: '', reason: 'AGENT_NOT_ACCEPTED', reasonCode: 0 } as const;
    const context = { selfId: ME, now: 1, nameOf: () => 'Joris' };
    const [book, events] = applyTaskFailure(desk.book(), failed, context);
    expect(events).toEqual([{ type: 'taskNotice', taskId: 't1', notice: { type: 'notAccepted', destinationName: 'Joris', ofTransfer: false } }]);
    expect(applyTaskFailure(book, failed, context)[1]).toEqual([]);
  });
});

describe('a frame that comes late or twice', () => {
  const at = (eventTime: number, shape: Shape): Shape => ({ ...shape, fields: { ...shape.fields, eventTime } });

  it('does not bring an old state back', () => {
    const desk = rig();
    desk.put(event('AgentContactAssigned', at(10, joined)));
    desk.put(event('AgentWrapup', at(30, wrapUp)));
    expect(desk.put(event('ContactUpdated', at(20, joined)))).toEqual([]);
    desk.put(event('AgentWrappedUp', at(40, { agents: { [ME]: { isWrappedUp: true } } })));
    expect(desk.put(event('AgentWrapup', at(30, wrapUp)))).toEqual([]);
    expect(desk.task()).toBeUndefined();
  });

  it('is taken when only the server clock was set back', () => {
    const desk = rig();
    desk.put(event('AgentContactAssigned', at(10_000_000, joined)));
    desk.put(event('AgentWrapup', at(1_000, wrapUp)));
    expect(desk.phase()?.name).toBe('wrapUp');
  });
});

describe('after a reconnect', () => {
  it('tasks the server did not name are gone, and one it named without sending stays as it was', () => {
    const desk = rig();
    desk.put(event('AgentContactAssigned', joined));
    const before = desk.book();
    expect(hydrateBook(before, before, new Set(), new Set()).tasks.size).toBe(0);
    expect(hydrateBook(before, before, new Set(), new Set(['t1', 't2'])).tasks.has('t1')).toBe(true);
    expect(hydrateBook(before, before, new Set(['t1']), new Set()).tasks.has('t1')).toBe(true);
  });
});

it('never throws and tells a removal only of a task that was there, whatever comes', () => {
  const part = fc.record({ hasJoined: fc.boolean(), hasLeft: fc.boolean(), isWrapUp: fc.boolean(), isWrappedUp: fc.boolean() }, { requiredKeys: [] });
  const frames = fc.record({
    type: fc.constantFrom(...taskEventTypes),
    agents: fc.dictionary(fc.constantFrom(ME, 'joris', 'emma'), part),
    pending: fc.subarray([ME, 'joris']),
    eventTime: fc.option(fc.nat(1_000)),
    bare: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 40 }), (sequence) => {
      const desk = rig();
      for (const { type, agents, pending, eventTime, bare } of sequence) {
        const before = desk.task();
        const events = desk.put(event(type, { agents, fields: { agentsPendingWrapUp: pending, eventTime }, interaction: bare ? null : {} }));
        const removals = events.filter((one) => one.type === 'taskRemoved');
        expect(removals.length).toBe(before !== undefined && desk.task() === undefined ? 1 : 0);
        for (const one of events) if (one.type === 'task') expect(one.task).toBe(desk.task());
      }
    }),
    { numRuns: 300 },
  );
});
