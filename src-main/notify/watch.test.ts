// The watch over the desk's own store: what is told, under which words, and when it is taken back.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Clock } from '../../src-shared/domain/clock.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import { plainText } from '../../src-shared/domain/masking.ts';
import { defaultPolicy } from '../../src-shared/domain/policy.ts';
import { defaultNotifications, type NotificationPreferences } from '../../src-shared/domain/preferences.ts';
import { fail, ok } from '../../src-shared/domain/result.ts';
import type { TaskPhase } from '../../src-shared/domain/task.ts';
import { selectNotifications } from '../desk/selectors.ts';
import { connectionSlice } from '../desk/slices/connection.ts';
import { deskSlice } from '../desk/slices/desk.ts';
import { newsSlice } from '../desk/slices/news.ts';
import { noticesSlice } from '../desk/slices/notices.ts';
import { policySlice } from '../desk/slices/policy.ts';
import { sessionSlice } from '../desk/slices/session.ts';
import { settingsSlice } from '../desk/slices/settings.ts';
import { tasksSlice } from '../desk/slices/tasks.ts';
import { makeStore, type DeskStore } from '../desk/store.ts';
import type { Toast, ToastAnswers } from './presenter.ts';
import { LOST_FOR_LONG, watchNews } from './watch.ts';

interface Rig {
  readonly store: DeskStore;
  readonly shown: Map<string, Toast & ToastAnswers>;
  /** Titles of all that ever popped up. */
  readonly popped: string[];
  readonly commands: unknown[];
  readonly told: string[];
  /** The contact centre takes nothing. */
  refused: boolean;
  readonly frame: { up: number; flashing: boolean; badge: number };
  /** Lets this many ms pass. */
  readonly pass: (ms: number) => void;
}

const LIMIT = defaultPolicy.unanswered.redSeconds * 1000;
const offered = (since: number): TaskPhase => ({ name: 'offered', since, ronaTimeoutMs: 30_000 });
const connected: TaskPhase = { name: 'connected', since: 0 };

const NOON = new Date(2026, 10, 22, 12).getTime();

function rig(): Rig {
  const store = makeStore();
  let now = NOON;
  const timers = new Map<number, () => void>();
  const clock: Clock = {
    now: () => now,
    setTimer: (ms, callback) => {
      timers.set(now + ms, callback);
      return () => { timers.delete(now + ms); };
    },
  };
  const shown = new Map<string, Toast & ToastAnswers>();
  const popped: string[] = [];
  const frame = { up: 0, flashing: false, badge: 0 };
  const commands: unknown[] = [];
  const told: string[] = [];
  store.dispatch(sessionSlice.actions.stepped({ step: 'signedIn', station: { teamId: 't', dialNumber: '1' } }));
  store.dispatch(connectionSlice.actions.changed({ state: 'live', syncedAt: 0 }));
  store.dispatch(deskSlice.actions.focused(false));
  watchNews({
    desk: {
      state: () => store.getState(), subscribe: (listener) => store.subscribe(listener),
      command: (name, args) => {
        commands.push([name, args]);
        if (name === 'notification.read' && 'notificationId' in args) store.dispatch(newsSlice.actions.read(args.notificationId));
        return Promise.resolve(desk.refused ? fail(failure('customerLeft')) : ok(null));
      },
      news: {
        notSent: (taskId, text, { code }) => { told.push(`not sent ${taskId} ${text} ${code}`); },
        note: (note) => { store.dispatch(newsSlice.actions.noted(note)); },
        play: (tone, volume) => { store.dispatch(newsSlice.actions.played({ tone, volume })); },
        overdue: (taskId, since) => { store.dispatch(tasksSlice.actions.overdue({ taskId, overdue: { since, seen: false } })); },
        ring: (sound) => { store.dispatch(newsSlice.actions.ringing(sound)); },
      },
    },
    presenter: {
      present: (key, toast, answers) => {
        shown.set(key, { ...toast, ...answers });
        popped.push(toast.title);
        return { kind: 'shown' };
      },
      dismiss: (key) => { shown.delete(key); },
      dismissAll: () => { shown.clear(); },
      shown: () => [...shown.keys()],
    },
    frame: {
      bringUp: () => { frame.up += 1; },
      flash: (on) => { frame.flashing = on; },
      badge: (count) => { frame.badge = count; },
    },
    textOf: () => (id, values = {}) => [id.replace('notifications.', ''), ...Object.values(values)].join('|'),
    clock, newId: () => 'id',
    told: (kind, outcome) => { told.push(`${kind} ${outcome.kind === 'shown' ? 'shown' : outcome.reason}`); },
  }, store.getState());
  return {
    store, shown, popped, commands, told, frame, refused: false,
    pass: (ms) => {
      now += ms;
      for (const [at, callback] of timers) if (at <= now) { timers.delete(at); callback(); }
    },
  };
}

