// S2: the agent's status: whose doing it is, what it means for chats under way, and how many places are free.
import { expect, test } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S2 a supervisor’s change is shown with who made it, and the agent’s own change takes it away', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  expect(await centre.supervisor('Sanne de Vries', { state: 'Idle', by: 'Marit Post' })).toBeLessThan(300);
  await expect(desk.statusButton).toHaveAccessibleName(/^Status: Not ready/);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Marit Post set your status to Not ready');
  await desk.statusButton.click();
  await expect(page.getByText('Set by Marit Post')).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.goAvailable();
  await expect(page.getByRole('region', { name: 'Notices' })).toBeHidden();
  await desk.statusButton.click();
  await expect(page.getByText('Set by Marit Post')).toHaveCount(0);
});

test('S2 idle chosen during a chat: the chat goes on, no request comes, and the menu says so', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.goIdle('Lunch');
  await expect(desk.taskList.getByText('Paused while you are idle.')).toBeVisible();
  await desk.statusButton.click();
  await expect(page.getByText('Your 1 open conversation goes on. Lunch holds back new requests.')).toBeVisible();
  await page.keyboard.press('Escape');
  await openChat(sandbox, 'Hello', { name: 'Daan Visser' });
  await desk.send('Still with you');
  await expect(desk.bubble('Still with you')).toBeVisible();
  await desk.end();
  await desk.wrapUp('Other');
  await expect(desk.statusButton).toHaveAccessibleName('Status: Lunch');
  await expect(desk.offers).toBeHidden();
});

test('S2 idle reasons are searched by name', async ({ page }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.statusButton.click();
  await page.getByPlaceholder('Search reasons').fill('coa');
  await expect(page.getByRole('menuitemradio')).toHaveText(['Coaching']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.statusButton).toHaveAccessibleName('Status: Coaching');
});

test('S2 no phantom slot: with one place, the next request comes and is accepted the moment a chat is wrapped up', async ({ sandbox, launch }) => {
  const centre = contactCentreOf(sandbox);
  await centre.settings({ capacity: 1 });
  const { page } = await launch();
  const desk = workspaceOf(page);
  await desk.ready();
  await centre.colleaguesIdle();
  await desk.goAvailable();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await expect(page.getByText('Apple Messages', { exact: true })).toBeVisible();
  await expect(page.getByText('0 of 1', { exact: true })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const people = ['Ada Berg', 'Bo Clarke', 'Cem Dogan'] as const;
  for (const name of people) await openChat(sandbox, 'Hello', { name });
  for (const name of people) {
    await desk.accept(name);
    await desk.send(`Hello ${name}`);
    await expect(desk.bubble(`Hello ${name}`)).toBeVisible();
    await desk.end();
    await desk.wrapUp('Question answered');
  }
  const outcomes = (await centre.ledger()).filter((line) => line.kind === 'offerOutcome').map((line) => line.outcome);
  expect(outcomes).toEqual(['accepted', 'accepted', 'accepted']);
});
