// S21: inactivity, supervisors, a second computer, and when signing out is refused.
import { expect, test } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test.describe('inactivity', () => {
  // A minute's warning begins two seconds after the last input.
  test.use({ policy: { inactivityMinutes: 62 / 60 } });

  test('S21 inactivity: one minute’s warning; Stay signed in stays, Sign out signs out', async ({ page }) => {
    const desk = workspaceOf(page);
    await desk.ready();
    const warning = page.getByRole('alertdialog', { name: 'Are you still there?' });
    await expect(warning).toContainText(/You will be signed out in (01:00|00:5\d)/);
    await expect(warning.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
    expect(await violationsOf(page)).toEqual([]);
    // It has to be answered, not waved away.
    await page.keyboard.press('Escape');
    await expect(warning).toBeVisible();
    await warning.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(warning).toBeHidden();
    await expect(desk.statusButton).toBeVisible();
    await expect(warning).toBeVisible();
    await warning.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
  });

  test('S21 no warning while a task is open, and a request that comes takes the warning away', async ({ page, sandbox }) => {
    const desk = workspaceOf(page);
    await desk.ready();
    await desk.goAvailable();
    const warning = page.getByRole('alertdialog', { name: 'Are you still there?' });
    await expect(warning).toBeVisible();
    await openChat(sandbox, 'Hello');
    await expect(desk.offer('Melissa Jansen')).toBeVisible();
    await expect(warning).toBeHidden();
    await desk.accept('Melissa Jansen');
    await expect(desk.taskList.getByText(/1 of \d conversations?/)).toBeVisible();
    expect(await page.evaluate(async () => (await window.parley.snapshot()).view.inactivity)).toEqual({ endsAt: null });
    await desk.end();
    await desk.wrapUp('Other');
    await expect(warning).toBeVisible();
  });
});

test.describe('inactivity to the end', () => {
  // Under a minute the whole time is warning: the shortest way to its end.
  test.use({ policy: { inactivityMinutes: 4 / 60 } });

  test('S21 nobody answers: signed out, with the reason in the sign-in window', async ({ page, sandbox }) => {
    const desk = workspaceOf(page);
    await expect(page.getByRole('alertdialog', { name: 'Are you still there?' })).toBeVisible();
    await expect(page.getByText('You were signed out because nothing was done for 1 minute. Sign in again to go on.')).toBeVisible();
    await expect(desk.statusButton).toHaveCount(0);
    await contactCentreOf(sandbox).recorded({ kind: 'agentState', agentId: contactCentreOf(sandbox).agentId('Sanne de Vries'), reason: 'Inactivity Logout' });
  });
});

test('S21 logged out by a supervisor: the sign-in window says by whom; refused while a task is open', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await centre.supervisor('Sanne de Vries', { state: 'LoggedOut', by: 'Marit Post' });
  await desk.send('Still here');
  await expect(desk.bubble('Still here')).toBeVisible();
  await desk.end();
  await desk.wrapUp('Other');
  await centre.supervisor('Sanne de Vries', { state: 'LoggedOut', by: 'Marit Post' });
  await expect(page.getByText('You were signed out by Marit Post.')).toBeVisible();
});

test('S21 signing out is refused while a request rings', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('You still have 1 open conversation or request. Finish it first.');
  await expect(desk.statusButton).toHaveAccessibleName('Status: Available');
});

test('S21 signed in on a second computer: the first stops and says so; Continue here brings the chats back', async ({ launch, sandbox }) => {
  const first = await launch();
  const desk = workspaceOf(first.page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  const second = await launch();
  const other = workspaceOf(second.page);
  await other.ready();
  await expect(first.page.getByRole('heading', { name: 'Signed in on another computer' })).toBeVisible();
  await other.openTask('Melissa Jansen');
  await other.send('From the second');
  await first.page.getByRole('button', { name: 'Continue here' }).click();
  await desk.ready();
  await desk.openTask('Melissa Jansen');
  await expect(desk.bubble('From the second')).toBeVisible();
  await desk.send('From the first');
  await expect(desk.bubble('From the first')).toBeVisible();
  await expect(second.page.getByRole('heading', { name: 'Signed in on another computer' })).toBeVisible();
});
