import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src-shared/domain/masking.ts';
import { createBook } from './book.ts';
import { openProxy } from './proxy.ts';
import { NEAR, watchRecovery } from './recovery.ts';
import { scheduleOf } from './schedule.ts';
import { kindOf, smallest } from './shrink.ts';
import { quantile } from './summary.ts';

describe('schedule', () => {
  test('the same seed gives the same day, another seed another', () => {
    expect(scheduleOf(7)).toEqual(scheduleOf(7));
    expect(scheduleOf(7)).not.toEqual(scheduleOf(8));
    expect(JSON.parse(JSON.stringify(scheduleOf(7)))).toEqual(scheduleOf(7));
  });

  test('two hundred seeds hold every kind of step', () => {
    const kinds = new Set(Array.from({ length: 200 }, (_, seed) => scheduleOf(seed)).flat().map((step) => step.do));
    for (const kind of ['close', 'reset', 'slowClose', 'halfOpen', 'delay', 'restart', 'expireToken', 'suspend', 'killMain', 'killMainAt', 'reloadWindow', 'refuseMessage', 'duplicateFrames', 'reorderFrames', 'garbageFrames']) {
      expect(kinds).toContain(kind);
    }
  });
});

test('shrinking keeps exactly what the failure needs', async () => {
  await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 3 }), async (needed) => {
    const all = Array.from({ length: 61 }, (_, index) => index);
    const fails = (rest: readonly number[]): Promise<boolean> => Promise.resolve(needed.every((one) => rest.includes(one)));
    expect(await smallest(all, fails, 10_000)).toEqual([...needed].sort((a, b) => a - b));
  }));
});

test('a breach is known again by its kind, whatever the ids and texts', () => {
  expect(kindOf('accepted and lost: "agent 5"')).toBe(kindOf('accepted and lost: "agent 17"'));
  expect(kindOf('accepted and lost: "agent 5"')).not.toBe(kindOf('sent 2 times: "agent 5"'));
});

test('quantiles by nearest rank', () => {
  expect([quantile([3, 1, 2], 0.5), quantile([1, 2, 3, 4], 0.99), quantile([], 0.5)]).toEqual([2, 4, 0]);
});

describe('recoveries', () => {
  const live = (syncedAt: number) => ({ connection: { state: 'live', syncedAt } }) as unknown as Parameters<ReturnType<typeof watchRecovery>['viewed']>[0];
  const drop = (others: readonly (readonly [number, number])[], armed = false) => {
    const watch = watchRecovery();
    for (const [at, until] of others.filter(([start]) => start <= 10_000)) watch.fault(at, until);
    watch.fault(10_000);
    watch.lost('drop', 10_000, armed);
    for (const [at, until] of others.filter(([start]) => start > 10_000)) watch.fault(at, until);
    watch.viewed(live(9_000));
    watch.viewed(live(10_700));
    return watch.recoveries();
  };

  test.each<[string, readonly (readonly [number, number])[], boolean, boolean]>([
    ['alone', [], false, false], ['long after another', [[10_000 - NEAR, 10_000 - NEAR]], false, false], ['soon after another', [[9_000, 9_000]], false, true],
    ['within another', [[1_000, 20_000]], false, true], ['soon before another', [[12_000, 12_000]], false, true], ['while a fault waits for its occasion', [], true, true],
  ])('one loss %s', (_, others, armed, disturbed) => {
    expect(drop(others, armed)).toEqual([{ kind: 'drop', ms: 700, disturbed }]);
  });
});

describe('the agent\'s book', () => {
  const done = Promise.resolve({ ok: true, value: null } as const);

  test('a change that was answered is what the box holds; one that was not may be', async () => {
    const book = createBook();
    book.typed('t', 'first', done);
    await done;
    book.typed('t', 'second', Promise.resolve('lost'));
    await Promise.resolve();
    expect(book.possibleDrafts('t')).toEqual(new Set(['first', 'second']));
    book.send('t', 'second', done);
    await done;
    await Promise.resolve();
    expect(book.possibleDrafts('t')).toEqual(new Set(['']));
  });

  test('a text that is shown twice is a breach', () => {
    const book = createBook();
    const item = (itemId: string) => ({
      kind: 'message' as const, itemId, order: 1, at: 0, from: 'self' as const, role: 'agent' as const, name: '', content: { kind: 'text' as const, text: plainText('twice') }, delivery: { state: 'sent' as const },
    });
    const view = { tasks: {}, notices: {}, session: { step: 'connecting' }, open: { items: { a: item('a'), b: item('b') } } };
    book.viewed(view as unknown as Parameters<typeof book.viewed>[0]);
    expect(book.breaches).toEqual(['shown twice: "twice"']);
  });

  test('a request whose words were still on their way when the computer fell asleep was seen by nobody', () => {
    const view = (name: string) => ({
      tasks: { t: { customerName: plainText(name), phase: { name: 'offered', since: 0, ronaTimeoutMs: 1 } } }, notices: {}, session: { step: 'signedIn' }, open: null,
    }) as unknown as Parameters<ReturnType<typeof createBook>['viewed']>[0];
    const book = createBook();
    book.viewed(view('Before'));
    book.asleep();
    book.viewed(view('Before'));
    book.viewed(view('Asleep'));
    expect([book.offersSeen('Before'), book.offersSeen('Asleep')]).toEqual([false, false]);
    book.awake();
    book.viewed(view('Awake'));
    expect(book.offersSeen('Awake')).toBe(true);
    book.asleep();
    book.interrupted();
    book.viewed(view('Next run'));
    expect(book.offersSeen('Next run')).toBe(true);
  });
});

describe('proxy', () => {
  const echo = async () => {
    const server = createServer((socket) => { socket.on('error', () => undefined).pipe(socket); });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = await openProxy({ origin: 0, speed: 1 }, () => (server.address() as AddressInfo).port);
    const client = connect(Number(new URL(proxy.url).port), '127.0.0.1');
    client.on('error', () => undefined);
    await once(client, 'connect');
    const say = async (text: string): Promise<string> => {
      client.write(text);
      return String((await once(client, 'data'))[0]);
    };
    return {
      proxy, client, say,
      end: async () => {
        client.destroy();
        await proxy.close();
        server.close();
      },
    };
  };

  test('passes bytes on, and a reset reaches the client', async () => {
    const { proxy, client, say, end } = await echo();
    expect(await say('hello')).toBe('hello');
    const closed = new Promise((resolve) => { client.once('close', resolve); });
    proxy.reset();
    await closed;
    await end();
  });

  test('half-open: nothing comes, nothing is said; a new line after healing passes', async () => {
    const { proxy, client, say, end } = await echo();
    await say('hello');
    proxy.halfOpen('both', 60_000);
    let heard = false;
    client.on('data', () => { heard = true; });
    client.write('into the void');
    proxy.heal();
    const other = connect(Number(new URL(proxy.url).port), '127.0.0.1');
    other.write('still there?');
    expect(String((await once(other, 'data'))[0])).toBe('still there?');
    expect([heard, client.destroyed]).toEqual([false, false]);
    other.destroy();
    await end();
  });
});
