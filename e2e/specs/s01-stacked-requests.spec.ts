// S1: many requests at once, and what becomes of those that are not accepted.
import { expect, test } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

const names = ['Ada Berg', 'Bo Clarke', 'Cem Dogan', 'Dirk Evers', 'Eva Flores', 'Finn Gray', 'Gita Hak'] as const;

test('S1 stacked requests: earliest on top, 1–5 of 7, Accept N within capacity, the task list agrees', async ({ sandbox, launch }) => {
  const centre = contactCentreOf(sandbox);
  // The profile the app reads allows three; the contact centre offers more, as it may after a change of the profile.
  await centre.settings({ capacity: 3 });
  const { page } = await launch();
  const desk = workspaceOf(page);
  await desk.ready();
  await centre.colleaguesIdle();
  await centre.settings({ capacity: 7 });
  for (const name of names) await openChat(sandbox, `Hello from ${name}`, { name });
  await desk.goAvailable();

  await expect(desk.offers.getByText('1–5 of 7')).toBeVisible();
  const rows = desk.offers.getByRole('listitem');
  await expect(rows).toHaveCount(5);
  await expect(desk.taskList.getByRole('button', { name: /^Accept request from/ })).toHaveCount(7);
  expect(await violationsOf(page)).toEqual([]);
  await desk.offers.getByRole('button', { name: 'Next requests' }).click();
  await expect(desk.offers.getByText('6–7 of 7')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await desk.offers.getByRole('button', { name: 'Previous requests' }).click();

  const order = await rows.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  const listed = await desk.taskList.getByRole('button', { name: /^Accept request from/ }).evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  expect(order, 'popover: earliest on top').toEqual([...listed].reverse().slice(0, 5));

  await desk.offers.getByRole('button', { name: 'Accept 3 requests' }).click();
  await expect(desk.taskList.getByText('3 of 3 conversations')).toBeVisible();
  await expect(rows).toHaveCount(4);
  await expect(desk.taskList.getByRole('button', { name: /^Accept request from/ })).toHaveCount(4);
  await expect(desk.offers.getByRole('button', { name: /^Accept \d requests$/ })).toHaveCount(0);
});

test('S1 stacked requests that are withdrawn or missed leave both lists, each with its explanation', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await centre.colleaguesIdle();
  await centre.settings({ ronaTimeoutMs: 6_000 });
  await desk.goAvailable();
  const ada = await openChat(sandbox, 'Hello', { name: 'Ada Berg' });
  await openChat(sandbox, 'Hello', { name: 'Bo Clarke', number: '+447966190381' });
  await expect(desk.offers.getByRole('listitem')).toHaveCount(2);
  await ada.leave();
  await expect(desk.offer('Bo Clarke')).toBeVisible();
  await expect(desk.taskList.getByRole('button', { name: /^Accept request from/ })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('The request from Ada Berg for Repairs NL was withdrawn');

  await expect(desk.statusButton).toHaveAccessibleName('Status: RONA');
  await expect(desk.offers).toBeHidden();
  await expect(desk.taskList.getByRole('button', { name: /^Accept request from/ })).toHaveCount(0);
  await expect(page.getByRole('alert').filter({ hasText: 'You missed a request from Bo Clarke' })).toContainText('*********0381');
  await expect(desk.taskList.getByText('Paused while you are in RONA.')).toBeVisible();
});

test('S1 the timer and the ring of a request survive a broken connection', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  const timer = desk.offer('Melissa Jansen').getByRole('timer');
  await expect(timer).toBeVisible();
  const phases = (): Promise<unknown> => page.evaluate(async () => Object.values((await window.parley.snapshot()).view.tasks).map((task) => task.phase));
  const before = await phases();
  await centre.fault({ target: 'socket', kind: 'drop' });
  const connection = (): Promise<string> => page.evaluate(async () => (await window.parley.snapshot()).view.connection.state);
  await expect.poll(connection).not.toBe('live');
  await expect.poll(connection).toBe('live');
  await expect(timer).toBeVisible();
  expect(await phases(), 'the same time, the same ring').toEqual(before);
  await desk.accept('Melissa Jansen');
});
