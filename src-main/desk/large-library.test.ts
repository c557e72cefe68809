// A library of a thousand templates: read whole, small in the window, and a favourite is one small patch.
import { afterEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import { diff } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { createContactCentre } from '../centre/index.ts';
import { realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';

/** UTF-16 units of the whole library as state. */
const SMALL = 1_000_000;

const tree = (view: DeskView) => view as unknown as Parameters<typeof diff>[0];

let sandbox: Sandbox | undefined;
let desk: Desk | undefined;
afterEach(async () => {
  await desk?.close();
  await sandbox?.close();
});

test('a thousand templates', async () => {
  sandbox = await createSandbox({ seed: 7, pace: 0, scenario: { organisation: { templateCount: 1_000 } } });
  const { url, info: { agents: [agent] } } = sandbox;
  const mine = await openDesk({ clock: realClock, centre: createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined }) });
  desk = mine;
  mine.signInWith({ baseUrl: url, token: () => Promise.resolve(agent?.token ?? '') }, Promise.resolve());
  await until(mine, () => mine.view().connection.state === 'live', () => JSON.stringify(mine.view().connection));
  expect(await mine.command('template.load', {})).toEqual({ ok: true, value: null });
  const before = mine.view();
  expect(Object.keys(before.templates.list)).toHaveLength(1_000);
  expect(JSON.stringify(before.templates).length).toBeLessThan(SMALL);

  await mine.command('template.favourite', { templateId: 'hello-3', favourite: true });
  const patch = diff(tree(before), tree(mine.view()));
  expect(patch).toHaveLength(1);
  expect(JSON.stringify(patch).length).toBeLessThan(200);
  expect(mine.view().templates.list['hello-3']?.favourite).toBe(true);

  // Read again, an unchanged library changes nothing but when it was read.
  const held = mine.view();
  await mine.command('template.load', {});
  expect(JSON.stringify(diff(tree(held), tree(mine.view()))).length).toBeLessThan(200);
});
