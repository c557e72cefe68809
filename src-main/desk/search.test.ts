// Search over a whole conversation against the real contact centre: what is loaded, what is not, and nothing that is hidden.
import { afterEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';

const open: { desk: Desk; sandbox: Sandbox }[] = [];
afterEach(async () => {
  for (const { desk, sandbox } of open.splice(0)) {
    await desk.close();
    await sandbox.close();
  }
});

async function chat(history: number, messages: readonly string[], masking = true): Promise<{ desk: Desk; taskId: string; policy: (masking: boolean) => Promise<unknown> }> {
  const sandbox = await createSandbox({
    seed: 7, pace: 0,
    scenario: { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }], teams: ['Sales'] }, settings: { reserveMs: 0 }, policy: { masking }, tasks: [{ customer: 'Melissa', number: '+31612347542', history, messages: [...messages] }] },
  });
  const desk = await openDesk({ clock: realClock, centre: createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined }) });
  open.push({ desk, sandbox });
  const token = sandbox.info.agents[0]?.token ?? '';
  desk.signInWith({ baseUrl: sandbox.info.url, token: () => Promise.resolve(token) }, Promise.resolve());
  await until(desk, () => desk.view().connection.state === 'live', () => 'live');
  await desk.command('agent.setStatus', { status: { kind: 'available' } });
  await until(desk, () => Object.values(desk.view().tasks).some(({ phase }) => phase.name === 'offered'), () => 'an offer');
  const [taskId = ''] = Object.keys(desk.view().tasks);
  await desk.command('task.accept', { taskId });
  await until(desk, () => Object.keys(desk.view().open?.items ?? {}).length > 0, () => 'messages');
  return { desk, taskId, policy: (on) => control(sandbox.info, 'POST', '/sandbox/policy', { masking: on }) };
}

const find = async (desk: Desk, taskId: string, text: string) => {
  for (let further = false; ; further = true) {
    const result = await desk.command('conversation.search', { taskId, text, further });
    if (!result.ok) throw new Error(result.failure.code);
    if (result.value.complete || result.value.bounded) return result.value;
  }
};

test('finds in pages that are not loaded, names hits in order, and loads back to one of them', async () => {
  const { desk, taskId } = await chat(450, ['Café at last']);
  const loaded = Object.keys(desk.view().open?.items ?? {}).length;
  const first = await desk.command('conversation.search', { taskId, text: 'message', further: false });
  expect(first).toMatchObject({ ok: true, value: { complete: false, searched: loaded } });
  const all = await find(desk, taskId, 'cafe');
  expect(all).toMatchObject({ count: 1, searched: 451, complete: true, bounded: false });
  expect(Object.keys(desk.view().open?.items ?? {}).length, 'searching loads nothing into the window').toBe(loaded);
  const every = await find(desk, taskId, foundInHistory(desk));
  expect(every.count).toBeGreaterThanOrEqual(450);
  const orders = every.hits.map(({ order }) => order);
  expect(orders).toEqual([...orders].sort((a, b) => a - b));
  await desk.command('conversation.loadBackTo', { taskId, order: 200 });
  const items = Object.values(desk.view().open?.items ?? {});
  expect(Math.min(...items.map(({ order }) => order))).toBeLessThanOrEqual(200);
  expect(desk.view().open).toMatchObject({ hasEarlier: true, loadingEarlier: false });
  expect(await find(desk, taskId, foundInHistory(desk))).toMatchObject({ count: every.count, searched: 451 });
});

/** A word every numbered message of a long history has. */
const foundInHistory = (desk: Desk): string => {
  const item = Object.values(desk.view().open?.items ?? {}).sort((a, b) => a.order - b.order)[0];
  return item?.kind === 'message' ? (/\p{L}{3,}/u.exec(item.content.text.text)?.[0] ?? '') : '';
};

test('what is hidden is not found, also when it is split over messages; with masking off it is', async () => {
  const { desk, taskId, policy } = await chat(0, ['Card 4111 1111', '1111 1111', 'mail melissa@gmail.com', ...Array.from({ length: 230 }, (_, index) => `Line ${String(index)}`)]);
  for (const raw of ['4111 1111', 'melissa@gmail', '4111']) expect((await find(desk, taskId, raw)).count, raw).toBe(0);
  expect((await find(desk, taskId, 'm******@gmail')).count).toBe(1);
  await policy(false);
  await until(desk, () => !desk.view().app.masking, () => 'masking off');
  for (const raw of ['4111 1111', 'melissa@gmail']) expect((await find(desk, taskId, raw)).count, raw).toBe(1);
  await policy(true);
  await until(desk, () => desk.view().app.masking, () => 'masking on');
  expect((await find(desk, taskId, 'melissa@gmail')).count).toBe(0);
});

test('pages read one after the other are masked as the whole is', async () => {
  const { desk, taskId } = await chat(0, Array.from({ length: 260 }, (_, index) => (index === 159 ? 'call 06' : index === 160 ? '1234' : index === 161 ? '5678' : `Line ${String(index)}`)));
  await desk.command('conversation.loadEarlier', { taskId });
  await desk.command('conversation.loadEarlier', { taskId });
  const texts = Object.values(desk.view().open?.items ?? {}).sort((a, b) => a.order - b.order).map((item) => (item.kind === 'message' ? item.content.text.text : ''));
  expect(texts.slice(159, 162)).toEqual(['call **', '****', '5678']);
});

test('a page that several ask for at once is read once, and hides what reaches over its end', async () => {
  const { desk, taskId } = await chat(0, Array.from({ length: 460 }, (_, index) => (index === 358 ? 'call 06' : index === 359 ? '1234' : index === 360 ? '5678' : `Line ${String(index)}`)));
  await Promise.all(['line', '1234', '5678'].map((text) => desk.command('conversation.search', { taskId, text, further: true })));
  expect(await find(desk, taskId, '1234')).toMatchObject({ count: 0, searched: 460 });
});

test('a conversation that is opened again is given its newest part, or as far back as was read; the way up needs no contact centre', async () => {
  const { desk, taskId } = await chat(900, ['The end']);
  const orders = (): number[] => Object.values(desk.view().open?.items ?? {}).map(({ order }) => order).sort((a, b) => a - b);
  await desk.command('conversation.loadBackTo', { taskId, order: 1 });
  expect(orders()).toHaveLength(901);
  expect(desk.view().open).toMatchObject({ hasEarlier: false });
  const again = async (): Promise<void> => {
    await desk.command('conversation.open', { taskId: null });
    await desk.command('conversation.open', { taskId });
  };
  await again();
  expect(orders()).toHaveLength(300);
  expect(orders().at(-1)).toBe(901);
  expect(desk.view().open).toMatchObject({ hasEarlier: true, loadingEarlier: false });
  await desk.command('conversation.loadEarlier', { taskId });
  expect(orders()).toHaveLength(400);
  expect((await find(desk, taskId, 'message 7 of')).count).toBe(1);
  await desk.command('conversation.loadBackTo', { taskId, order: 7 });
  expect(orders()).toHaveLength(901);
  await desk.command('conversation.leftAt', { taskId, order: 400 });
  await again();
  expect(orders()[0]).toBe(360);
  await desk.command('conversation.leftAt', { taskId, order: null });
  await again();
  expect(orders()).toHaveLength(300);
});