let desk: Rig;
beforeEach(() => { desk = rig(); });

const task = (taskId: string, phase: TaskPhase, name = 'Melissa'): void => {
  const facts = { customerName: plainText(name), initials: 'M', customerNumber: plainText('****7542'), sourceNumber: plainText(''), queueName: 'Repairs', agents: [], associatedData: [] };
  desk.store.dispatch(tasksSlice.actions.upserted({ taskId, phase, facts }));
};
const said = (taskId: string, text: string, unread: number, unansweredSince: number | null = NOON): void => {
  desk.store.dispatch(tasksSlice.actions.active({
    taskId, activity: { preview: { from: 'customer', name: '', text: plainText(text), at: 1 }, unread, unansweredSince, lastActivityAt: 1, customerLeft: false },
  }));
};
const answered = (taskId: string): void => { said(taskId, 'Done', 0, null); };
const chat = (taskId: string): void => {
  task(taskId, connected);
  said(taskId, 'before', 0);
};
const prefer = (part: Partial<NotificationPreferences>): void => { desk.store.dispatch(settingsSlice.actions.changed({ notifications: part })); };
const words = (key: string): string[] => [desk.shown.get(key)?.title ?? '', desk.shown.get(key)?.body ?? ''];

describe('watching the desk', () => {
  test('a request is told and rings until it is accepted', () => {
    task('1', offered(0));
    expect(words('task:1')).toEqual(['request.title|Melissa', 'request.body|Repairs|****7542']);
    expect(desk.shown.get('task:1')).toMatchObject({ urgency: 'critical', accept: 'request.accept', reply: null });
    expect([desk.frame.badge, desk.frame.flashing, desk.store.getState().news.sounds.ringing]).toEqual([1, true, { tone: 'twoTones', volume: 60 }]);
    task('1', connected);
    expect([desk.shown.size, desk.frame.badge, desk.frame.flashing, desk.store.getState().news.sounds.ringing]).toEqual([0, 0, false, null]);
  });

  test('Accept on the notification brings the window up and accepts; Reply sends', () => {
    task('1', offered(0));
    desk.shown.get('task:1')?.accepted();
    chat('2');
    said('2', 'Hello', 1);
    desk.shown.get('task:2')?.replied('On my way');
    expect(desk.frame.up).toBe(1);
    expect(desk.commands).toEqual([['task.accept', { taskId: '1' }], ['conversation.send', { taskId: '2', text: 'On my way' }]]);
  });

  test('a reply that cannot be sent is not lost', async () => {
    chat('1');
    said('1', 'Hello', 1);
    desk.refused = true;
    desk.shown.get('task:1')?.replied('On my way');
    await vi.waitFor(() => { expect(desk.frame.up).toBe(1); });
    expect(desk.told).toContain('not sent 1 On my way customerLeft');
    expect(desk.commands.at(-1)).toEqual(['conversation.open', { taskId: '1' }]);
  });

  test('messages of a chat share one notification, which opens it and goes when it is read', () => {
    chat('1');
    said('1', 'Hello', 1);
    said('1', 'Anyone?', 2);
    expect([...desk.shown.keys()]).toEqual(['task:1']);
    expect(words('task:1')).toEqual(['message.titleMany|Melissa|2', 'Anyone?']);
    expect(desk.popped).toEqual(['message.title|Melissa', 'message.titleMany|Melissa|2']);
    expect([desk.frame.badge, desk.store.getState().news.sounds.latest?.number]).toEqual([2, 2]);
    desk.shown.get('task:1')?.clicked();
    expect([desk.frame.up, desk.commands]).toEqual([1, [['conversation.open', { taskId: '1' }]]]);
    desk.store.dispatch(tasksSlice.actions.read('1'));
    expect([desk.shown.size, desk.frame.badge, desk.frame.flashing]).toEqual([0, 0, false]);
  });

  test('in front nothing pops up, and what is on the screen goes when the agent comes back', () => {
    chat('1');
    said('1', 'Hello', 1);
    desk.store.dispatch(deskSlice.actions.focused(true));
    expect([desk.shown.size, desk.frame.flashing]).toEqual([0, false]);
    said('1', 'Still there?', 2);
    expect([desk.shown.size, desk.told.at(-1)]).toEqual([0, 'message inFront']);
  });

  test('the messages a chat comes with, and an answer of a colleague, are no news', () => {
    task('1', connected);
    said('1', 'What was said before', 3);
    expect([desk.told, desk.frame.badge]).toEqual([[], 3]);
  });

  test('a missed request takes the place of its notification, and its note goes when it is answered', () => {
    task('1', offered(0));
    desk.store.dispatch(noticesSlice.actions.posted({ kind: 'missedOffer', noticeId: 'n', at: 5, customerName: plainText('Melissa'), queueName: 'Repairs' }));
    desk.store.dispatch(tasksSlice.actions.removed('1'));
    expect([...desk.shown.keys()]).toEqual(['note:n']);
    expect([words('note:n')[0], desk.frame.badge]).toEqual(['missed.title', 1]);
    desk.store.dispatch(noticesSlice.actions.missedOffersSeen(Object.keys(desk.store.getState().notices)));
    expect([desk.shown.size, desk.frame.badge]).toEqual([0, 0]);
  });

  test('removed account and transfer not accepted are told; a withdrawn request is not', () => {
    const about = { at: 5, customerName: plainText('Melissa') };
    desk.store.dispatch(noticesSlice.actions.posted({ ...about, kind: 'assetRemoved', noticeId: 'a', taskId: '1' }));
    desk.store.dispatch(noticesSlice.actions.posted({ ...about, kind: 'taskFailed', noticeId: 'b', taskId: '1', failure: { code: 'transferNotAccepted', values: { name: 'Tom' } } }));
    desk.store.dispatch(noticesSlice.actions.posted({ ...about, kind: 'withdrawnOffer', noticeId: 'c', queueName: 'Repairs' }));
    expect(desk.told).toEqual(['assetRemoved shown', 'notAccepted shown']);
    expect(words('note:b')[1]).toBe('notAccepted.body|Melissa|Tom');
  });

  test('a connection lost for long is told once, and taken back when it is live again', () => {
    const lost = { state: 'lost', since: 1, attempt: 1, nextTryAt: null } as const;
    desk.store.dispatch(connectionSlice.actions.changed(lost));
    desk.pass(LOST_FOR_LONG - 1);
    desk.store.dispatch(connectionSlice.actions.changed({ ...lost, attempt: 2 }));
    expect(desk.told).toEqual([]);
    desk.pass(1);
    expect([desk.told, desk.frame.badge]).toEqual([['connectionLost shown'], 1]);
    desk.store.dispatch(connectionSlice.actions.changed({ state: 'live', syncedAt: 2 }));
    expect([desk.shown.size, desk.frame.badge]).toEqual([0, 0]);
  });

  test('a customer without an answer is told once, when the limit of the policy is reached, in the place of the message', () => {
    chat('1');
    said('1', 'Hello', 1);
    desk.pass(LIMIT - 1);
    expect(desk.told).toEqual(['message shown']);
    desk.pass(1);
    expect([...desk.shown.keys()]).toEqual(['task:1']);
    expect(words('task:1')).toEqual(['waiting.title|Melissa', 'waiting.body|12:00']);
    // Their unread message is counted already.
    expect([desk.told, desk.frame.badge, desk.store.getState().news.sounds.latest?.tone]).toEqual([['message shown', 'waiting shown'], 1, 'rising']);
    said('1', 'Hello?', 2);
    desk.pass(10 * LIMIT);
    expect(desk.told.slice(2)).toEqual(['message shown']);
    desk.shown.get('task:1')?.clicked();
    expect(desk.commands).toEqual([['conversation.open', { taskId: '1' }]]);
  });

  test('who waits counts until it is seen, is taken back once answered, and is told anew when it happens again', () => {
    chat('1');
    desk.pass(LIMIT);
    expect([desk.shown.size, desk.frame.badge, desk.frame.flashing]).toEqual([1, 1, true]);
    desk.store.dispatch(tasksSlice.actions.read('1'));
    expect(desk.frame.badge).toBe(0);
    answered('1');
    expect([desk.shown.size, Object.keys(selectNotifications(desk.store.getState()))]).toEqual([0, []]);
    said('1', 'And another thing', 1, NOON + LIMIT);
    desk.pass(LIMIT);
    expect(desk.told).toEqual(['waiting shown', 'message shown', 'waiting shown']);
  });

  test('several who wait are told one after the other, who waits longest first; who cannot be answered is not', () => {
    for (const taskId of ['1', '2', '3', '4', '5']) task(taskId, connected, taskId);
    said('2', 'b', 0, NOON + 2);
    said('1', 'a', 0, NOON + 1);
    said('3', 'c', 0, NOON + 500);
    said('4', 'd', 0, NOON);
    said('5', 'e', 0, NOON);
    desk.store.dispatch(tasksSlice.actions.assetRemoved('4'));
    task('5', { name: 'wrapUp', since: NOON, cause: 'customerEnded' });
    desk.pass(LIMIT + 2);
    expect(desk.popped).toEqual(['waiting.title|1', 'waiting.title|2']);
    desk.pass(498);
    expect(desk.popped).toEqual(['waiting.title|1', 'waiting.title|2', 'waiting.title|3']);
  });

  test('the limit follows the policy, and quiet ways keep a wait under the bell', () => {
    chat('1');
    prefer({ ways: { ...defaultNotifications.ways, waiting: 'silent' } });
    desk.pass(30_000);
    desk.store.dispatch(policySlice.actions.changed({ ...defaultPolicy, unanswered: { amberSeconds: 10, redSeconds: 30 } }));
    expect([desk.told, desk.shown.size, desk.frame.flashing, desk.store.getState().news.sounds.latest]).toEqual([['waiting chosenSilent'], 0, false, null]);
    expect(selectNotifications(desk.store.getState())['waiting:1']).toMatchObject({ kind: 'waiting', since: NOON, read: false });
    expect(desk.frame.badge).toBe(1);
  });

  test('without preview nobody is named and nothing is quoted, in whatever is told', () => {
    prefer({ preview: false });
    task('1', offered(0), 'Melissa Jansen');
    chat('2');
    said('2', 'My secret', 1);
    chat('3');
    const about = { at: 5, customerName: plainText('Melissa Jansen') };
    desk.store.dispatch(noticesSlice.actions.posted({ ...about, kind: 'missedOffer', noticeId: 'm', queueName: 'Repairs' }));
    desk.store.dispatch(noticesSlice.actions.posted({ ...about, kind: 'assetRemoved', noticeId: 'a', taskId: '2' }));
    desk.store.dispatch(noticesSlice.actions.posted({ ...about, kind: 'taskFailed', noticeId: 'b', taskId: '2', failure: { code: 'transferNotAccepted', values: { name: 'Tom' } } }));
    desk.pass(LIMIT);
    expect([desk.shown.size, desk.told.at(-1)]).toEqual([6, 'waiting shown']);
    for (const { title, body } of desk.shown.values()) expect(`${title} ${body}`).not.toMatch(/Melissa|secret|7542|Repairs|Tom/);
  });

  test('what is on the screen is written anew when less may be shown', () => {
    desk.store.dispatch(policySlice.actions.changed({ ...defaultPolicy, masking: false }));
    chat('1');
    said('1', 'Call 020 7946 0000', 1);
    expect(words('task:1')[1]).toBe('Call 020 7946 0000');
    // As the desk does it: policy first, then every text anew.
    desk.store.dispatch(policySlice.actions.changed(defaultPolicy));
    const { facts, preview } = desk.store.getState().tasks['1'] ?? {};
    if (!facts || !preview) throw new Error('the chat is there');
    desk.store.dispatch(tasksSlice.actions.reprojected({ taskId: '1', facts, preview: { ...preview, text: plainText('Call *******0000') } }));
    expect(words('task:1')[1]).toBe('Call *******0000');
    prefer({ preview: false });
    expect(words('task:1')[1]).toBe('message.private');
  });

  test('silent mode takes back what rings and shows, and everything still counts', () => {
    task('1', offered(0));
    prefer({ silent: true });
    expect([desk.shown.size, desk.store.getState().news.sounds.ringing]).toEqual([0, null]);
    chat('2');
    said('2', 'Hello', 1);
    expect([desk.told.at(-1), desk.frame.badge, desk.shown.size]).toEqual(['message silentMode', 2, 0]);
    expect(defaultNotifications.silent).toBe(false);
  });
});
